import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Book } from '../../main/book/book.ts';
import { aFolder, aHouse, aPhone, remember, rule } from './a-house.ts';
import { phoneOnCable } from './phone.ts';
import { cli } from './processes.ts';

const patient = { timeout: 120_000 };
const sales = '15881234';
const minuteMs = 60_000;

/** Three lines to one house: three calls of one caller need not wait for each other. */
async function threePhones() {
  return [await aPhone(), await aPhone(), await aPhone()] as const;
}

describe('one click on a caller', patient, () => {
  test('refuses it from the next call on, and undoing that lets it ring again', async () => {
    const [first, second, third] = await threePhones();
    const { house, call, watching } = await aHouse({ lines: [first.line, second.line, third.line] });
    await watching(3);
    first.call(sales);
    expect(await call(sales)).toMatchObject({ line: first.line, verdict: { action: 'allow' } });

    const edited = house.judgeCaller(sales, 'block');
    expect(house.rules()).toMatchObject([
      { who: { kind: 'number', value: sales }, action: 'block', caught: 0 },
    ]);
    second.call(sales);
    const refused = await call(sales, one => one.line === second.line && one.hangUp !== null);
    expect(refused).toMatchObject({ verdict: { action: 'block', by: 'block-rule' }, callsOfCaller: 2 });
    await vi.waitFor(() => expect(second.ended()).toMatchObject([{ end: 'dropped', rings: 1 }]), patient);
    expect(house.rules()).toMatchObject([{ caught: 1, lastCaughtAt: refused.startedAt }]);

    if (edited === null) throw new Error('Not edited.');
    expect(house.undo(edited.changeId)).toBe(true);
    expect(house.undo(edited.changeId)).toBe(false);
    expect(house.rules()).toEqual([]);
    third.call(sales);
    expect(await call(sales, one => one.line === third.line && one.verdict !== null)).toMatchObject({
      verdict: { action: 'allow' },
      callsOfCaller: 3,
    });
    expect(house.caller(sales)).toMatchObject({ count: 3 });
  });

  test('changes its mind without leaving two rules, and takes both back one by one', async () => {
    const { house } = await aHouse();
    house.judgeCaller(sales, 'block');
    house.judgeCaller(sales, 'allow');
    expect(house.rules()).toMatchObject([{ action: 'allow' }]);
    const [allowed, blocked] = house.changes(10);
    expect([allowed?.key, blocked?.key]).toEqual(['caller-allowed', 'caller-blocked']);
    house.undo(allowed?.id ?? 0);
    expect(house.rules()).toMatchObject([{ action: 'block' }]);
    house.undo(blocked?.id ?? 0);
    expect(house.rules()).toEqual([]);
    // Undoing the undoing brings it back.
    house.undo(house.changes(1)[0]?.id ?? 0);
    expect(house.rules()).toMatchObject([{ action: 'block' }]);
  });

  test('takes hiding callers all at once, and what is no number not at all', async () => {
    const { house } = await aHouse();
    expect(house.judgeCaller('withheld:private', 'block')).not.toBeNull();
    expect(house.rules()).toMatchObject([{ who: { kind: 'withheld', value: 'private' } }]);
    expect(house.judgeCaller(sales, null)).toBeNull();
  });

  test('never refuses a public line, and a rule about its whole class does not either', async () => {
    const police = '15661188';
    const phone = await aPhone();
    const { house, call, watching } = await aHouse({ lines: [phone.line] });
    expect(() => house.judgeCaller(police, 'block')).toThrow('rule-public-line');
    expect(() => house.judgeCaller('112', 'block')).toThrow('rule-public-line');
    house.addRule(rule({ kind: 'class', value: 'representative' }, 'block'));
    house.addRule(rule({ kind: 'prefix', value: '1566' }, 'block'));
    house.addRule(rule({ kind: 'any', value: '' }, 'block'));
    house.changeSettings({ mode: 'contacts', classDefaults: { representative: 'block' } });
    await watching();
    phone.call(police, { rings: 2 });
    expect(await call(police)).toMatchObject({ verdict: { action: 'allow', by: 'public-line' } });
    await vi.waitFor(() => expect(phone.ended()).toMatchObject([{ end: 'given-up', holdsMs: [] }]), patient);
  });
});

