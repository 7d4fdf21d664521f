import { ascii, numberOrLetter } from './encode.ts';
import type { Subscriber } from './exchange.ts';
import { realTimers } from './timers.ts';
import type { Timers } from './timers.ts';

/** Body of a frame between STX and ETX: line digit, opcode, payload padded with blanks. */
const bodyLength = 20;
/** How long a person talks, ms. */
const talkMs = 5000;

const frame = (opcode: string, payload = ''): Uint8Array =>
  ascii(`\x02${`1${opcode}${payload}`.slice(0, bodyLength).padEnd(bodyLength)}\x03`);

export interface SimulatedCidBox extends Subscriber {
  input(bytes: Uint8Array): void;
  onOutput(listener: (bytes: Uint8Array) => void): () => void;
  close(): void;
}

/** A Korean shop's caller-ID box (발신번호 표시 단말기): reports calls in STX/ETX frames, knows no AT and cannot take the line. */
export function createSimulatedCidBox(timers: Timers = realTimers): SimulatedCidBox {
  const listeners = new Set<(bytes: Uint8Array) => void>();
  const say = (bytes: Uint8Array): void => {
    for (const listener of [...listeners]) listener(bytes);
  };
  let asked = '';
  let cancel = (): void => undefined;
  return {
    state: { offHook: false },
    input: bytes => {
      // Only the question who it is gets an answer; everything else, AT too, is noise to it.
      asked = (asked + Buffer.from(bytes).toString('latin1')).slice(-64);
      if (!/\x02\dP[^\x03]*\x03/.test(asked)) return;
      asked = '';
      say(frame('P'));
    },
    onOutput: listener => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      cancel();
      listeners.clear();
    },
    socket: {
      callArrives: () => undefined,
      ring: () => undefined,
      burst: run => run(),
      callerId: sent => say(frame('I', numberOrLetter(sent))),
      ringingStops: () => undefined,
      personAnswers: () => {
        say(frame('S'));
        cancel = timers.after(talkMs, () => say(frame('E')));
      },
      callerLeaves: () => undefined,
      onHook: () => () => undefined,
    },
  };
}
