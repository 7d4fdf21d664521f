import type { House } from '../../main/api/house.ts';
import { Refused } from '../../main/api/problem.ts';
import { afterRefusal } from '../../main/caller-desk.ts';
import { createGuard } from '../../main/guard/guard.ts';
import type { Call } from '../../shared/call.ts';
import { callWord } from '../../shared/call.ts';
import type { CallQuery, Change, Contact } from '../../shared/history.ts';
import type { LineStatus } from '../../shared/line-status.ts';
import type { LiveEvent } from '../../shared/live.ts';
import { publicLines } from '../../shared/number-plan/public-lines.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import { callerKey } from '../../shared/number.ts';
import type { RuleWithRecord } from '../../shared/rule.ts';
import { NewRule, RuleDraft, usualUntil } from '../../shared/rule.ts';
import type { NoticeAbility } from '../../shared/notice.ts';
import { Settings } from '../../shared/settings.ts';
import { fakeCalls, hourMs } from './fake-calls.ts';
import { createFakeDoctor } from './fake-doctor.ts';
import { createFakeNotice } from './fake-notice.ts';
import { createFakeImports, createFakeLists } from './fake-lists.ts';

export const watching: LineStatus = {
  line: '/dev/ttyACM0',
  path: '/dev/ttyACM0',
  state: 'watching',
  since: Date.now(),
  modem: { name: 'Conexant CX93010', chip: 'conexant', identity: ['CX93001-EIS_V0.2013-V92'] },
  canHangUp: true,
  values: {},
  lastCallAt: null,
  ports: [],
};

