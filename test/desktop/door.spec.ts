import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronBinary } from './desktop-app.ts';
import { expect, test } from './fixture.ts';

const kind = electronBinary() === null ? 'a stand-in for Electron, whose binary is not here' : 'Electron';

test(`these specifications run on ${kind}`, async ({ desk }) => {
  const app = await desk.open();
  await app.page();
  const isReal = await app.evaluate(() => 'electron' in process.versions);
  expect(isReal).toBe(electronBinary() !== null);
});

test('the desktop door is shorter than 250 lines, because everything else is shared', () => {
  const door = readFileSync(join(import.meta.dirname, '..', '..', 'main', 'desktop.ts'), 'utf8');
  expect(door.split('\n').length).toBeLessThan(250);
});
