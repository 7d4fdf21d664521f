import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { UsageError } from '../../main/commands/command.ts';
import { readWho } from '../../main/commands/rule-options.ts';
import { cli, jsonLines, npmCli } from './processes.ts';
import type { Ended } from './processes.ts';

/** Each command is a process, and the machine may be busy. */
const patient = { timeout: 120_000 };

const folders: string[] = [];
function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-cli-'));
  folders.push(folder);
  return folder;
}
afterAll(() => folders.forEach(folder => rmSync(folder, { recursive: true, force: true })));

const samples = <S extends z.ZodType>(name: string, schema: S): z.output<S>[] =>
  readFileSync(join(import.meta.dirname, '..', 'data', name), 'utf8')
    .trim()
    .split('\n')
    .map(line => schema.parse(JSON.parse(line)));

/** A mistake: told on stderr, nothing on stdout, exit code 2. */
function expectRefused(ended: Ended, words: RegExp): void {
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr).toMatch(words);
  expect(ended.stderr, 'no stack traces for people').not.toMatch(/^\s+at /m);
}

const added = async (folder: string, match: string, action: string): Promise<Ended> =>
  cli(['rules', 'add', '--match', match, '--action', action, '--data', folder]);

describe.concurrent('number', patient, () => {
  test('says what each argument is, one JSON line each, with exactly the keys that are known', async () => {
    const { code, stdout, stderr } = await npmCli([
      'number',
      '1588-1234',
      '001-1-212-555-1212',
      'P',
      '02 588 1234',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(jsonLines(stdout)).toEqual([
      { input: '1588-1234', class: 'representative', display: '1588-1234', valid: true, digits: '15881234' },
      {
        input: '001-1-212-555-1212',
        class: 'international',
        display: expect.stringContaining('212') as string,
        valid: true,
        digits: '00112125551212',
        country: 'US',
        overseas: true,
      },
      {
        input: 'P',
        class: 'withheld',
        display: '발신번호 표시제한',
        valid: true,
        digits: '',
        withheld: 'private',
      },
      {
        input: '02 588 1234',
        class: 'landline',
        display: '02-588-1234',
        valid: true,
        digits: '025881234',
        region: '서울',
      },
    ]);
  });

  test('reads stdin where there is no argument, and is right about every collected number', async () => {
    const collected = samples(
      'kr-numbers.jsonl',
      z.object({ number: z.string(), class: z.string(), display: z.string(), valid: z.boolean() }),
    );
    const { code, stdout, stderr } = await cli(
      ['number'],
      collected.map(({ number }) => `${number}\n`).join(''),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const said = jsonLines(stdout).map(line =>
      z.object({ input: z.string(), class: z.string(), display: z.string(), valid: z.boolean() }).parse(line),
    );
    expect(said).toEqual(collected.map(({ number, ...rest }) => ({ input: number, ...rest })));
  });

  test('a last line without an end and lines that end as on Windows are lines too', async () => {
    const { stdout } = await cli(['number'], '112\r\n\r\na\u2028b\r02\n1588-1234');
    expect(jsonLines(stdout)).toMatchObject([
      { input: '112' },
      { input: '' },
      { input: 'a\u2028b\r02' },
      { input: '1588-1234' },
    ]);
  });

  test('what begins as an option is a slip; a number may begin with a dash', async () => {
    expectRefused(await cli(['number', '--nonsense', '112']), /nonsense/);
    const { stdout } = await cli(['number', '-010-2345-6789']);
    expect(jsonLines(stdout)).toMatchObject([{ input: '-010-2345-6789', digits: '01023456789' }]);
  });
});

describe.concurrent('decode', patient, () => {
  const keys = ['number', 'name', 'date', 'time', 'withheld'];

  test('finds the calls in raw bytes; null is what was not sent', async () => {
    const bytes = '\r\nRING\r\n\r\nNMBR=0212345678\r\nDATE=1125\r\nTIME=1030\r\n\r\nRING\r\n';
    const { code, stdout, stderr } = await npmCli(['decode'], bytes);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(jsonLines(stdout)).toEqual([
      { number: '0212345678', name: null, date: '1125', time: '1030', withheld: null },
    ]);
  });

  test('tells of a raw packet whether its checksum holds', async () => {
    const hex = '80100108313132353039303104015008015026';
    const { stdout } = await cli(['decode'], Buffer.from(hex, 'hex'));
    const [call] = jsonLines(stdout);
    expect(call).toEqual({
      number: null,
      name: null,
      date: '1125',
      time: '0901',
      withheld: 'private',
      checksum: true,
    });
    const broken = await cli(['decode'], Buffer.from(hex.replace(/26$/, '27'), 'hex'));
    expect(jsonLines(broken.stdout)).toMatchObject([{ checksum: false }]);
  });

  test('takes bytes from stdin alone', async () => {
    expectRefused(await cli(['decode', 'recording.bin']), /recording\.bin/);
  });

  test('noise and an empty recording hold no call', async () => {
    const ended = await Promise.all([
      cli(['decode'], ''),
      cli(
        ['decode'],
        Uint8Array.from({ length: 999 }, (_, at) => at * 7),
      ),
    ]);
    for (const { code, stdout, stderr } of ended)
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('every line has the keys of the contract and no other', async () => {
    const recorded = samples('cid-samples.jsonl', z.object({ raw: z.string(), expect: z.unknown() }));
    const all = recorded.map(({ raw }) => raw).join('\r\n');
    const { stdout } = await cli(['decode'], Buffer.from(all, 'latin1'));
    const lines = jsonLines(stdout).map(line => z.record(z.string(), z.unknown()).parse(line));
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      expect(Object.keys(line).filter(key => key !== 'checksum')).toEqual(keys);
      if ('checksum' in line) expect(line['checksum']).toBeTypeOf('boolean');
    }
  });
});

test('mode says and changes how watch is kept', patient, async () => {
  const data = ['--data', aFolder()];
  const said = async (...args: string[]): Promise<unknown[]> =>
    jsonLines((await cli(['mode', ...args, ...data])).stdout);
  expect(await said()).toMatchObject([{ mode: 'normal' }]);
  expect(await said('night', '--from', '23:00')).toEqual([
    { mode: 'night', night: { from: '23:00', to: '07:00' } },
  ]);
  expect(await said()).toMatchObject([{ mode: 'night' }]);
  expectRefused(await cli(['mode', 'asleep', ...data]), /normal \| watch/);
});

describe.concurrent('rules', patient, () => {
  test('are added, listed with what they did, and removed', async () => {
    const folder = aFolder();
    const first = await npmCli([
      'rules',
      'add',
      '--match',
      'prefix:1588',
      '--action',
      'block',
      '--note',
      'sales',
      '--data',
      folder,
    ]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const [rule] = jsonLines(first.stdout);
    expect(rule).toMatchObject({
      id: expect.any(Number) as number,
      who: { kind: 'prefix', value: '1588' },
      action: 'block',
      enabled: true,
      note: 'sales',
      createdAt: expect.any(Number) as number,
    });
    await added(folder, 'class:voip', 'flag');
    const listed = await cli(['rules', 'list', '--data', folder]);
    expect(jsonLines(listed.stdout)).toMatchObject([
      { who: { kind: 'prefix' }, caught: 0, lastCaughtAt: null },
      { who: { kind: 'class', value: 'voip' }, action: 'flag', caught: 0 },
    ]);
    const { id } = z.object({ id: z.number() }).parse(rule);
    const removed = await cli(['rules', 'remove', String(id), '--data', folder]);
    expect({ code: removed.code, lines: jsonLines(removed.stdout) }).toEqual({
      code: 0,
      lines: [{ removed: id }],
    });
    const left = await cli(['rules', '--data', folder]);
    expect(jsonLines(left.stdout)).toMatchObject([{ who: { kind: 'class' } }]);
  });

  test('of every kind are understood as they are written', () => {
    const matches = [
      'number:02-588-1234',
      'prefix:070',
      'wildcard:1588????',
      'regex:^(?:1588|1599)\\d+$',
      'class:representative',
      'country:CN',
      'region:서울',
      'withheld:any',
      'name:SALES*',
      'label:loan',
      'group:family',
      'list:1',
      'any:',
    ];
    for (const match of matches) {
      const [kind, ...value] = match.split(':');
      expect(readWho(match)).toEqual({ kind, value: value.join(':') });
    }
    expect(readWho('any')).toEqual({ kind: 'any', value: '' });
  });

  test.each([
    ['an unknown kind', 'postcode:123', /postcode.*number, prefix, wildcard/],
    ['an unknown class', 'class:telemarketer', /telemarketer.*landline.*voip/],
    ['an unknown reason of withholding', 'withheld:shy', /shy.*private, unavailable, payphone, any/],
    ['an unknown label', 'label:annoying', /annoying.*loan.*family/],
    ['a country that is no code', 'country:korea', /korea/],
    ['a number without digits', 'number:abc', /No call can ever match/],
    ['a prefix without digits', 'prefix:abc', /No call can ever match/],
    ['a pattern without digits', 'wildcard:abc', /No call can ever match/],
    ['an expression that is none', 'regex:(', /No call can ever match/],
    ['a kind without a value', 'number:', /number:/],
    ['nothing', '', /KIND:VALUE/],
  ])('%s is refused with what would be understood', (_what, match, words) => {
    expect(() => readWho(match)).toThrow(UsageError);
    expect(() => readWho(match)).toThrow(words);
  });

  test('that no call can match, or that would block a public line, are refused and nothing is written', async () => {
    const folder = join(aFolder(), 'data');
    expectRefused(await added(folder, 'number:abc', 'block'), /No call can ever match/);
    expectRefused(await added(folder, 'number:1566-1188', 'block'), /public lines can’t be blocked/);
    expectRefused(await added(folder, 'class:voip', 'explode'), /allow, flag or block/);
    expect(existsSync(folder)).toBe(false);
  });

  test('say when, how often and until when, are tried first, and tell what is odd', async () => {
    const folder = join(aFolder(), 'data');
    const night = ['--match', 'class:voip', '--action', 'block', '--from', '21:00', '--to', '08:00'];
    const more = ['--days', 'sat,sun', '--often', '3/60', '--hang-up', 'fax', '--until', '2030-12-31'];
    const made = await cli(['rules', 'add', ...night, ...more, '--data', folder]);
    expect(jsonLines(made.stdout)).toMatchObject([
      {
        when: { days: [6, 0], from: '21:00', to: '08:00' },
        often: { atLeast: 3, withinMinutes: 60 },
        hangUp: 'fax',
        until: new Date(2031, 0, 1).getTime(),
      },
    ]);
    const tried = await cli(['rules', 'try', ...night, '--data', folder]);
    expect(jsonLines(tried.stdout)).toMatchObject([{ calls: 0, wouldBlock: 0, good: [] }]);
    const odd = await cli(['rules', 'add', '--match', 'prefix:0', '--action', 'block', '--data', folder]);
    expect(odd).toMatchObject({ code: 0, stderr: '' });
    expect(odd.stdout).toMatch(/Nearly every call/);
    for (const wrong of [
      ['--days', 'someday'],
      ['--from', '9pm'],
      ['--often', 'daily'],
      ['--until', 'tomorrow'],
    ])
      expectRefused(await cli(['rules', 'add', ...night.slice(0, 4), ...wrong]), new RegExp(wrong[0] ?? ''));
  });

  test('allowing a public line is no mistake', async () => {
    expect(await added(aFolder(), 'number:112', 'allow')).toMatchObject({ code: 0 });
  });

  test('what is missing is asked for', async () => {
    const folder = aFolder();
    expectRefused(await cli(['rules', 'add', '--match', 'any', '--data', folder]), /--action wants/);
    expectRefused(await cli(['rules', 'paint', '--data', folder]), /paint[\s\S]*usage/);
  });

  test('removing one that is not there says so, and removes the others', async () => {
    const folder = aFolder();
    await added(folder, 'class:voip', 'block');
    const { code, stdout, stderr } = await cli(['rules', 'remove', '1', '77', 'x', '--data', folder]);
    expect({ code, lines: jsonLines(stdout) }).toEqual({ code: 2, lines: [{ removed: 1 }] });
    expect(stderr).toMatch(/no rule 77[\s\S]*no rule x/);
  });
});

describe.concurrent('a backup', patient, () => {
  test('is a whole book in one file, and never written over another', async () => {
    const folder = aFolder();
    await added(folder, 'prefix:1588', 'block');
    const copyFolder = join(aFolder(), 'copy');
    mkdirSync(copyFolder);
    const copy = join(copyFolder, 'ringfence.db');
    const made = await cli(['backup', copy, '--data', folder]);
    expect({ code: made.code, lines: jsonLines(made.stdout) }).toEqual({
      code: 0,
      lines: [{ backup: copy }],
    });
    const rules = await cli(['rules', '--data', copyFolder]);
    expect(jsonLines(rules.stdout)).toMatchObject([{ who: { kind: 'prefix', value: '1588' } }]);
    expectRefused(await cli(['backup', copy, '--data', folder]), /ringfence\.db/);
  });
});

describe.concurrent('a mistake', patient, () => {
  test('in the name of a command lists the commands', async () => {
    expectRefused(await npmCli(['nubmer', '112']), /Unknown command "nubmer"[\s\S]*number[\s\S]*watch/);
  });

  test('in the data folder makes no empty one there', async () => {
    const folder = join(aFolder(), 'wrong');
    for (const args of [['calls'], ['rules', 'remove', '1']])
      expectRefused(await cli([...args, '--data', folder]), /no records in/);
    expect(existsSync(folder)).toBe(false);
  });

  test('in the data folder that is a file is said', async () => {
    const file = join(import.meta.dirname, 'processes.ts');
    expectRefused(await added(file, 'class:voip', 'block'), /processes\.ts/);
    expectRefused(await cli(['watch', '--line', 'simulated:conexant', '--data', file]), /processes\.ts/);
  });

  test('is told in Korean to those who read it', async () => {
    const korean = { LC_ALL: 'ko_KR.UTF-8' };
    expectRefused(await cli(['calls', '--nonsense'], '', korean), /없는 옵션이에요: --nonsense/);
    expectRefused(await cli(['calls', '--data', '/nowhere'], '', korean), /\/nowhere/);
  });

  test('in the data folder is said by what changes settings too', async () => {
    for (const command of ['pause', 'mode'])
      expectRefused(await cli([command, '--data', '/proc/ringfence']), /\/proc\/ringfence/);
  });

  test('about a command is answered with how it is used', async () => {
    const { code, stdout } = await cli(['calls', '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/calls.*--limit/);
  });

  test('in an option is said', async () => {
    expectRefused(await cli(['calls', '--limit', 'many']), /many/);
    expectRefused(await cli(['calls', '--nonsense']), /nonsense/);
    expectRefused(await cli(['watch', '--line', 'foo:bar']), /foo:bar[\s\S]*tcp:\/\//);
  });

  test('no command at all shows how it is used', async () => {
    const { code, stdout } = await cli([]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/number[\s\S]*decode[\s\S]*calls[\s\S]*rules[\s\S]*watch/);
  });
});
