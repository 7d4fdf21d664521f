import type { LineCall } from '../shared/call.ts';
import type { PhoneNumber } from '../shared/number.ts';
import type { Rule } from '../shared/rule.ts';
import type { Settings } from '../shared/settings.ts';
import type { Book } from './book/book.ts';
import type { CallFacts, GuardConfig, GuardSources } from './guard/guard.ts';

/** How many earlier calls of one caller the guard may ask for; more say nothing new. */
const recentAtMost = 200;

/** What the guard asks of the book: index look-ups, kept short. A book in trouble must not silence the guard. */
export function guardSources(book: Book): GuardSources {
  return {
    listsWith: digits => safely(() => book.lists.find(digits), []),
    contactOf: caller =>
      safely(() => {
        const contact = book.contacts.find(caller);
        return contact && { name: contact.name, group: contact.group || null };
      }, null),
    labelOf: caller => safely(() => book.callers.labelOf(caller), null),
    recentCalls: (caller, since) =>
      safely(() => book.calls.recentTimes(caller, since).slice(-recentAtMost).reverse(), []),
  };
}

/** What the guard is told of a call, live or past. */
export function factsOf(
  call: Pick<LineCall, 'startedAt' | 'line' | 'callerId'> & { number: PhoneNumber; caller: string },
): CallFacts {
  return {
    at: call.startedAt,
    line: call.line,
    number: call.number,
    caller: call.caller,
    name: call.callerId?.name ?? null,
    doubtful: call.callerId?.checksum === false,
  };
}

export function guardConfig(rules: Rule[], settings: Settings): GuardConfig {
  return { rules, settings };
}

function safely<T>(ask: () => T, otherwise: T): T {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}
