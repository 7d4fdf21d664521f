import type { Cable } from './tty.ts';

/** An answer: result lines, or null for none at all. */
export type Answers = Record<string, string | null | (() => string | null)>;

/** How a modem speaks, besides what it says. */
export interface Manner {
  /** Every line, with what is round it. */
  line?: (text: string) => string;
  echo?: boolean;
  /** From command to answer, ms. */
  delayMs?: number;
  /** Results by number (V0). */
  digits?: boolean;
  ring?: string;
}

export interface ScriptedModem {
  /** Commands that were sent, in order, without AT&F and the like left out: all of them. */
  commands(): string[];
  count(command: string): number;
  /** Changes what is answered from now on. */
  answer(answers: Answers): void;
  ring(which?: string): void;
  callerId(lines: string[]): void;
}

/** V.250 §5.7.1. */
const inDigits: Readonly<Record<string, string>> = { OK: '0', RING: '2', 'NO CARRIER': '3', ERROR: '4' };

/** A modem that is nothing but a table: command → answer; all else is OK, and questions for capabilities are ERROR. */
export function scriptModem(cable: Cable, first: Answers = {}, manner: Manner = {}): ScriptedModem {
  const framed = manner.line ?? ((text: string): string => `\r\n${text}\r\n`);
  const result = (word: string): string =>
    manner.digits && word in inDigits ? `${inDigits[word] ?? word}\r` : framed(word);
  const answers: Answers = { ...first };
  const commands: string[] = [];
  let line = '';
  cable.onHeard(bytes => {
    for (const byte of bytes) {
      if (manner.echo) cable.say(Uint8Array.of(byte));
      if (byte === 0x0d) {
        const at = line.search(/AT/i);
        const command = at < 0 ? '' : line.slice(at).toUpperCase();
        line = '';
        if (command !== '') obey(command);
      } else line += String.fromCharCode(byte);
    }
  });
  function obey(command: string): void {
    commands.push(command);
    const entry = Object.hasOwn(answers, command) ? answers[command] : answers['*'];
    const said = typeof entry === 'function' ? entry() : entry;
    if (said === null) return;
    const answer = result(said ?? (command.endsWith('?') ? 'ERROR' : 'OK'));
    if (manner.delayMs === undefined) cable.say(answer);
    else setTimeout(() => cable.say(answer), manner.delayMs);
  }
  return {
    commands: () => [...commands],
    count: command => commands.filter(one => one === command).length,
    answer: more => void Object.assign(answers, more),
    ring: which => cable.say(result(which === undefined ? (manner.ring ?? 'RING') : `RING ${which}`)),
    callerId: lines => cable.say(manner.line ? lines.map(framed).join('') : `\r\n${lines.join('\r\n')}\r\n`),
  };
}
