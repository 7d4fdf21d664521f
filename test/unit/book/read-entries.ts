import { digitsOf, prefixDigits } from '../../../main/book/digits.ts';
import type { ImportItem } from '../../../main/book/import/item.ts';
import { entriesOf } from '../../../main/book/import/preview.ts';
import { readFile } from '../../../main/book/import/read-file.ts';

export const utf8 = (text: string) => new TextEncoder().encode(text);

/** '이름 02-312-3456' in EUC-KR, which no encoder in Node writes. */
const eucKr: Readonly<Record<string, number[]>> = {
  김: [0xb1, 0xe8],
  철: [0xc3, 0xb6],
  수: [0xbc, 0xf6],
  이: [0xc0, 0xcc],
  름: [0xb8, 0xa7],
  번: [0xb9, 0xf8],
  호: [0xc8, 0xa3],
};
export const korean = (text: string) =>
  Uint8Array.from(Array.from(text).flatMap(letter => eucKr[letter] ?? [letter.charCodeAt(0)]));

const entriesIn = (items: Iterable<ImportItem>) => [...entriesOf(items)].filter(entry => entry !== null);

/** Entries as 'digits|name|group|note|category|action', without what is empty at the end. */
export async function read(bytes: Uint8Array, name = '') {
  const { format, items } = await readFile(bytes, name);
  const all = [...items];
  const entries = entriesIn(all).map(entry => [
    entry.prefix ? `${prefixDigits(entry.number, 'KR')}*` : digitsOf(entry.number, 'KR'),
    ...[entry.name, entry.group, entry.note, entry.category, entry.action].map(text => text ?? ''),
  ]);
  const problems = all.flatMap(item => ('problem' in item ? [item.problem] : []));
  return { format, entries: entries.map(entry => entry.join('|').replace(/\|+$/, '')), problems };
}