/** A household in memory behind the real api: no modem, no database, every moment at the test's command. */
export function createFakeHouse({ calls: count = 400, now = Date.now() } = {}) {
  const doctor = createFakeDoctor(watching);
  let noticeAbility: NoticeAbility = 'ready';
  const listeners = new Set<(event: LiveEvent) => void>();
  const tell = (event: LiveEvent) => listeners.forEach(listen => listen(event));
  const marks = new Map<string, { label: string | null; note: string; ownName: string | null }>();
  const undos = new Map<number, () => void>();
  let settings: Settings = Settings.parse({});
  let rules: RuleWithRecord[] = [];
  let contacts: Contact[] = [
    contact(1, '엄마', '010-2345-6789', '가족'),
    contact(2, '우리동네 내과', '02-312-4455', '병원'),
  ];
  let changes: Change[] = [];
  let lines: LineStatus[] = [watching];
  let ringing: Call[] = [];
  let nextId = 1;

  const templates = [
    {
      key: 'overseas',
      drafts: [RuleDraft.parse({ who: { kind: 'class', value: 'international' }, action: 'block' })],
    },
    {
      key: 'premium',
      drafts: [RuleDraft.parse({ who: { kind: 'class', value: 'premium' }, action: 'block' })],
    },
  ];

  const guard = createGuard(
    {
      listsWith: () => [],
      contactOf: caller => {
        const known = contacts.find(one => one.numbers.some(number => digits(number) === caller));
        return known ? { name: known.name, group: known.group } : null;
      },
      labelOf: caller => marks.get(caller)?.label ?? null,
      recentCalls: () => [],
    },
    { rules, settings },
  );
  const configure = () => guard.configure({ rules: [...rules], settings });

  const shown = (call: Call): Call => ({
    ...call,
    knownAs:
      marks.get(call.caller)?.ownName ??
      contacts.find(one => one.numbers.some(number => digits(number) === call.caller))?.name ??
      null,
    label: marks.get(call.caller)?.label ?? null,
    callsOfCaller: calls.filter(other => other.caller === call.caller).length,
  });
  const judged = (raw: string | null, at: number, id: string): Call => {
    const number = understand(raw);
    const caller = callerKey(number);
    const verdict = guard.decide({ at, line: watching.line, number, caller, name: null, doubtful: false });
    return {
      id,
      line: watching.line,
      startedAt: at,
      endedAt: null,
      rings: 1,
      callerId: { number: raw, name: null, date: null, time: null, withheld: null, checksum: null },
      state: 'ringing',
      outcome: null,
      hangUp: null,
      number,
      caller,
      verdict,
      knownAs: null,
      label: null,
      callsOfCaller: 1,
    };
  };

  const edited = (what: Change['what'], key: string, values: Change['values'], undo: () => void) => {
    const id = nextId++;
    changes = [{ id, at: Date.now(), what, key, values, undone: false }, ...changes];
    undos.set(id, undo);
    return { changeId: id };
  };
  const addRule = (draft: NewRule) => {
    const until = draft.until === undefined ? usualUntil(draft, Date.now()) : draft.until;
    const rule = { ...draft, until, id: nextId++, createdAt: Date.now(), caught: 0, lastCaughtAt: null };
    rules = [...rules, rule];
    configure();
    tell({ type: 'changed', what: 'rules' });
    const { changeId } = edited('rule', 'rule-added', ruleValues(rule), () => {
      rules = rules.filter(other => other.id !== rule.id);
    });
    return { rule, changeId, warnings: [] };
  };
  const swapRules = (next: RuleWithRecord[], key: string, draft: RuleDraft) => {
    const before = rules;
    rules = next;
    configure();
    tell({ type: 'changed', what: 'rules' });
    return edited('rule', key, ruleValues(draft), () => {
      rules = before;
    });
  };
  const swapContacts = (next: Contact[], key: string, name: string) => {
    const before = contacts;
    contacts = next;
    tell({ type: 'changed', what: 'contacts' });
    return edited('contact', key, { name }, () => {
      contacts = before;
    });
  };

  for (const draft of [
    { who: { kind: 'class', value: 'representative' }, action: 'block' },
    { who: { kind: 'withheld', value: 'any' }, action: 'flag', note: '병원일 수 있음' },
    { who: { kind: 'prefix', value: '070' }, action: 'block', when: { from: '21:00', to: '08:00' } },
  ])
    addRule(RuleDraft.parse(draft));
  changes = [];

  let calls: Call[] = fakeCalls(count, now).map(({ raw, at, rings, answered }, index) => {
    const call = judged(raw, at, `past-${index}`);
    const refused = call.verdict?.action === 'block';
    return {
      ...call,
      state: 'ended',
      rings: refused ? 1 : rings,
      endedAt: at + (refused ? 3000 : rings * 3000),
      outcome: refused ? 'refused' : answered ? 'stopped' : 'missed',
      hangUp: refused ? { method: 'drop', attempts: 1, verified: true, asked: 'guard' } : null,
    };
  });

  const found = (query: CallQuery) =>
    calls
      .map(shown)
      .filter(
        call =>
          (query.word === undefined || callWord(call) === query.word) &&
          (query.class === undefined || call.number.class === query.class) &&
          (query.label === undefined || call.label === query.label) &&
          (query.caller === undefined || call.caller === query.caller) &&
          (query.rule === undefined || call.verdict?.ruleId === query.rule) &&
          call.startedAt >= (query.from ?? 0) &&
          call.startedAt < (query.to ?? Infinity) &&
          (query.search === undefined ||
            `${call.number.display} ${call.number.digits} ${call.knownAs ?? ''}`.includes(query.search)),
      );

  const lists = createFakeLists(tell, edited);
  const house: House = {
    status: () => ({
      version: '0.1.0',
      door: 'headless',
      demo: false,
      dataFolder: '/home/owner/.local/share/ringfence',
      lines: lines.map(line => ({ ...line, lastCallAt: calls[0]?.startedAt ?? null })),
      ringing: ringing.map(shown),
      today: todayOf(calls, now),
      pausedUntil: settings.pausedUntil,
      mode: settings.mode,
      troubles: [],
    }),
    calls: query => {
      const all = found(query);
      const from = query.cursor === undefined ? 0 : Number(query.cursor);
      const next = from + query.limit;
      return {
        calls: all.slice(from, next),
        next: next < all.length ? String(next) : null,
        total: all.length,
      };
    },
    call: id => calls.map(shown).find(call => call.id === id) ?? null,
    explain: id => {
      const call = calls.find(one => one.id === id);
      return call
        ? { verdict: call.verdict, others: [], now: call.verdict?.action ?? 'allow', wouldChange: [] }
        : null;
    },
    hangUp: id => {
      const call = ringing.find(one => one.id === id);
      if (call) drive.ends({ ...call, outcome: 'refused' });
      return call !== undefined;
    },
    caller: caller => {
      const own = calls.filter(call => call.caller === caller).map(shown);
      const [newest] = own;
      if (!newest) return null;
      const mark = marks.get(caller);
      const words = { rang: 0, flagged: 0, blocked: 0, missed: 0 };
      const outcomes = {
        stopped: 0,
        refused: 0,
        'refusal-failed': 0,
        answered: 0,
        missed: 0,
        interrupted: 0,
      };
      const hours = Array<number>(24).fill(0);
      for (const call of own) {
        words[callWord(call)]++;
        if (call.outcome) outcomes[call.outcome]++;
        hours[new Date(call.startedAt).getHours()] = (hours[new Date(call.startedAt).getHours()] ?? 0) + 1;
      }
      return {
        caller,
        number: newest.number,
        knownAs: newest.knownAs,
        ownName: mark?.ownName ?? null,
        label: mark?.label ?? null,
        note: mark?.note ?? '',
        contact: null,
        firstAt: own.at(-1)?.startedAt ?? null,
        lastAt: newest.startedAt,
        count: own.length,
        words,
        outcomes,
        perWeek: [3, 0, 2, 5, 1, 4].map((weekly, index) => ({
          weekStart: now - (6 - index) * 7 * 24 * hourMs,
          count: weekly,
        })),
        hours,
        siblings: [{ caller: '07043215502', display: '070-4321-5502', count: 3, label: 'invest' }],
      };
    },
    changeCaller: (caller, change) => {
      const before = marks.get(caller) ?? { label: null, note: '', ownName: null };
      marks.set(caller, {
        label: change.label === undefined ? before.label : change.label,
        note: change.note ?? before.note,
        ownName: change.ownName === undefined ? before.ownName : change.ownName,
      });
      tell({ type: 'changed', what: 'numbers' });
      return edited('caller', 'caller-changed', { caller }, () => marks.set(caller, before));
    },
    readCaller: caller => {
      const own = calls.filter(call => call.caller === caller);
      const refused = afterRefusal(own);
      const guessed = marks.get(caller)?.label == null && own[0]?.number.class === 'voip';
      const evidence = [
        { key: 'learned.near-bad', values: { count: 3 }, speaks: 'for' as const },
        { key: 'learned.hour-bad', values: { hour: 11 }, speaks: 'for' as const },
      ];
      return own.length === 0
        ? null
        : { guess: guessed ? { category: 'invest', purpose: 'leaked', evidence } : null, refused };
    },
    judgeCaller: (caller, action) => {
      const call = [...ringing, ...calls].find(one => one.caller === caller);
      if (!call) return null;
      if (action === 'block' && publicLines.some(line => line.digits === call.number.digits))
        throw new Refused('rule-public-line');
      const others = rules.filter(rule => rule.who.kind !== 'number' || digits(rule.who.value) !== caller);
      if (action === null)
        return {
          ...swapRules(others, 'rule-removed', RuleDraft.parse({ who: numberWho(call), action: 'allow' })),
          until: null,
        };
      const before = rules;
      const { rule, changeId } = addRule(NewRule.parse({ who: numberWho(call), action }));
      rules = [...others, { ...rule }];
      undos.set(changeId, () => {
        rules = before;
      });
      return { changeId, until: rule.until };
    },
    rules: () =>
      rules.map(rule => ({ ...rule, caught: calls.filter(call => call.verdict?.ruleId === rule.id).length })),
    addRule,
    addTemplate: key => {
      const [draft] = templates.find(template => template.key === key)?.drafts ?? [];
      return draft ? addRule(draft) : null;
    },
    changeRule: (id, draft) => {
      if (!rules.some(rule => rule.id === id)) return null;
      const next = rules.map(rule => (rule.id === id ? { ...rule, ...draft } : rule));
      return { ...swapRules(next, 'rule-changed', draft), warnings: [] };
    },
    removeRule: id => {
      const old = rules.find(rule => rule.id === id);
      return old
        ? swapRules(
            rules.filter(rule => rule.id !== id),
            'rule-removed',
            old,
          )
        : null;
    },
    tryRule: draft => {
      const matched = calls
        .map(shown)
        .filter(call =>
          draft.who.kind === 'class'
            ? call.number.class === draft.who.value
            : call.number.digits.startsWith(digits(draft.who.value)),
        );
      const good = matched.filter(call => call.knownAs !== null);
      return {
        calls: calls.length,
        matched: matched.length,
        changed: matched.length,
        wouldBlock: draft.action === 'block' ? matched.length : 0,
        wouldFlag: draft.action === 'flag' ? matched.length : 0,
        wouldAllow: draft.action === 'allow' ? matched.length : 0,
        goodCount: good.length,
        good,
        examples: matched.slice(0, 50),
        warnings: [],
      };
    },
    ruleTemplates: () => templates,
    builtInLines: () =>
      publicLines.map(line => ({ ...line, display: understand(line.digits).display || line.digits })),
    contacts: () => contacts,
    addContact: draft => {
      const added = { ...draft, id: nextId++, createdAt: Date.now() };
      return { ...swapContacts([...contacts, added], 'contact-added', draft.name), contact: added };
    },
    changeContact: (id, draft) =>
      swapContacts(
        contacts.map(one => (one.id === id ? { ...one, ...draft } : one)),
        'contact-changed',
        draft.name,
      ),
    removeContact: id =>
      swapContacts(
        contacts.filter(one => one.id !== id),
        'contact-removed',
        contacts.find(one => one.id === id)?.name ?? '',
      ),
    lists,
    imports: createFakeImports(lists),
    changes: limit => changes.slice(0, limit),
    undo: id => {
      const undo = undos.get(id);
      if (!undo) return false;
      undo();
      configure();
      changes = changes.map(change => (change.id === id ? { ...change, undone: true } : change));
      tell({ type: 'changed', what: 'rules' });
      return true;
    },
    learningRecord: () => ({
      since: calls.at(-1)?.startedAt ?? null,
      calls: 212,
      wouldBlock: { all: 31, refused: 31, wanted: 0 },
      wouldFlag: { all: 12, refused: 9, wanted: 1 },
      ready: true,
    }),
    exportJson: () => ['{}\n'],
    exportCsv: table => [`${table}\r\n`],
    settings: () => settings,
    changeSettings: change => {
      settings = Settings.parse({ ...settings, ...change });
      configure();
      tell({ type: 'changed', what: 'settings' });
      return settings;
    },
    pause: minutes => {
      settings = { ...settings, pausedUntil: minutes === null ? null : Date.now() + minutes * 60_000 };
      tell({ type: 'changed', what: 'settings' });
    },
    ports: () => Promise.resolve([{ path: '/dev/ttyACM0', name: 'USB Modem (Conexant)' }]),
    doctor: doctor.doctor,
    notice: createFakeNotice(() => noticeAbility, 'Conexant CX93010'),
    listen: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  /** What the test makes happen. */
  const drive = {
    rings: (raw: string | null, at = Date.now()): Call => {
      const call = judged(raw, at, `live-${nextId++}`);
      ringing = [call, ...ringing];
      calls = [call, ...calls];
      tell({ type: 'call', call: shown(call) });
      return call;
    },
    ends: (call: Call): void => {
      const ended: Call = {
        ...call,
        state: 'ended',
        endedAt: Date.now(),
        outcome: call.outcome ?? 'stopped',
      };
      ringing = ringing.filter(one => one.id !== call.id);
      calls = calls.map(one => (one.id === call.id ? ended : one));
      tell({ type: 'call', call: shown(ended) });
    },
    line: (status: Partial<LineStatus>): void => {
      const line = { ...watching, ...status, since: Date.now() };
      lines = [line];
      tell({ type: 'line', status: line });
    },
    noLine: (): void => {
      lines = [];
    },
    settings: (change: Partial<Settings>): void => void house.changeSettings(change),
    doctor,
    notice: (ability: NoticeAbility): void => {
      noticeAbility = ability;
    },
  };
  return { house, drive };
}

function contact(id: number, name: string, number: string, group: string): Contact {
  return { id, name, numbers: [number], group, note: '', createdAt: 0 };
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

function numberWho(call: Call): { kind: string; value: string } {
  return call.number.withheld === undefined
    ? { kind: 'number', value: call.number.digits }
    : { kind: 'withheld', value: call.number.withheld };
}

function ruleValues({ who, action }: RuleDraft): Change['values'] {
  return { kind: who.kind, value: who.value, action };
}

function todayOf(calls: readonly Call[], now: number) {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const today = calls.filter(call => call.startedAt >= midnight);
  const count = (word: string) => today.filter(call => callWord(call) === word).length;
  return {
    calls: today.length,
    blocked: count('blocked'),
    flagged: count('flagged'),
    missed: count('missed'),
  };
}
