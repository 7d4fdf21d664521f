import type { DesktopApp } from './desktop-app.ts';
import { ask, closeWindow, expect, test, watching, windows } from './fixture.ts';

const notifications = (app: DesktopApp) =>
  app.evaluate(() => recorded.notifications.map(({ title, body }) => ({ title, body })));

const blockAll = { who: { kind: 'class', value: 'representative' }, action: 'block' };

for (const { language, title, first } of [
  { language: 'ko', title: '전화를 차단했어요', first: /^1588-1234 · / },
  { language: 'en', title: 'Call blocked', first: /^1588-1234 · / },
] as const) {
  test(`a blocked call is told once it was refused (${language})`, async ({ desk, phone }) => {
    const app = await desk.open({ language });
    await ask(await watching(app), 'POST', '/api/rules', blockAll);
    phone.call({ number: '15881234' });
    await expect.poll(() => notifications(app), { timeout: 20_000 }).toHaveLength(1);
    const [told] = await notifications(app);
    expect(told?.title).toBe(title);
    const [who, why] = (told?.body ?? '').split('\n');
    expect(who).toMatch(first);
    expect(why).toBeTruthy();
    expect(why).not.toMatch(/[{}]|^reason\./);
    expect(/[가-힣]/.test(told?.body ?? '')).toBe(language === 'ko');
  });
}

test('a flagged call is told while it rings', async ({ desk, phone }) => {
  const app = await desk.open();
  const page = await watching(app);
  await ask(page, 'POST', '/api/rules', { ...blockAll, action: 'flag' });
  phone.call({ number: '15881234', rings: 6 });
  await expect.poll(() => notifications(app), { timeout: 20_000 }).toHaveLength(1);
  expect((await notifications(app))[0]?.title).toBe('Be careful with this call');
  expect(await ask(page, 'GET', '/api/status')).toMatchObject({ ringing: [{ caller: '15881234' }] });
});

test('an allowed call is not told', async ({ desk, phone }) => {
  const app = await desk.open();
  const page = await watching(app);
  phone.call({ number: '0221963179', rings: 1 });
  await expect
    .poll(() => ask(page, 'GET', '/api/calls'), { timeout: 20_000 })
    .toMatchObject({ calls: [{ state: 'ended' }] });
  expect(await notifications(app)).toEqual([]);
});

test('no notification comes where the owner wants none', async ({ desk, phone }) => {
  const app = await desk.open();
  const page = await watching(app);
  await ask(page, 'PUT', '/api/settings', { notifications: false });
  await ask(page, 'POST', '/api/rules', blockAll);
  phone.call({ number: '15881234' });
  await expect
    .poll(() => ask(page, 'GET', '/api/calls'), { timeout: 20_000 })
    .toMatchObject({ calls: [{ state: 'ended', outcome: 'refused' }] });
  expect(await notifications(app)).toEqual([]);
});

test('a click on a notification opens the caller', async ({ desk, phone }) => {
  const app = await desk.open();
  const page = await watching(app);
  await ask(page, 'POST', '/api/rules', blockAll);
  await closeWindow(app);
  phone.call({ number: '15881234' });
  await expect.poll(() => notifications(app), { timeout: 20_000 }).toHaveLength(1);
  await app.evaluate(() => {
    recorded.notifications[0]?.emit('click');
  });
  await page.waitForURL(/\/caller\/15881234$/);
  await expect(page.getByText('1588-1234').first()).toBeVisible();
  expect(await windows(app)).toEqual([{ visible: true, minimized: false }]);
});
