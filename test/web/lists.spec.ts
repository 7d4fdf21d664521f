import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { openSettings } from '../../main/settings/settings.ts';
import { startRingfence } from '../../main/ringfence.ts';
import { findings } from './axe.ts';
import { createFakeHouse } from './fake-house.ts';
import { serveHouse } from './serve-house.ts';

/** Number lists and files, as somebody with an old address book and a block list meets them. */
const pageFolder = join(resolve(import.meta.dirname, '..', '..'), 'dist', 'renderer');

/** As an old mobile phone writes it: vCard 2.1, quoted-printable UTF-8. */
const addressBook = [
  ['=EB=94=B8', '010-2345-6789'],
  ['=EB=8F=99=EB=84=A4 =EB=82=B4=EA=B3=BC', '02-312-4455'],
]
  .map(
    ([name, number]) =>
      `BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${name}\r\nTEL;CELL:${number}\r\nEND:VCARD\r\n`,
  )
  .join('');

const numbersFrom = (first: number, count: number): string =>
  `number,name\n${Array.from({ length: count }, (_, index) => `070${first + index},`).join('\n')}\n`;

const file = (name: string, text: string) => ({ name, mimeType: '', buffer: Buffer.from(text) });

async function choose(page: Page, chosen: ReturnType<typeof file>): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('dialog').getByLabel('Choose a file').click();
  await (await chooser).setFiles(chosen);
}

const undo = (page: Page, told: string) =>
  page.getByText(told).locator('..').getByRole('button', { name: 'Undo' }).click();

test.describe('on the whole house', () => {
  let folder: string;
  let stop: () => Promise<void>;
  test.beforeEach(async ({ page }) => {
    folder = mkdtempSync(join(tmpdir(), 'ringfence-lists-'));
    openSettings(folder, { onTrouble: () => undefined }).change({ language: 'en' });
    const { house, ...ringfence } = await startRingfence({ dataFolder: folder, door: 'headless', lines: [] });
    const served = await serveHouse(house, pageFolder);
    stop = async () => {
      await served.stop();
      await ringfence.stop();
    };
    await page.goto(`${served.url}/contacts`);
  });
  test.afterEach(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('an address book comes in within three clicks, and goes again with one', async ({ page }) => {
    await page.getByRole('button', { name: 'Import a file' }).click();
    await choose(page, file('phone.vcf', addressBook));
    await page.getByRole('button', { name: 'Add to contacts' }).click();
    await expect(page.getByText('2 contacts added.')).toBeVisible();
    await expect(page.getByText('동네 내과')).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('동네 내과')).toBeHidden();
  });

  test('a list is made from a file, looked through, mended by hand, and deleted and back', async ({
    page,
  }) => {
    await page.getByRole('link', { name: 'Number lists' }).click();
    await page.getByRole('button', { name: 'Import a file' }).click();
    await choose(page, file('spam.csv', `${numbersFrom(43_210_000, 250)}none,\n`));
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('250 numbers found');
    await dialog.getByText('1 line not understood').click();
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Line 252' })).toContainText('none');
    await dialog.getByRole('button', { name: 'Add to the list' }).click();
    await expect(dialog).toContainText('250 numbers added to the list.');
    await dialog.getByRole('link', { name: 'See the list' }).click();

    await expect(page.getByRole('heading', { name: 'spam', level: 1 })).toBeVisible();
    const numbers = page.getByRole('list', { name: 'Numbers of the list' }).getByRole('listitem');
    await expect(numbers).toHaveCount(100);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect(numbers).toHaveCount(200);
    await page.getByRole('searchbox').fill('070-4321-024');
    await expect(numbers).toHaveCount(10);
    await page.getByRole('button', { name: 'Remove 070-4321-0249 from the list' }).click();
    await expect(numbers).toHaveCount(9);
    await undo(page, '070-4321-0249 removed from the list');
    await expect(numbers).toHaveCount(10);
    await page.getByRole('searchbox').fill('');
    await page.getByLabel('Number', { exact: true }).fill('twelve');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Please type a phone number')).toBeVisible();
    await page.getByLabel('Number', { exact: true }).fill('031 765 4321');
    await page.keyboard.press('Enter');
    await expect(page.getByText('251 numbers')).toBeVisible();

    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText('No number lists yet')).toBeVisible();
    await undo(page, 'List spam deleted');
    await expect(page.getByRole('link', { name: 'spam' })).toBeVisible();
  });

  test('a list that follows a file says when the file is gone, and keeps its numbers', async ({ page }) => {
    const path = join(folder, 'shop.csv');
    writeFileSync(path, numbersFrom(77_770_000, 12));
    await page.getByRole('link', { name: 'Number lists' }).click();
    await page.getByRole('button', { name: 'Make a list' }).click();
    await page.getByLabel('Name of the list').fill('Shops');
    await page.getByRole('radio', { name: /^Flag/ }).check();
    await page.getByRole('radio', { name: /a file on this computer/ }).check();
    await page.getByLabel('Path of the file').fill(path);
    await page.getByRole('button', { name: 'Save' }).click();
    const list = page.getByRole('listitem').filter({ hasText: 'Shops' });
    await expect(list).toContainText('12 numbers');
    await expect(list).toContainText('Flag');
    rmSync(path);
    await list.getByRole('button', { name: 'Refresh Shops' }).click();
    await expect(list).toContainText(
      'The file could not be opened. The 12 numbers from before are still in use.',
    );
    writeFileSync(path, numbersFrom(77_770_000, 13));
    await list.getByRole('button', { name: 'Refresh Shops' }).click();
    await expect(list).toContainText('13 numbers');
    await expect(list).not.toContainText('could not be opened');
  });
});

test('an import is worked by the keyboard, shows how far it is, and stops when told', async ({ page }) => {
  const fake = createFakeHouse({ calls: 10 });
  fake.drive.settings({ language: 'en' });
  const served = await serveHouse(fake.house, pageFolder);
  await page.setViewportSize({ width: 400, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${served.url}/rules`);
  await page.getByRole('button', { name: 'Import a file' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Choose a file')).toBeFocused();
  await page.getByLabel('Choose a file').setInputFiles(file('numbers.csv', 'any'));
  await page.getByRole('dialog').getByText('1 line not understood').click();
  expect(await findings(page)).toEqual([]);
  const start = page.getByRole('button', { name: 'Make the rules' });
  await start.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing has changed.')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  // On a small screen the lists share an entry of the bar with the contacts.
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await page.getByRole('link', { name: 'Number lists' }).click();
  await page.getByRole('link', { name: '우리 집 차단 번호' }).click();
  await expect(page.getByRole('list', { name: 'Numbers of the list' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await served.stop();
});

test('a page that was left open over an update opens its places all the same', async ({ page }) => {
  const fake = createFakeHouse({ calls: 10 });
  fake.drive.settings({ language: 'en' });
  const served = await serveHouse(fake.house, pageFolder);
  await page.goto(served.url);
  let renewed = false;
  page.on('domcontentloaded', () => (renewed = true));
  await page.route('**/assets/lists-page*', route =>
    renewed ? route.continue() : route.fulfill({ status: 404 }),
  );
  await page.getByRole('link', { name: 'Number lists' }).click();
  await expect(page.getByRole('heading', { name: 'Number lists' })).toBeVisible();
  await served.stop();
});
