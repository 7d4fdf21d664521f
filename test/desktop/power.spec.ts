import { ask, expect, test, watching } from './fixture.ts';

test('the line is given up when the computer sleeps and watched again when it wakes', async ({
  desk,
  phone,
}) => {
  const app = await desk.open();
  const page = await watching(app);
  const before = phone.opened();
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
  });
  await expect.poll(() => phone.isOpen()).toBe(false);
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('resume');
  });
  await expect
    .poll(() => ask(page, 'GET', '/api/status'), { timeout: 15_000 })
    .toMatchObject({ lines: [{ state: 'watching' }] });
  expect(phone.opened()).toBeGreaterThan(before);
});

test('what nobody expected is written down and said once, and the guard goes on', async ({ desk, phone }) => {
  const app = await desk.open({ language: 'ko' });
  const page = await watching(app);
  for (let times = 0; times < 2; times++)
    await app.evaluate(() => {
      setImmediate(() => {
        throw new Error('made up by a test');
      });
    });
  await expect.poll(() => app.evaluate(() => recorded.boxes.map(box => box.message))).toHaveLength(1);
  const [message] = await app.evaluate(() => recorded.boxes.map(box => box.message));
  expect(message).toContain('전화선은 계속 지키고 있어요');
  phone.call({ number: '0221963179', rings: 1 });
  await expect(page.getByText('02-2196-3179').first()).toBeVisible({ timeout: 15_000 });
});
