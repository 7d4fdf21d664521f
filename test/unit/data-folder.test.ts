import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { dataFolder, makeFolder } from '../../main/data-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'ringfence-folder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the data folder', () => {
  test('is made with all that leads to it, and made again without complaint', () => {
    const folder = join(root, 'a', 'b', 'c');
    expect([makeFolder(folder), makeFolder(folder)]).toEqual([null, null]);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  test('that cannot be made says why: a file in its place or on the way, a place that takes no folders', () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    expect(makeFolder(file)).toMatch(/EEXIST/);
    expect(makeFolder(join(file, 'x'))).toMatch(/ENOTDIR|EEXIST/);
    expect(makeFolder('/proc/ringfence/data')).toMatch(/mkdir/);
    expect(makeFolder('/proc/ringfence')).toMatch(/mkdir/);
  });

  test('is where the owner says, else where the system keeps such', () => {
    expect(dataFolder({ RINGFENCE_DATA: '/somewhere' })).toBe('/somewhere');
    expect(dataFolder({ XDG_DATA_HOME: '/data' }, 'linux')).toBe(join('/data', 'ringfence'));
    expect(dataFolder({ APPDATA: 'C:' }, 'win32')).toBe(join('C:', 'Ringfence'));
  });
});