describe('what the owner says of callers', patient, () => {
  test('in the contacts rings through a rule about the whole class', async () => {
    const [first, second] = await threePhones();
    const { house, call, watching } = await aHouse({ lines: [first.line, second.line] });
    house.addRule(rule({ kind: 'class', value: 'representative' }, 'block'));
    house.addContact({ name: '우리 은행', numbers: ['1588-5000'], group: '', note: '' });
    await watching(2);
    first.call('15885000', { rings: 1 });
    second.call('15885001');
    expect(await call('15885000')).toMatchObject({
      knownAs: '우리 은행',
      verdict: { action: 'allow', by: 'contact' },
    });
    expect(await call('15885001')).toMatchObject({ knownAs: null, verdict: { action: 'block' } });
  });

  test('by label and note is found again, in both languages, and undone', async () => {
    const { house } = await aHouse({ prepare: book => remember(book, '070-1234-5678', 1_000_000) });
    const caller = '07012345678';
    const edited = house.changeCaller(caller, { label: 'loan', note: '매주 월요일' });
    for (const search of ['대출', 'loan', '월요일', '1234', '070 1234'])
      expect(house.calls({ search, limit: 50 }).calls, search).toMatchObject([{ caller, label: 'loan' }]);
    expect(house.calls({ search: '보험', limit: 50 }).total).toBe(0);
    expect(house.caller(caller)).toMatchObject({ label: 'loan', note: '매주 월요일', count: 1 });
    house.undo(edited?.changeId ?? 0);
    expect(house.caller(caller)).toMatchObject({ label: null, note: '' });
    expect(house.changeCaller('nobody', { label: 'loan' })).toBeNull();
  });
});

describe('rules', patient, () => {
  test('are tried on past calls before they are saved, and nothing is changed by it', async () => {
    const { house } = await aHouse({
      prepare: book => {
        for (let call = 0; call < 20; call++) remember(book, '15881234', 1_000_000 + call);
        for (let call = 0; call < 5; call++)
          remember(book, '15889999', 2_000_000 + call, { outcome: 'answered' });
        for (let call = 0; call < 30; call++) remember(book, '02-733-1234', 3_000_000 + call);
        book.contacts.add({ name: '동사무소', numbers: ['1588-7777'], group: '', note: '' });
        remember(book, '15887777', 4_000_000);
      },
    });
    const trial = house.tryRule(rule({ kind: 'prefix', value: '1588' }, 'block'), null);
    // The contact is let through by its own voice, before any rule that blocks.
    expect(trial).toMatchObject({ calls: 56, changed: 25 });
    expect(trial.good.map(call => call.number.digits)).toEqual(Array(5).fill('15889999'));
    expect(trial.examples).toHaveLength(20);
    expect(house.rules()).toEqual([]);
    expect(house.changes(10).filter(change => change.what === 'rule')).toEqual([]);
  });

  test('are edited, switched off, removed and brought back; each edit can be undone by itself', async () => {
    const { house, events } = await aHouse();
    const draft = rule({ kind: 'prefix', value: '070' }, 'block');
    const { rule: added } = house.addRule(draft);
    house.changeRule(added.id, { ...draft, enabled: false });
    house.changeRule(added.id, { ...draft, enabled: false, note: 'sales' });
    house.removeRule(added.id);
    expect(house.rules()).toEqual([]);
    const keys = () => house.changes(10).map(change => change.key);
    expect(keys()).toEqual(['rule-removed', 'rule-changed', 'rule-switched-off', 'rule-added']);
    const [removed, , switched] = house.changes(10);
    house.undo(removed?.id ?? 0);
    expect(house.rules()).toMatchObject([{ id: added.id, enabled: false, note: 'sales' }]);
    // Only what that edit changed is set back: the note of a later one stays.
    house.undo(switched?.id ?? 0);
    expect(house.rules()).toMatchObject([{ id: added.id, enabled: true, note: 'sales' }]);
    expect(house.removeRule(99)).toBeNull();
    expect(house.changeRule(99, draft)).toBeNull();
    expect(
      events.filter(event => event.type === 'changed' && event.what === 'rules').length,
    ).toBeGreaterThanOrEqual(6);
  });

  test('that could never speak are refused, and those that are only odd are saved with what is odd', async () => {
    const { house } = await aHouse();
    const shadowed = rule({ kind: 'prefix', value: '1588' }, 'block');
    house.addRule(rule({ kind: 'class', value: 'representative' }, 'allow'));
    expect(house.tryRule(shadowed, null).warnings.map(({ key }) => key)).toContain('shadowed');
    expect(house.addRule(shadowed).warnings.map(({ key }) => key)).toContain('shadowed');
    expect(() => house.addRule(rule({ kind: 'regex', value: '(' }, 'block'))).toThrow('rule-never-matches');
    expect(house.rules()).toHaveLength(2);
  });
});

