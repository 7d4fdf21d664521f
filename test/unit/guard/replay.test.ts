import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readRulesFile } from '../../../main/commands/rules-file.ts';
import { replay } from '../../../main/guard/replay.ts';
import type { ReplayEntry } from '../../../main/guard/replay.ts';
import { labels, unwanted } from '../../../shared/label.ts';
import { at } from './call-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringfence-replay-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const lines = (...values: unknown[]) => values.map(value => JSON.stringify(value)).join('\n');
const call = (number: string | null, minute: number, more: Partial<ReplayEntry> = {}): ReplayEntry => ({
  t: at('10:00') + minute * 60_000,
  number,
  ...more,
});
const actions = (entries: ReplayEntry[]) => [...replay(entries, { learn: true })].map(({ action }) => action);

describe('a label', () => {
  test('acts from the next call on, never on its own', () =>
    expect(actions([call('07043215501', 0, { label: 'loan' }), call('07043215501', 1)])).toEqual([
      'allow',
      'block',
    ]));
  test.each(labels)('may be any category ($key)', ({ key }) => {
    const [, next] = actions([call('07043215501', 0, { label: key }), call('07043215501', 1)]);
    expect(next === 'block').toBe(unwanted(key) === true);
  });
  test.each(['spam', ' SPAM ', '대출 권유', 'Loan offer', '스팸', 'robocall'])(
    'may be the word "%s"',
    label => expect(actions([call('07043215501', 0, { label }), call('07043215501', 1)])[1]).toBe('block'),
  );
  test.each(['good', '정상', '가족·지인', 'not_spam'])('may say by "%s" that a call was wanted', label =>
    expect(
      actions([
        call('07043215501', 0, { label: 'loan' }),
        call('07043215501', 1, { label }),
        call('07043215501', 2),
      ])[2],
    ).toBe('allow'),
  );
  test.each(['xyzzy', '', '__proto__', '🙂', '{}'])('that means nothing ("%s") changes nothing', label =>
    expect(actions([call('07043215501', 0, { label }), call('07043215501', 1)])).not.toContain('block'),
  );
});

test('hidden and empty numbers, in any writing, are replayed', () => {
  const odd: ReplayEntry[] = [
    call(null, 0),
    call('', 1, { withheld: 'private' }),
    call(null, 2, { withheld: true }),
    call(null, 3, { withheld: 'anonymous' }),
    call('P', 4, { label: 'loan' }),
    call('000-0-6348', 5, { rings: -1, name: '' }),
    call('9'.repeat(300), 6, { label: 'spam' }),
  ];
  expect(actions(odd)).toHaveLength(odd.length);
});

function run(...args: string[]): Promise<{ code: number; out: string; errors: string }> {
  return new Promise(done =>
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'main/cli.ts', 'replay', ...args],
      { env: { ...process.env, LANG: 'en_US.UTF-8' } },
      (error, out, errors) => done({ code: Number(error?.code ?? 0), out, errors }),
    ),
  );
}

describe('the command', () => {
  test('prints one verdict a line, in time order, whatever the order of the file', async () => {
    const history = file(
      'calls.jsonl',
      `\uFEFF${lines(call('07043215501', 9), call('15661188', 1), call('07043215501', 2, { label: 'spam' }))}\r\n\n`,
    );
    const rules = file('rules.txt', '# mine\n--match prefix:1566 --action block\n');
    const { code, out } = await run('--history', history, '--rules', rules, '--learn');
    expect(code).toBe(0);
    const verdicts = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>);
    expect(verdicts.map(({ number, action, by }) => ({ number, action, by }))).toEqual([
      { number: '15661188', action: 'allow', by: 'public-line' },
      { number: '07043215501', action: 'allow', by: 'class-default' },
      { number: '07043215501', action: 'block', by: 'learned' },
    ]);
    for (const verdict of verdicts) {
      expect(Object.keys(verdict).filter(key => !['score', 'category'].includes(key))).toEqual([
        't',
        'number',
        'action',
        'by',
        'reasons',
      ]);
      expect(verdict['reasons']).not.toEqual([]);
    }
  });
  test.each([
    ['no JSON', '{"t":1,"number":"112"}\n{"t":2,', ':2: this is not JSON'],
    ['no time', '{"t":1,"number":"112"}\n\n{"number":"112"}', ':3: t'],
    ['a number that is a list', '{"t":1,"number":["112"]}', ':1: number'],
  ])('names the line with %s, and prints no verdict', async (_, text, complaint) => {
    const { code, out, errors } = await run('--history', file('bad.jsonl', text));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors).toContain(complaint);
  });
  test('says which file it cannot read', async () => {
    const { code, errors } = await run('--history', join(folder, 'none.jsonl'));
    expect(code).toBe(2);
    expect(errors).toContain('none.jsonl');
  });
});

describe('a file of rules', () => {
  const draft = { who: { kind: 'prefix', value: '070' }, action: 'block' };
  test.each([
    ['JSON lines', lines(draft, draft)],
    ['lines as rules list prints them', lines({ ...draft, id: 7, createdAt: 1, caught: 3 }, draft)],
    ['one JSON array over several lines', JSON.stringify([draft, draft], null, 2)],
    [
      'an export of everything',
      JSON.stringify({ format: 'ringfence', version: 1, rules: [draft, draft] }, null, 1),
    ],
    ['options', '--match prefix:070 --action block\n--match prefix:070 --action block --note "a b"'],
    [
      'short JSON',
      lines({ match: 'prefix:070', action: 'block' }, { kind: 'prefix', value: '070', action: 'block' }),
    ],
  ])('may be %s', async (_, text) => {
    const rules = await readRulesFile(file('rules', text));
    expect(rules.map(({ id, who, action }) => ({ id, who, action }))).toEqual([
      { id: 1, ...draft },
      { id: 2, ...draft },
    ]);
  });
  test.each([
    '{"who":{"kind":"planet","value":"x"},"action":"block"}',
    '{"action":"block"}',
    '--match prefix:070',
    'x',
  ])('that is not understood is refused by line (%s)', async text => {
    const path = file('rules', `${lines(draft)}\n${text}`);
    await expect(readRulesFile(path)).rejects.toThrow(`${path}:2: `);
  });
});
