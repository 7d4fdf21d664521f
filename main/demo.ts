import type { CallOutcome, LineCall, Verdict } from '../shared/call.ts';
import { messages } from '../shared/messages/index.ts';
import { understand } from '../shared/number-plan/understand.ts';
import { callerKey } from '../shared/number.ts';
import { RuleDraft } from '../shared/rule.ts';
import type { RuleWho } from '../shared/rule.ts';
import type { Action } from '../shared/call.ts';
import type { Book } from './book/book.ts';
import { withheldLetter } from './call-desk.ts';
import type { Guard } from './guard/guard.ts';
import type { Learning } from './learning.ts';
import { householdContacts, householdHistory } from './line/simulated/household.ts';
import type { HouseholdCall } from './line/simulated/household.ts';

const days = 90;
const ringPeriodMs = 3000;
/** Every so many calls the household says what a call was about. */
const labelEvery = 3;

const rules: { who: RuleWho; action: Action; note: string }[] = [
  { who: { kind: 'class', value: 'representative' }, action: 'block', note: '' },
  { who: { kind: 'class', value: 'international_kr' }, action: 'block', note: '' },
  { who: { kind: 'class', value: 'international' }, action: 'flag', note: '' },
  { who: { kind: 'class', value: 'premium' }, action: 'block', note: '' },
  { who: { kind: 'withheld', value: 'any' }, action: 'flag', note: '' },
];

/** Gives an empty demo book its address book, a few rules and 90 days of calls, judged by the real guard and learned from as real ones are. */
export function furnishDemo(
  book: Book,
  guard: Pick<Guard, 'decide'>,
  rulesChanged: () => void,
  learning: Pick<Learning, 'over' | 'relabel'>,
  now = Date.now(),
): void {
  if (book.calls.page({ limit: 1 }).total > 0) return;
  book.atOnce(() => furnish(book, guard, rulesChanged, learning, now));
}

function furnish(
  book: Book,
  guard: Pick<Guard, 'decide'>,
  rulesChanged: () => void,
  learning: Pick<Learning, 'over' | 'relabel'>,
  now: number,
): void {
  for (const { name, number, group } of householdContacts())
    book.contacts.add({ name, numbers: [number], group: wordOf(group), note: '' });
  for (const rule of rules) book.rules.add(RuleDraft.parse(rule));
  rulesChanged();
  for (const [index, past] of householdHistory({ days, endingAt: now }).entries()) {
    const raw = past.number ?? withheldLetter[past.withheld ?? 'unavailable'];
    const number = understand(raw);
    const caller = callerKey(number);
    const verdict = guard.decide({
      at: past.t,
      line: demoLine,
      number,
      caller,
      name: null,
      doubtful: false,
    });
    const call = { ...lineCall(past, index, verdict), number, caller, verdict };
    book.calls.write(call);
    learning.over(call);
    if (index % labelEvery !== 0 || number.digits === '') continue;
    book.callers.change(caller, { label: past.label });
    learning.relabel(caller, number, { label: past.label });
  }
}

/** The made-up household is a Korean one and groups its contacts by the words of its labels. */
const wordOf = (label: string): string => messages.ko[`label.${label}`] ?? label;

const demoLine = 'simulated:household';

function lineCall(past: HouseholdCall, index: number, verdict: Verdict): LineCall {
  const refused = verdict.action === 'block';
  const rings = refused ? 1 : past.rings;
  return {
    id: `demo-${past.t}-${index}`,
    line: demoLine,
    startedAt: past.t,
    endedAt: past.t + rings * ringPeriodMs,
    rings,
    callerId: {
      number: past.number,
      name: null,
      date: null,
      time: null,
      withheld: past.withheld ?? null,
      checksum: null,
    },
    state: 'ended',
    outcome: refused ? 'refused' : outcomeOf(past),
    hangUp: refused ? { method: 'drop', attempts: 1, verified: true, asked: 'guard' } : null,
  };
}

function outcomeOf(past: HouseholdCall): CallOutcome {
  return past.answered ? 'answered' : 'missed';
}
