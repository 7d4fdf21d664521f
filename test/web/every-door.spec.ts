import { expect, test } from './every-door.ts';

/** What a person does with Ringfence, on the whole house with a modem: the same through the headless and the desktop door. */

test.beforeEach(async ({ page }) => {
  await expect(page.getByText('Watching for calls').first()).toBeVisible({ timeout: 15_000 });
});

test('a call comes in by itself, and is found again by a part of its number', async ({ page, phone }) => {
  phone.call({ number: '0221963179', rings: 1 });
  const row = page.getByRole('main').getByRole('link', { name: '02-2196-3179' });
  await expect(row).toBeVisible({ timeout: 15_000 });
  const search = page.getByRole('searchbox');
  await search.fill('9999');
  await expect(row).toBeHidden();
  await search.fill('2196');
  await expect(row).toBeVisible();
});

test('a caller refused with one click is hung up on at the next call', async ({ page, phone }) => {
  phone.call({ number: '15881234', rings: 1 });
  const main = page.getByRole('main');
  const row = main.getByRole('link', { name: '1588-1234' }).first();
  await expect(row).toBeVisible({ timeout: 15_000 });
  await row.hover();
  await main.getByRole('button', { name: 'Block 1588-1234' }).first().click();
  await expect(page.getByRole('button', { name: 'Undo' }).first()).toBeVisible();
  await expect(page.getByText('A call is ringing')).toBeHidden({ timeout: 20_000 });
  phone.call({ number: '15881234', rings: 6 });
  await expect(main.getByText('Blocked', { exact: true }).nth(1)).toBeVisible({ timeout: 20_000 });
});

test('a place inside the page survives a reload', async ({ page }) => {
  await page.getByRole('link', { name: 'Block rules' }).click();
  await expect(page).toHaveURL(/\/rules$/);
  await page.reload();
  await expect(page).toHaveURL(/\/rules$/);
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
});