describe('settings', patient, () => {
  test('turn learning on only once its record is good enough', async () => {
    const { house } = await aHouse();
    expect(house.learningRecord().ready).toBe(false);
    const learning = (on: boolean) => ({ learning: { on, caution: 'careful' as const } });
    expect(() => house.changeSettings(learning(true))).toThrow('learning-not-ready');
    expect(house.changeSettings(learning(false)).learning.on).toBe(false);
  });

  test('are kept, and what they were can be had back from the list of changes', async () => {
    const folder = aFolder();
    const { house, ringfence, event } = await aHouse({ dataFolder: folder });
    expect(house.settings()).toMatchObject({ holdMs: 1700, mode: 'normal' });
    house.changeSettings({ holdMs: 2000, mode: 'watch' });
    await event(one => one.type === 'changed' && one.what === 'settings');
    house.changeSettings({ theme: 'dark' });
    const [, first] = house.changes(10);
    expect(first).toMatchObject({ what: 'settings', undone: false });
    house.undo(first?.id ?? 0);
    expect(house.settings()).toMatchObject({ holdMs: 1700, mode: 'normal', theme: 'dark' });
    expect(house.status().mode).toBe('normal');
    await ringfence.stop();
    const again = await aHouse({ dataFolder: folder });
    expect(again.house.settings()).toMatchObject({ holdMs: 1700, mode: 'normal', theme: 'dark' });
  });

  test('name the lines: a new one is opened and an old one let go, while the others are not disturbed', async () => {
    const [first, second] = await threePhones();
    const { house, watching } = await aHouse({ lines: null, settings: { lines: [first.line] } });
    await watching();
    const before = first.commands().length;
    house.changeSettings({ lines: [first.line, second.line] });
    await watching(2);
    expect(first.commands().length).toBe(before);
    house.changeSettings({ lines: [second.line] });
    await vi.waitFor(
      () => expect(house.status().lines).toMatchObject([{ line: second.line, state: 'watching' }]),
      patient,
    );
  });

  test('a pause lets refused callers ring until it is over', async () => {
    const [first, second] = await threePhones();
    const { house, call, watching } = await aHouse({ lines: [first.line, second.line] });
    house.addRule(rule({ kind: 'prefix', value: '1588' }, 'block'));
    house.pause(30);
    expect(house.status().pausedUntil).toBeGreaterThan(Date.now() + 29 * minuteMs);
    await watching(2);
    first.call(sales, { rings: 1 });
    expect(await call(sales)).toMatchObject({ verdict: { action: 'allow', by: 'pause' } });
    house.pause(null);
    expect(house.status().pausedUntil).toBeNull();
    second.call(sales);
    expect(await call(sales, one => one.line === second.line && one.verdict !== null)).toMatchObject({
      verdict: { action: 'block' },
    });
  });
});

