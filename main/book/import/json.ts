import { z } from 'zod';
import type { Action } from '../../../shared/call.ts';
import type { ImportFormat } from '../../../shared/history.ts';
import { item, notUnderstood } from './item.ts';
import type { ImportItem, ReadFile } from './item.ts';
import { anyItems } from './json-any.ts';
import type { Counter } from './json-any.ts';
import { jsonPieces } from './json-pieces.ts';
import { numberPattern } from './pattern.ts';

/** pamapa/callblocker, etc/callblocker/blocklists/*.json: every number is a beginning that a caller's may go on from. */
const Callblocker = z.object({
  name: z.string(),
  entries: z.array(z.object({ number: z.string(), name: z.string().catch('') })),
});

/** SpamBlocker's backup: its spam database and its rules about numbers, expressions over the whole number. */
const SpamBlocker = z.object({
  numberRules: z
    .object({
      rules: z.array(
        z.object({
          pattern: z.string(),
          description: z.string().catch(''),
          isBlacklist: z.boolean().catch(true),
          flags: z.number().catch(1),
        }),
      ),
    })
    .optional(),
  spamNumbers: z
    .object({
      numbers: z.array(z.object({ peer: z.string(), importReasonExtra: z.string().nullable().catch(null) })),
    })
    .optional(),
});

/** PhoneBlock's blocklist and personal lists (its API's messages Blocklist and NumberList). */
const PhoneBlock = z.object({
  numbers: z.array(
    z.object({
      phone: z.string(),
      votes: z.number().optional(),
      rating: z.string().optional(),
      label: z.string().nullable().optional(),
      comment: z.string().nullable().optional(),
    }),
  ),
});

/** PhoneBlock's ratings as categories; a legitimate number is not for blocking. */
const categoryOfRating: Readonly<Record<string, string>> = {
  C_PING: 'callback',
  D_POLL: 'survey',
  E_ADVERTISING: 'telemarketing',
  F_GAMBLE: 'gambling',
  G_FRAUD: 'phishing',
};

/** In SpamBlocker's `flags`, the bit of a rule that is for calls. */
const forCalls = 1;

function* phoneBlockItems({ numbers }: z.infer<typeof PhoneBlock>, place: Counter): Generator<ImportItem> {
  for (const { phone, votes, rating, comment } of numbers) {
    place.at++;
    // A number of no votes any more is one that PhoneBlock takes off its list.
    if (votes === 0) continue;
    const action: Action | null = rating === undefined ? null : rating === 'A_LEGITIMATE' ? 'allow' : 'block';
    yield item(place.at, {
      number: phone,
      note: comment ?? '',
      category: categoryOfRating[rating ?? ''] ?? null,
      action,
    });
  }
}

function* spamBlockerItems(
  { numberRules, spamNumbers }: z.infer<typeof SpamBlocker>,
  place: Counter,
): Generator<ImportItem> {
  for (const { pattern, description, isBlacklist, flags } of numberRules?.rules ?? []) {
    place.at++;
    if ((flags & forCalls) === 0) continue;
    const plain = numberPattern(pattern, true);
    const action = isBlacklist ? 'block' : 'allow';
    if (plain) yield item(place.at, { ...plain, name: description, action });
    else yield notUnderstood(place.at, pattern, 'pattern');
  }
  for (const { peer, importReasonExtra } of spamNumbers?.numbers ?? [])
    yield item(++place.at, { number: peer, note: importReasonExtra ?? '', action: 'block' });
}

function* callblockerItems(
  { name: list, entries }: z.infer<typeof Callblocker>,
  place: Counter,
): Generator<ImportItem> {
  const action = /white|allow/i.test(list) ? 'allow' : /black|block/i.test(list) ? 'block' : null;
  for (const { number, name } of entries) {
    // Its numbers are beginnings; one as long as a number can be no other.
    const prefix = number.replace(/\D/g, '').length < 10;
    yield item(++place.at, { number, prefix, name, action });
  }
}

/** A reader for the shape of a document; `place` counts the entries. */
interface Shape {
  format: ImportFormat;
  items: Generator<ImportItem>;
}

function shapeOf(value: unknown, place: Counter): Shape {
  const callblocker = Callblocker.safeParse(value);
  if (callblocker.success) return { format: 'callblocker', items: callblockerItems(callblocker.data, place) };
  const spamBlocker = SpamBlocker.safeParse(value);
  if (spamBlocker.success && (spamBlocker.data.numberRules ?? spamBlocker.data.spamNumbers))
    return { format: 'spamblocker', items: spamBlockerItems(spamBlocker.data, place) };
  const phoneBlock = PhoneBlock.safeParse(value);
  if (phoneBlock.success) return { format: 'phoneblock', items: phoneBlockItems(phoneBlock.data, place) };
  return { format: 'json', items: anyItems(value, place) };
}

/** Pieces looked at to find out whose format it is. */
const lookedAt = 50;

function formatOf(text: Iterable<string>): ImportFormat {
  let seen = 0;
  for (const piece of jsonPieces(text)) {
    const { format } = shapeOf(piece, { at: 0 });
    if (format !== 'json') return format;
    if (++seen >= lookedAt) break;
  }
  return 'json';
}

function* itemsOf(text: Iterable<string>): Generator<ImportItem> {
  const place = { at: 0 };
  try {
    for (const piece of jsonPieces(text)) yield* shapeOf(piece, place).items;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    yield notUnderstood(place.at, '', 'broken');
  }
}

/** null: not JSON from its very beginning. */
export function readJson(text: Iterable<string>): Omit<ReadFile, 'close'> | null {
  try {
    return { format: formatOf(text), items: { [Symbol.iterator]: () => itemsOf(text) } };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
