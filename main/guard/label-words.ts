import { LabelKey } from '../../shared/label.ts';
import { messages } from '../../shared/messages/index.ts';

/** What an owner said of a call, from a file that others wrote. */
export interface LabelWord {
  /** A key of shared/label.ts where the word is one, or the name of one; else the word itself. */
  label: string | null;
  /** Unwanted (true) or wanted (false), where a word says no more than that. */
  refused: boolean | null;
}

const bad = [
  'spam',
  'scam',
  'fraud',
  'unwanted',
  'bad',
  'block',
  'blocked',
  'refused',
  'nuisance',
  'robocall',
  'ad',
  '스팸',
  '광고',
  '차단',
  '사기',
];
const good = [
  'wanted',
  'good',
  'ham',
  'ok',
  'allow',
  'allowed',
  'safe',
  'legit',
  'legitimate',
  'not spam',
  '정상',
  '허용',
  '안심',
];

const { ko, en }: Record<'ko' | 'en', Readonly<Partial<Record<string, string>>>> = messages;
const meanings = new Map<string, LabelWord>();
for (const word of bad) meanings.set(word, { label: word, refused: true });
for (const word of good) meanings.set(word, { label: word, refused: false });
for (const key of LabelKey.options)
  for (const name of [ko[`label.${key}`], en[`label.${key}`], key])
    if (name !== undefined) meanings.set(name.toLowerCase(), { label: key, refused: null });

/** Understands a label in the words of the page, or in the plain words that other programs use; others mean nothing. */
export function wordOfLabel(written: string | null): LabelWord {
  const word = written?.normalize('NFKC').trim() ?? '';
  if (word === '') return { label: null, refused: null };
  return (
    meanings.get(word.toLowerCase().replace(/[_-]/g, ' ')) ??
    meanings.get(word.toLowerCase()) ?? { label: word, refused: null }
  );
}
