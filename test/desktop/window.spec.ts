import { ask, closeWindow, expect, test, watching, windows } from './fixture.ts';

test('the window shows the page, and a call as it comes in', async ({ desk, phone }) => {
  const page = await watching(await desk.open());
  await expect(page.locator('main')).toBeVisible();
  phone.call({ number: '0221963179' });
  await expect(page.getByText('02-2196-3179').first()).toBeVisible({ timeout: 15_000 });
});

test('a page of one caller can be loaded by its address', async ({ desk, phone }) => {
  const page = await watching(await desk.open());
  phone.call({ number: '0221963179', rings: 1 });
  await expect(page.getByText('02-2196-3179').first()).toBeVisible({ timeout: 15_000 });
  await page.goto(new URL('/caller/0221963179', page.url()).href);
  await expect(page.getByText('02-2196-3179').first()).toBeVisible();
});

test('closing the window hides it, and a second start brings it back', async ({ desk, phone }) => {
  const app = await desk.open();
  await watching(app);
  await closeWindow(app);
  expect(await windows(app)).toEqual([{ visible: false, minimized: false }]);
  expect(phone.isOpen()).toBe(true);
  expect(await desk.again()).toBe(0);
  await expect.poll(() => windows(app)).toEqual([{ visible: true, minimized: false }]);
});

test('where the desktop shows no tray, closing only minimises', async ({ desk }) => {
  const app = await desk.open({ desktop: 'GNOME' });
  await watching(app);
  await closeWindow(app);
  expect(await windows(app)).toEqual([{ visible: false, minimized: true }]);
  expect(await desk.again()).toBe(0);
  await expect.poll(() => windows(app)).toEqual([{ visible: true, minimized: false }]);
});

test('started at login it stays in the tray', async ({ desk, phone }) => {
  const app = await desk.open({ args: ['--line', phone.line, '--hidden'] });
  expect(await windows(app)).toEqual([]);
  await expect.poll(() => phone.isOpen()).toBe(true);
});

test('started at login without a tray it shows its window', async ({ desk, phone }) => {
  const app = await desk.open({ desktop: 'GNOME', args: ['--line', phone.line, '--hidden'] });
  await app.page();
  expect(await windows(app)).toHaveLength(1);
});

test('settings are kept by electron-store and are there at the next start', async ({ desk }) => {
  const first = await desk.open();
  await ask(await watching(first), 'PUT', '/api/settings', { holdMs: 2100 });
  expect(await first.quit()).toBe(0);
  const page = await watching(await desk.open());
  expect(await ask(page, 'GET', '/api/settings')).toMatchObject({ holdMs: 2100 });
});

test('a call under way is in the history after the app was ended', async ({ desk, phone }) => {
  const first = await desk.open();
  const page = await watching(first);
  phone.call({ number: '0221963179' });
  await expect(page.getByText('02-2196-3179').first()).toBeVisible({ timeout: 15_000 });
  await first.quit();
  const again = await watching(await desk.open());
  await expect(again.getByText('02-2196-3179').first()).toBeVisible();
});
