import { findings } from './axe.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { startRingfence } from '../../main/ringfence.ts';
import { furnishDemo } from '../../main/demo.ts';
import { openSettings } from '../../main/settings/settings.ts';
import type { SettingsChange } from '../../shared/settings.ts';
import { Status } from '../../shared/status.ts';
import { phoneOnNetwork } from '../house/phone.ts';
import type { Phone } from '../house/phone.ts';
import { start } from '../house/processes.ts';

/**
 * The three jobs of a person, on the whole house: the built page behind the headless door, a modem on a line that rings,
 * and a book with the calls of 90 days.
 */

/** The line rings nearly as slowly as a real one. */
const ringing = { timeout: 20_000 };

interface Home {
  phone: Phone;
  address: string;
}

const test = base.extend<{ home: Home; settings: SettingsChange }>({
  settings: [{ language: 'en', theme: 'light' }, { option: true }],
  home: async ({ settings }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'ringfence-jobs-'));
    openSettings(folder, { onTrouble: () => undefined }).change(settings);
    const furnishing = await startRingfence({
      dataFolder: folder,
      door: 'headless',
      lines: ['simulated:conexant'],
      prepare: furnishDemo,
    });
    await furnishing.stop();
    const phone = await phoneOnNetwork();
    const door = start('dist/main/headless.js', ['--data', folder, '--port', '0', '--line', phone.line]);
    const opened = (): string | undefined => /http:\/\/\S+/.exec(door.stdout())?.[0];
    await door.until('the address', () => opened() !== undefined);
    await use({ phone, address: opened() ?? '' });
    door.signal('SIGTERM');
    await door.ended;
    await phone.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

async function enter(page: Page, { address }: Home): Promise<void> {
  await page.goto(address);
  const state = async (): Promise<string | undefined> => {
    const answer = await page.request.get(`${address}/api/status`);
    return Status.parse(await answer.json()).lines[0]?.state;
  };
  await expect.poll(state, ringing).toBe('watching');
}

const live = (page: Page): Locator => page.getByRole('region', { name: 'Ringing now' });
/** The rows of one caller, newest first. */
const rowsOf = (page: Page, name: string): Locator =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name, exact: true }) });

test('to know who rings: the call is in the banner with who, what and why, and then in the history', async ({
  page,
  home,
}) => {
  await enter(page, home);
  const before = await page.getByRole('heading', { level: 1 }).innerText();
  home.phone.call('0317654321', { rings: 3 });
  const banner = live(page).getByRole('article', { name: '031-765-4321' });
  await expect(banner).toBeVisible(ringing);
  await expect(banner).toContainText('first call');
  for (const name of ['Hang up', 'Block', 'Allow'])
    await expect(banner.getByRole('button', { name, exact: true })).toBeEnabled();
  await expect(live(page)).toBeHidden(ringing);
  await expect(rowsOf(page, '031-765-4321').first()).toContainText('Rang');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before);
});

test('to end a call that rings now: one click hangs up, and the history says who did it', async ({
  page,
  home,
}) => {
  await enter(page, home);
  home.phone.call('0317654321', { rings: 30 });
  await live(page).getByRole('button', { name: 'Hang up' }).click(ringing);
  await expect.poll(() => home.phone.ended().map(({ end }) => end), ringing).toEqual(['dropped']);
  await expect(live(page)).toBeHidden(ringing);
  await expect(rowsOf(page, '031-765-4321').first()).toContainText('Blocked');
  await page.getByRole('link', { name: '031-765-4321', exact: true }).first().click();
  const story = page.getByRole('dialog');
  await story.getByRole('button', { expanded: false }).first().click();
  await expect(story).toContainText('hung up by you');
});

