import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, watching } from './fixture.ts';

test('the page cannot be led elsewhere', async ({ desk }) => {
  const app = await desk.open();
  const page = await watching(app);
  const here = page.url();
  const asked = new Promise<boolean>(done => {
    const server = createServer((_request, response) => {
      done(true);
      response.end();
    });
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      void page
        .evaluate(address => location.assign(address), `http://127.0.0.1:${String(port)}/`)
        .then(() => page.waitForTimeout(500))
        .then(() => done(false))
        .finally(() => server.close());
    });
  });
  expect(await asked).toBe(false);
  expect(page.url()).toBe(here);
  await expect(page.locator('main')).toBeVisible();
});

test('nothing is fetched from outside, whatever the page holds', async ({ desk }) => {
  const page = await watching(await desk.open());
  const reached = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => true,
      () => false,
    ),
  );
  expect(reached).toBe(false);
});

test('only links to official sites leave, by the reader’s browser', async ({ desk }) => {
  const app = await desk.open();
  const page = await watching(app);
  for (const link of [
    'https://example.com/',
    'http://www.law.go.kr/',
    'https://law.go.kr.example.com/',
    'https://www.law.go.kr/LSW/main.html',
  ])
    await page.evaluate(address => void window.open(address), link);
  await expect
    .poll(() => app.evaluate(() => recorded.opened))
    .toEqual(['https://www.law.go.kr/LSW/main.html']);
  await expect.poll(() => page.context().pages().length).toBe(1);
});

test('the page may use neither camera, place nor notifications', async ({ desk }) => {
  const page = await watching(await desk.open());
  const granted = await page.evaluate(async () => {
    const names = ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi'];
    const states = await Promise.all(
      names.map(name => navigator.permissions.query({ name: name as PermissionName })),
    );
    return names.filter((_name, index) => states[index]?.state === 'granted');
  });
  expect(granted).toEqual([]);
});

test('the page copies a number', async ({ desk }) => {
  const page = await watching(await desk.open());
  expect(
    await page.evaluate(() =>
      navigator.clipboard.writeText('1588-1234').then(
        () => true,
        () => false,
      ),
    ),
  ).toBe(true);
});

test('the page has no way into the app but the handler', async ({ desk }) => {
  const app = await desk.open();
  const page = await watching(app);
  expect(
    await page.evaluate(() => ['require', 'process', 'electron', 'module'].filter(name => name in window)),
  ).toEqual([]);
  const foreign = await app.evaluate(({ ipcMain }) =>
    ipcMain.eventNames().filter(name => !String(name).startsWith('electron-store-')),
  );
  expect(foreign).toEqual([]);
});
