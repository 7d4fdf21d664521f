import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { DesktopApp } from './desktop-app.ts';
import { electronBinary, openDesktop, startAgain } from './desktop-app.ts';
import type { PhoneLine } from './phone-line.ts';
import { createPhoneLine } from './phone-line.ts';

export { expect };

interface Opening {
  language?: 'ko' | 'en';
  /** XDG_CURRENT_DESKTOP; GNOME shows no tray. */
  desktop?: string;
  args?: string[];
  /** Another built door than that of this checkout. */
  door?: string;
}

interface Desk {
  open(opening?: Opening): Promise<DesktopApp>;
  /** Starts the app once more on the same data; its exit code. */
  again(): Promise<number | null>;
  dataFolder: string;
  home: string;
}

/** A home of its own for each spec, a line that can be called, and the app on both. */
export const test = base.extend<{ desk: Desk; phone: PhoneLine }>({
  phone: async ({}, use) => {
    const phone = await createPhoneLine();
    await use(phone);
    phone.close();
  },
  desk: async ({ browser, phone }, use, info) => {
    info.annotations.push({ type: 'kind', description: electronBinary() === null ? 'stand-in' : 'Electron' });
    const folder = mkdtempSync(join(tmpdir(), 'ringfence-desktop-'));
    const [home, dataFolder] = [join(folder, 'home'), join(folder, 'data')];
    mkdirSync(home);
    const apps: DesktopApp[] = [];
    const started = ({ language = 'en', desktop = 'KDE', args = ['--line', phone.line], door }: Opening) => ({
      ...(door === undefined ? {} : { door }),
      args,
      env: {
        HOME: home,
        XDG_CONFIG_HOME: '',
        RINGFENCE_DATA: dataFolder,
        XDG_CURRENT_DESKTOP: desktop,
        LC_ALL: language === 'ko' ? 'ko_KR.UTF-8' : 'en_US.UTF-8',
        LANGUAGE: language,
      },
    });
    let last = started({});
    await use({
      dataFolder,
      home,
      open: async (opening = {}) => {
        last = started(opening);
        const app = await openDesktop(browser, last);
        apps.push(app);
        return app;
      },
      again: () => startAgain(last),
    });
    for (const app of apps) await app.quit();
    rmSync(folder, { recursive: true, force: true });
  },
});

/** Asks the house as the page does. */
export function ask(page: Page, method: string, path: string, body?: unknown): Promise<unknown> {
  return page.evaluate(
    async given => {
      const response = await fetch(given.path, {
        method: given.method,
        ...(given.body === undefined
          ? {}
          : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(given.body) }),
      });
      return (await response.json()) as unknown;
    },
    { method, path, body },
  );
}

/** The page, once the line is watched. */
export async function watching(app: DesktopApp): Promise<Page> {
  const page = await app.page();
  await page.waitForURL(/ringfence|127\.0\.0\.1/);
  await expect
    .poll(async () => await ask(page, 'GET', '/api/status'), { timeout: 15_000 })
    .toMatchObject({ lines: [{ state: 'watching' }] });
  return page;
}

/** Clicks an entry of the tray's menu. */
export function clickTray(app: DesktopApp, label: string): Promise<void> {
  return app.evaluate((_electron, wanted) => {
    const item = recorded.menu?.items.find(each => each.label === wanted);
    if (!item) throw new Error(`The tray has no "${wanted}".`);
    (item.click as () => void)();
  }, label);
}

export const trayLabels = (app: DesktopApp): Promise<string[]> =>
  app.evaluate(() => recorded.menu?.items.map(item => item.label) ?? []);

/** Every window: is it on the screen, and how? */
export const windows = (app: DesktopApp): Promise<{ visible: boolean; minimized: boolean }[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(window => ({
      visible: window.isVisible(),
      minimized: window.isMinimized(),
    })),
  );

export const closeWindow = (app: DesktopApp): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
  });