describe('a call that rings', patient, () => {
  test('is shown at once, and is hung up on when the owner says so', async () => {
    const phone = await aPhone();
    const { house, call, watching } = await aHouse({ lines: [phone.line] });
    await watching();
    phone.call('0212345678', { rings: 20 });
    const ringing = await call('0212345678');
    expect(house.status().ringing).toMatchObject([{ id: ringing.id, state: 'ringing' }]);
    expect(house.hangUp('another')).toBe(false);
    expect(house.hangUp(ringing.id)).toBe(true);
    await vi.waitFor(() => expect(phone.ended()).toMatchObject([{ end: 'dropped' }]), patient);
    const over = await call('0212345678', one => one.state === 'ended');
    expect(over).toMatchObject({
      outcome: 'refused',
      verdict: { action: 'allow' },
      hangUp: { asked: 'owner', verified: true },
    });
    expect(house.status()).toMatchObject({ ringing: [], today: { calls: 1, blocked: 1 } });
    expect(house.hangUp(ringing.id)).toBe(false);
  });

  test('while the house is closed is in the book as interrupted', async () => {
    const folder = aFolder();
    const phone = await aPhone();
    const { call, watching, ringfence } = await aHouse({ dataFolder: folder, lines: [phone.line] });
    await watching();
    phone.call('0212345678', { rings: 20 });
    const { id } = await call('0212345678');
    await ringfence.stop();
    const again = await aHouse({ dataFolder: folder });
    expect(again.house.call(id)).toMatchObject({ state: 'ended', outcome: 'interrupted' });
    expect(again.house.status().ringing).toEqual([]);
  });
});

describe('a line that fails', patient, () => {
  test('is told state by state, and watched again, while the other one goes on', async () => {
    const cable = await phoneOnCable();
    onTestFinished(() => cable.close());
    const other = await aPhone();
    const { house, watching, events, call } = await aHouse({ lines: [cable.line, other.line] });
    await watching(2);
    await cable.cable.unplug();
    const stateOf = (line: string) => house.status().lines.find(status => status.line === line)?.state;
    await vi.waitFor(() => expect(stateOf(cable.line)).toBe('unplugged'), patient);
    expect(stateOf(other.line)).toBe('watching');
    other.call(sales, { rings: 1 });
    expect(await call(sales)).toMatchObject({ line: other.line });
    await cable.cable.replug();
    await vi.waitFor(() => expect(stateOf(cable.line)).toBe('watching'), patient);
    const told = events.flatMap(event =>
      event.type === 'line' && event.status.line === cable.line ? [event.status.state] : [],
    );
    expect(told.slice(told.indexOf('watching'))).toEqual([
      'watching',
      'unplugged',
      'opening',
      'setting-up',
      'watching',
    ]);
  });

  test('that never was there, or whose name means nothing, says which', async () => {
    const { house } = await aHouse({
      lines: ['/dev/no-such-modem', 'simulated:no-such-kind', 'tcp://127.0.0.1:1'],
    });
    await vi.waitFor(
      () =>
        expect(house.status().lines.map(({ line, state }) => [line, state])).toEqual([
          ['/dev/no-such-modem', 'not-found'],
          ['simulated:no-such-kind', 'bad-address'],
          ['tcp://127.0.0.1:1', 'unreachable'],
        ]),
      patient,
    );
  });
});