test('to look through the history: search, filter, and the story of a caller', async ({ page, home }) => {
  await enter(page, home);
  const main = page.getByRole('main');
  const links = main.locator('[data-row-link]');
  await expect(links.first()).toBeVisible();

  await main.getByRole('button', { name: 'Blocked', exact: true }).click();
  const found = main.getByRole('status').filter({ hasText: /^[\d,]+ calls$/ });
  await expect(found).toBeVisible();
  const blocked = await found.innerText();
  await main.getByRole('button', { name: 'Filter', exact: true }).click();
  await main.getByLabel('Kind of number').selectOption('representative');
  await expect(found).not.toHaveText(blocked);
  const number = await links.first().innerText();
  expect(number).toMatch(/^1\d{3}-\d{4}$/);
  await main.getByRole('button', { name: 'Show all', exact: true }).click();

  // Four digits from the middle of a number, as one remembers it.
  await main.getByRole('searchbox').fill(number.slice(-4));
  await expect(links.first()).toContainText(number.slice(-4));
  await main.getByRole('searchbox').fill('no such caller');
  await expect(main.getByText('No call matches')).toBeVisible();
  await main.getByRole('searchbox').fill(number);
  await links.first().click();
  const story = page.getByRole('dialog');
  await expect(story.getByRole('heading', { name: number })).toBeVisible();
  await expect(story).toContainText('Next time it calls');

  await story.getByRole('button', { name: 'School' }).click();
  await story.getByLabel('Note').fill('wanted my birthday');
  await story.getByRole('button', { name: 'Save' }).click();
  await page.keyboard.press('Escape');
  await expect(story).toBeHidden();
  // What was noted is found again, also after a reload.
  await page.reload();
  await main.getByRole('searchbox').fill('birthday');
  await expect(links.first()).toHaveText(number);
  await expect(rowsOf(page, number).first()).toContainText('School');
});

test('to say who is refused: a click on a row, its undoing, a rule, and the next call obeys', async ({
  page,
  home,
}) => {
  await enter(page, home);
  home.phone.call('07077775555', { rings: 1 });
  const row = rowsOf(page, '070-7777-5555').first();
  await expect(row).toBeVisible(ringing);
  await row.hover();
  await row.getByRole('button', { name: 'Block 070-7777-5555 from now on' }).click();
  await expect(page.getByText('070-7777-5555 will be blocked from now on')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone')).toBeVisible();

  await page.getByRole('link', { name: 'Block rules' }).first().click();
  await expect(page.getByRole('heading', { name: 'Block rules', level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByText('070-7777-5555').first()).toBeVisible(); // in the list of changes
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const form = page.getByRole('dialog', { name: 'Add a rule' });
  await form.getByLabel('Whose calls?').selectOption('prefix');
  await form.getByLabel('First digits').fill('070-7777');
  await form.getByRole('radio', { name: /^Block/ }).check();
  await expect(form.getByRole('region').or(form.getByRole('status')).first()).toContainText(/\d/);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  const turn = page.getByRole('switch', { name: /070-7777/ });
  await expect(turn).toBeChecked();

  await expect(live(page)).toBeHidden(ringing);
  home.phone.call('07077776666', { rings: 30 });
  await expect
    .poll(() => home.phone.ended().map(({ end, rings }) => `${end} ${String(rings)}`), ringing)
    .toEqual(['given-up 1', 'dropped 1']);
  // The innermost item is the rule's own; what it has caught leads to those calls.
  const rule = page.getByRole('listitem').filter({ has: turn }).last();
  await rule.getByRole('link').click();
  // Said when it is sure that the ringing stays away.
  await expect(rowsOf(page, '070-7777-6666').first()).toContainText('Blocked', ringing);
});

const places = ['/', '/rules', '/insight', '/contacts', '/line', '/settings', '/caller/15661188'];
// Every look of every place is looked at in page.spec.ts.
const looks = [
  { language: 'ko', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const;
for (const look of looks) {
  test.describe(`${look.language}, ${look.theme}`, () => {
    test.use({ settings: look });
    test('axe finds nothing on any page of a house that is lived in, while a call rings', async ({
      page,
      home,
    }) => {
      test.slow();
      await enter(page, home);
      const name = look.language === 'ko' ? '지금 울리는 전화' : 'Ringing now';
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', look.theme);
      home.phone.call('0317654321', { rings: 200 });
      for (const place of places) {
        await page.goto(home.address + place);
        await expect(page.getByRole('region', { name })).toBeVisible(ringing);
        await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
        expect({ place, findings: await findings(page) }).toEqual({ place, findings: [] });
      }
    });
  });
}
