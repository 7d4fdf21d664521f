import type { HangUpMethod, LineCall, Verdict } from '../shared/call.ts';
import { understand } from '../shared/number-plan/understand.ts';
import { callerKey } from '../shared/number.ts';
import type { PhoneNumber, WithheldKind } from '../shared/number.ts';
import type { CallFacts } from './guard/guard.ts';
import { factsOf } from './guarding.ts';

/** A call with what was understood and decided: what the book is given. */
export interface JudgedCall extends LineCall {
  number: PhoneNumber;
  caller: string;
  verdict: Verdict | null;
}

export interface CallDeskParts {
  decide(facts: CallFacts): Verdict;
  /** How a refused call is ended where its verdict does not say. */
  hangUpMethod(): HangUpMethod;
  /** Country of the line, ISO 3166-1 alpha-2. */
  country(): string;
  /** Writes it down and shows it. Never on the way from caller ID to the hang-up. */
  keep(call: JudgedCall): void;
}

/** Letters by which exchanges say why there is no number (Bellcore GR-30; C: Korean pay phone). */
export const withheldLetter: Readonly<Record<WithheldKind, string>> = {
  private: 'P',
  unavailable: 'O',
  payphone: 'C',
};

/** Stands for any number while nothing is decided by it. */
const usualNumber = '15880000';

/**
 * Where a ringing call meets the guard: the line asks, the verdict is given at once from memory, and only then is the
 * call handed on to be written down.
 */
export function createCallDesk(parts: CallDeskParts) {
  const judged = new Map<string, Pick<JudgedCall, 'number' | 'caller' | 'verdict'>>();
  const waiting = new Map<string, LineCall>();
  let scheduled = false;

  function numberOf(call: LineCall): PhoneNumber {
    const { callerId } = call;
    const raw = callerId?.number ?? (callerId?.withheld ? withheldLetter[callerId.withheld] : '');
    return understand(raw, { country: parts.country() });
  }

  /**
   * The first ring is seconds ahead of the number, and the last call may be hours ago: what a verdict needs is fetched into
   * the machine's nearest memory now.
   */
  function warmUp(call: LineCall): void {
    const number = understand(usualNumber, { country: parts.country() });
    try {
      parts.decide(factsOf({ ...call, number, caller: callerKey(number) }));
    } catch {
      // Nothing was asked yet; a guard that fails is told of when the line asks it.
    }
  }

  function keepWaiting(): void {
    scheduled = false;
    const calls = [...waiting.values()];
    waiting.clear();
    for (const call of calls) {
      const known = judged.get(call.id);
      const number = known?.number ?? numberOf(call);
      parts.keep({
        ...call,
        number,
        caller: known?.caller ?? callerKey(number),
        verdict: known?.verdict ?? null,
      });
      if (call.state === 'ended') judged.delete(call.id);
      if (call.state === 'ringing' && call.callerId === null && !known) warmUp(call);
    }
  }

  return {
    /** The line's question, answered from memory. */
    decide(call: LineCall, canHangUp = true): { refuse: false } | { refuse: true; method: HangUpMethod } {
      const number = numberOf(call);
      const caller = callerKey(number);
      const verdict = parts.decide({ ...factsOf({ ...call, number, caller }), looksOn: !canHangUp });
      judged.set(call.id, { number, caller, verdict });
      return verdict.action === 'block'
        ? { refuse: true, method: verdict.hangUp ?? parts.hangUpMethod() }
        : { refuse: false };
    },

    /** A call began, grew or ended; several changes of one turn are written once. */
    callChanged(call: LineCall): void {
      waiting.set(call.id, call);
      if (scheduled) return;
      scheduled = true;
      setImmediate(keepWaiting);
    },

    /** Writes down what is still waiting; before the house closes. */
    flush: keepWaiting,
  };
}