describe('trouble with the data', patient, () => {
  test('a damaged book is kept aside and told; calls go on into a new one', async () => {
    const folder = aFolder();
    const rubbish = 'this is no database '.repeat(500);
    writeFileSync(join(folder, 'ringfence.db'), rubbish);
    const phone = await aPhone();
    const { house, call, watching } = await aHouse({ dataFolder: folder, lines: [phone.line] });
    const [trouble] = house.status().troubles;
    expect(trouble?.key).toBe('database-damaged');
    expect(readFileSync(trouble?.values['file'] ?? '', 'utf8')).toBe(rubbish);
    await watching();
    phone.call(sales, { rings: 1 });
    const { id } = await call(sales);
    expect(house.call(id)).toMatchObject({ caller: sales });
  });

  test('damaged settings are kept aside and told; what is usual holds', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'settings.json'), '{"holdMs": 2');
    const { house } = await aHouse({ dataFolder: folder });
    const [trouble] = house.status().troubles;
    expect(trouble?.key).toBe('settings-damaged');
    expect(readFileSync(trouble?.values['file'] ?? '', 'utf8')).toBe('{"holdMs": 2');
    expect(house.settings().holdMs).toBe(1700);
    house.changeSettings({ holdMs: 2000 });
    expect(readdirSync(folder).filter(name => name.includes('damaged'))).toHaveLength(1);
  });

  test('a full disk is told, refuses edits in words, and costs neither a call nor a verdict', async () => {
    const folder = aFolder();
    const before = await aHouse({ dataFolder: folder });
    before.house.addRule(rule({ kind: 'prefix', value: '1588' }, 'block'));
    await before.ringfence.stop();

    // The page limit tells SQLite what a full disk tells it; the connection is caught as it is opened.
    const connections = new Set<DatabaseSync>();
    const caught = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (
      this: DatabaseSync,
      sql,
    ) {
      connections.add(this);
      caught.mockRestore();
      this.exec(sql);
    });
    const phone = await aPhone();
    const opened: Book[] = [];
    const { house, call, watching, event } = await aHouse({
      dataFolder: folder,
      lines: [phone.line],
      prepare: book => void opened.push(book),
    });
    const [connection] = connections;
    const [book] = opened;
    connection?.exec('PRAGMA max_page_count = 1');
    for (let past = 0; past < 50; past++) if (book) remember(book, '02-733-1234', 1_000_000 + past);
    expect(house.status().troubles).toMatchObject([{ key: 'disk-full' }]);
    await watching();
    const long = { note: 'x'.repeat(500) };
    expect(() => {
      for (let time = 0; time < 50; time++)
        house.addRule(rule({ kind: 'prefix', value: `070${String(time)}` }, 'flag', long));
    }).toThrow(/full/);
    phone.call(sales);
    const { id } = await call(sales);
    expect(house.call(id)).toMatchObject({ caller: sales, verdict: { action: 'block' } });
    await vi.waitFor(() => expect(phone.ended()).toMatchObject([{ end: 'dropped' }]), patient);
    await event(one => one.type === 'call' && one.call.state === 'ended');
    connection?.exec('PRAGMA max_page_count = 1000000');
    expect(house.addRule(rule({ kind: 'prefix', value: '060' }, 'block'))).toMatchObject({
      rule: { action: 'block' },
    });
    // The next call takes those with it that waited.
    if (book) remember(book, '02-733-1234', 2_000_000);
    await event(one => one.type === 'changed' && one.what === 'history');
    expect(house.status().troubles).toEqual([]);
    expect(house.calls({ limit: 1 })).toMatchObject({ calls: [{ id }], total: 52 });
  });

  test('where nothing can be written from the start, what was remembered still guards, and edits by command fail', async () => {
    const folder = aFolder();
    const before = await aHouse({ dataFolder: folder });
    before.house.addRule(rule({ kind: 'prefix', value: '1588' }, 'block'));
    await before.ringfence.stop();
    // As on a full disk or a read-only one, SQLite finds no place for its log.
    mkdirSync(join(folder, 'ringfence.db-wal'));
    const phone = await aPhone();
    const { house, call, watching } = await aHouse({ dataFolder: folder, lines: [phone.line] });
    expect(house.status().troubles).toMatchObject([{ key: 'data-unwritable' }]);
    expect(house.rules()).toMatchObject([{ who: { value: '1588' } }]);
    await watching();
    phone.call(sales);
    expect(await call(sales)).toMatchObject({ verdict: { action: 'block' } });
    const add = ['rules', 'add', '--match', 'class:voip', '--action', 'block', '--data', folder];
    const added = await cli(add);
    expect(added).toMatchObject({ code: 2, stdout: '' });
    expect(added.stderr).toContain('cannot be written to');
    expect((await cli(['rules', '--data', folder])).stdout).toContain('"value":"1588"');
  });
});
