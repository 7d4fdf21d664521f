import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, expect, test, watching } from './fixture.ts';

test('starting at login is written where Linux desktops look for it, and taken away again', async ({
  desk,
}) => {
  const app = await desk.open();
  const page = await watching(app);
  const file = join(desk.home, '.config', 'autostart', 'ringfence.desktop');
  expect(existsSync(file)).toBe(false);
  await ask(page, 'PUT', '/api/settings', { startAtLogin: true });
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toMatch(/^Exec="\/.*" "--hidden"$/m);
  await ask(page, 'PUT', '/api/settings', { startAtLogin: false });
  await expect.poll(() => existsSync(file)).toBe(false);
});
