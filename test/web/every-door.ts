import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { openDesktop } from '../desktop/desktop-app.ts';
import type { PhoneLine } from '../desktop/phone-line.ts';
import { createPhoneLine } from '../desktop/phone-line.ts';

export { expect };

const root = resolve(import.meta.dirname, '..', '..');

export interface Doors {
  /** The door behind the page: set by the Playwright project. */
  door: 'headless' | 'desktop';
}

/** A whole Ringfence on a line that can be called, and its page, through whichever door the project is about. */
export const test = base.extend<Doors & { phone: PhoneLine }>({
  door: ['headless', { option: true }],
  phone: async ({}, use) => {
    const phone = await createPhoneLine();
    await use(phone);
    phone.close();
  },
  page: async ({ door, phone, browser, page }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'ringfence-door-'));
    const args = ['--data', join(folder, 'data'), '--line', phone.line];
    if (door === 'desktop') {
      const env = { HOME: folder, LC_ALL: 'en_US.UTF-8', XDG_CURRENT_DESKTOP: 'KDE' };
      const app = await openDesktop(browser, { args, env });
      await use(await app.page());
      await app.quit();
    } else {
      const headless = await openHeadless(args);
      await page.goto(headless.address);
      await use(page);
      await headless.quit();
    }
    rmSync(folder, { recursive: true, force: true });
  },
});

async function openHeadless(args: string[]) {
  const door = join(root, 'dist', 'main', 'headless.js');
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', door, '--port', '0', ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, LC_ALL: 'en_US.UTF-8', RINGFENCE_PASSWORD: '' },
    },
  );
  const address = await new Promise<string>((done, failed) => {
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      const [found] = /http:\/\/\S+/.exec(said) ?? [];
      if (found !== undefined) done(found);
    });
    child.on('exit', code => failed(new Error(`The headless door ended with code ${String(code)}: ${said}`)));
  });
  return {
    address,
    async quit() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
