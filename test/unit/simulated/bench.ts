import { createExchange } from '../../../main/line/simulated/exchange.ts';
import type { CallReport, Exchange } from '../../../main/line/simulated/exchange.ts';
import { createSimulatedModem } from '../../../main/line/simulated/modem.ts';
import type { ModemOptions, SimulatedModem } from '../../../main/line/simulated/modem.ts';
import type { PersonalityKey } from '../../../main/line/simulated/personalities.ts';
import { fakeTimers } from '../../../main/line/simulated/timers.ts';
import type { FakeTimers } from '../../../main/line/simulated/timers.ts';

/** A modem on the table, its clock in hand. */
export interface Bench {
  readonly modem: SimulatedModem;
  readonly exchange: Exchange;
  readonly timers: FakeTimers;
  readonly ended: CallReport[];
  /** What it said since the last question. */
  readonly heard: () => string;
  /** Sends AT and a body, returns what was said. */
  readonly at: (body: string) => string;
  readonly send: (bytes: string) => string;
}

/** Local time, as the modem's DATE and TIME are: 15 October, 13:10. */
export const october = new Date(2026, 9, 15, 13, 10).getTime();

export function benchOf(
  personality: PersonalityKey,
  faults: NonNullable<ModemOptions['faults']> = {},
  setUp: readonly string[] = ['E0'],
): Bench {
  const timers = fakeTimers(october);
  const modem = createSimulatedModem(personality, { timers, faults });
  const exchange = createExchange(modem, { timers });
  const ended: CallReport[] = [];
  exchange.onEnd(report => void ended.push(report));
  let said = '';
  modem.onOutput(bytes => void (said += Buffer.from(bytes).toString('latin1')));
  const heard = (): string => {
    const all = said;
    said = '';
    return all;
  };
  const send = (bytes: string): string => {
    modem.input(Buffer.from(bytes, 'latin1'));
    return heard();
  };
  const at = (body: string): string => send(`AT${body}\r`);
  for (const body of setUp) at(body);
  return { modem, exchange, timers, ended, heard, at, send };
}
