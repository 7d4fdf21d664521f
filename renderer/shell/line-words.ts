import type { LineStatus } from '../../shared/line-status.ts';
import type { Text } from '../words/text.ts';

/** A line's state as a sentence, and what to do about it ('' where there is nothing to do). */
export function lineWords({ word }: Text, line: LineStatus): { sentence: string; advice: string } {
  const values = {
    line: line.line,
    path: line.path ?? line.line,
    modem: line.modem?.name ?? '',
    program: 'none',
    ...line.values,
  };
  return {
    sentence: word(`line.${line.state}`, values, line.state),
    advice: word(`line.${line.state}.advice`, values, ''),
  };
}

/** What a line is called among several: by its modem, or, where two have the same, by where it is. */
export function lineName(line: LineStatus, lines: readonly LineStatus[]): string {
  const { modem } = line;
  const isOnly = modem !== null && lines.every(other => other === line || other.modem?.name !== modem.name);
  return isOnly ? modem.name : (line.path ?? line.line);
}
