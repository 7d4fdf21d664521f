/** One command of an AT line: `name` in upper case with its prefix, how it is used, and what follows. */
export interface AtCommand {
  readonly name: string;
  readonly use: 'run' | 'set' | 'read' | 'test';
  readonly value: string;
}

/** Stands for what cannot be read as a command; a modem answers ERROR to it. */
export const unreadable: AtCommand = { name: '', use: 'run', value: '' };

type Reading = readonly [pattern: RegExp, command: (match: RegExpExecArray) => AtCommand];

const part = (match: RegExpExecArray, at: number): string => match[at] ?? '';

const suffixUse: Readonly<Record<string, AtCommand['use']>> = { '=?': 'test', '?': 'read' };

/**
 * How the commands of a line are told apart (V.250 §5.4): S-registers, dialling, extended names up to `;`, basic letters with digits.
 * Rockwell's `#` commands follow each other without a `;`.
 */
const readings: readonly Reading[] = [
  [
    /^S(\d{1,3})(?:\.(\d))?(=\?|\?|=)(\d*)/,
    match => ({
      name: part(match, 2) ? `S${part(match, 1)}.${part(match, 2)}` : `S${part(match, 1)}`,
      use: suffixUse[part(match, 3)] ?? 'set',
      value: part(match, 4),
    }),
  ],
  [/^D([^;]*);?/, match => ({ name: 'D', use: 'run', value: part(match, 1) })],
  [/^(#[A-Z]+)(=\?|\?|=([^;#]*)|(\d*))(?:;|(?=#)|$)/, extended],
  [/^(![0-9A-F]{1,4})(=\?|\?|=([^;]*)|())(?:;|$)/, extended],
  [/^(\+[A-Z][A-Z0-9!%\-./:_]*)(=\?|\?|=([^;]*)|())(?:;|$)/, extended],
  [/^([-*$][A-Z]+|%[A-Z]{2,})(=\?|\?|=([^;]*)|(\d*))(?:;|$)/, extended],
  [
    /^([&\\%"*-]?[A-Z])(=?\d*)/,
    match => ({ name: part(match, 1), use: 'run', value: part(match, 2).replace('=', '') }),
  ],
];

function extended(match: RegExpExecArray): AtCommand {
  const suffix = part(match, 2);
  const use = suffixUse[suffix] ?? (suffix.startsWith('=') ? 'set' : 'run');
  return { name: part(match, 1), use, value: use === 'run' ? part(match, 4) : part(match, 3) };
}

/** Takes a line's body (after AT, without CR) apart. Spaces and control characters mean nothing; letters count in either case. */
export function commandsOf(body: string): AtCommand[] {
  const commands: AtCommand[] = [];
  let rest = body.replace(/[\x00-\x20\x7f]/g, '').toUpperCase();
  while (rest) {
    if (rest.startsWith(';')) {
      rest = rest.slice(1);
      continue;
    }
    const taken = takeOne(rest);
    commands.push(taken.command);
    rest = taken.rest;
  }
  return commands;
}

function takeOne(text: string): { command: AtCommand; rest: string } {
  for (const [pattern, command] of readings) {
    const match = pattern.exec(text);
    if (match?.[0]) return { command: command(match), rest: text.slice(match[0].length) };
  }
  return { command: unreadable, rest: '' };
}
