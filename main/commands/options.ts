import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { UsageError } from './command.ts';
import { words } from './words.ts';

/** Reads a command's options; what is not understood, and words beyond `mostWords`, are a UsageError. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
  mostWords = Infinity,
) {
  const read = parsed(args, options);
  const odd = read.positionals[mostWords];
  if (odd !== undefined) throw new UsageError(words('console.odd-word', { word: odd }));
  return read;
}

function parsed<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const option = /'(-[^' ]*)/.exec(said)?.[1] ?? said;
    const unknown =
      error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    const key = unknown ? 'console.odd-option' : 'console.odd-value';
    throw new UsageError(words(key, { option }), { cause: error });
  }
}
