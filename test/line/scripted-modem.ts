import type { Cable } from './tty.ts';

/** An answer: result lines, or null for none at all. */
export type Answers = Record<string, string | null | (() => string | null)>;

export interface ScriptedModem {
  /** Commands that were sent, in order, without AT&F and the like left out: all of them. */
  commands(): string[];
  count(command: string): number;
  /** Changes what is answered from now on. */
  answer(answers: Answers): void;
  ring(which?: string): void;
  callerId(lines: string[]): void;
}

/** A modem that is nothing but a table: command → answer; all else is OK, and questions for capabilities are ERROR. */
export function scriptModem(cable: Cable, first: Answers = {}): ScriptedModem {
  const answers: Answers = { ...first };
  const commands: string[] = [];
  let line = '';
  cable.onHeard(bytes => {
    for (const byte of bytes) {
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
    cable.say(`\r\n${said ?? (command.endsWith('?') ? 'ERROR' : 'OK')}\r\n`);
  }
  return {
    commands: () => [...commands],
    count: command => commands.filter(one => one === command).length,
    answer: more => void Object.assign(answers, more),
    ring: which => cable.say(which === undefined ? '\r\nRING\r\n' : `\r\nRING ${which}\r\n`),
    callerId: lines => cable.say(`\r\n${lines.join('\r\n')}\r\n`),
  };
}
