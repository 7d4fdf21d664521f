import { ask, clickTray, closeWindow, expect, test, trayLabels, watching, windows } from './fixture.ts';

test('the tray tells the line and today, and opens the window', async ({ desk, phone }) => {
  const app = await desk.open();
  await watching(app);
  await expect.poll(async () => (await trayLabels(app))[1]).toBe('Today: 0 calls · 0 blocked · 0 flagged');
  phone.call({ number: '0221963179', rings: 1 });
  await expect
    .poll(async () => (await trayLabels(app))[1], { timeout: 15_000 })
    .toBe('Today: 1 calls · 0 blocked · 0 flagged');
  await closeWindow(app);
  await clickTray(app, 'Open Ringfence');
  expect(await windows(app)).toEqual([{ visible: true, minimized: false }]);
});

test('pausing from the tray lets every call ring for 30 minutes; resuming ends it', async ({ desk }) => {
  const app = await desk.open();
  const page = await watching(app);
  const pausedUntil = async () =>
    ((await ask(page, 'GET', '/api/status')) as { pausedUntil: number | null }).pausedUntil;
  const before = Date.now();
  await clickTray(app, 'Pause for 30 minutes');
  const until = (await pausedUntil()) ?? 0;
  expect(until).toBeGreaterThanOrEqual(before + 30 * 60_000);
  expect(until).toBeLessThanOrEqual(Date.now() + 30 * 60_000);
  expect((await trayLabels(app))[0]).toMatch(/^Paused until .*\. No call is refused before then\.$/);
  await clickTray(app, 'Resume guarding');
  expect(await pausedUntil()).toBeNull();
  expect(await trayLabels(app)).toContain('Pause for 30 minutes');
});

test('the tray and the menu speak Korean on a Korean system', async ({ desk }) => {
  const app = await desk.open({ language: 'ko' });
  await watching(app);
  await expect
    .poll(() => trayLabels(app))
    .toEqual(expect.arrayContaining(['30분 동안 쉬기', 'Ringfence 열기', 'Ringfence 끝내기']));
  const menu = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(item => item.label));
  expect(menu).toEqual(['Ringfence', '편집', '보기']);
});

test('the tray changes its language with the settings', async ({ desk }) => {
  const app = await desk.open({ language: 'ko' });
  await ask(await watching(app), 'PUT', '/api/settings', { language: 'en' });
  await expect.poll(() => trayLabels(app)).toContain('Quit Ringfence');
});

test('quitting from the tray ends the app and gives up the line', async ({ desk, phone }) => {
  const app = await desk.open();
  await watching(app);
  await clickTray(app, 'Quit Ringfence').catch(() => undefined);
  expect(await app.quit()).toBe(0);
  await expect.poll(() => phone.isOpen()).toBe(false);
});
