import { readFile as readWhole, stat } from 'node:fs/promises';
import type { ImportEntry, ListSource, NumberList } from '../../shared/history.ts';
import type { ImportItem } from './import/item.ts';
import { mostBytes, readFile } from './import/read-file.ts';
import type { FillResult, Lists } from './lists.ts';

/** An answer that takes longer is none. */
const answerMs = 60_000;

/** Why a list could not be refreshed: a key of `import.problem.<key>`. */
class RefreshProblem extends Error {
  readonly key: string;

  constructor(key: string) {
    super(key);
    this.key = key;
  }
}

async function downloaded(url: string, fetchUrl: typeof fetch, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetchUrl(url, { signal, redirect: 'follow' }).catch(() => {
    throw new RefreshProblem('not-reached');
  });
  // A redirect must not lead out of https; '' where a stand-in does not tell.
  if (response.url !== '' && !response.url.startsWith('https:')) throw new RefreshProblem('refused');
  if (!response.ok || !response.body) throw new RefreshProblem('refused');
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response.body) {
      size += part.length;
      if (size > mostBytes) throw new RefreshProblem('too-large');
      parts.push(part);
    }
  } catch (error) {
    // Cut off half way.
    throw error instanceof RefreshProblem ? error : new RefreshProblem('not-reached');
  }
  return Buffer.concat(parts);
}

async function fromDisk(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).size > mostBytes) throw new RefreshProblem('too-large');
    return await readWhole(path);
  } catch (error) {
    throw error instanceof RefreshProblem ? error : new RefreshProblem('not-reached');
  }
}

/** The entries, until something shows that the file is broken: half a list must not replace a whole one. */
function* wholeEntries(items: Iterable<ImportItem>): Generator<ImportEntry> {
  let any = false;
  for (const item of items) {
    if ('entry' in item) {
      any = true;
      yield item.entry;
    } else if (['broken', 'too-large', 'password', 'unknown-format'].includes(item.problem.problem))
      throw new RefreshProblem(item.problem.problem);
  }
  if (!any) throw new RefreshProblem('empty');
}

function bytesOf(
  source: ListSource,
  fetchUrl: typeof fetch,
  signal: AbortSignal,
): Promise<Uint8Array> | null {
  switch (source.kind) {
    case 'own':
      return null;
    case 'file':
      return fromDisk(source.path);
    case 'url':
      return downloaded(source.url, fetchUrl, signal);
  }
}

/**
 * Fetches a list anew from its file or https address. If that fails in any way the last good numbers stay, and the list
 * says why. null: nothing to fetch, or it failed.
 */
export async function refreshList(
  lists: Lists,
  list: NumberList,
  options: { fetchUrl?: typeof fetch; signal?: AbortSignal } = {},
): Promise<FillResult | null> {
  const timeout = AbortSignal.timeout(answerMs);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  try {
    const bytes = await bytesOf(list.source, options.fetchUrl ?? fetch, signal);
    if (!bytes) return null;
    const name =
      list.source.kind === 'file' ? list.source.path : list.source.kind === 'url' ? list.source.url : '';
    const { items } = readFile(bytes, name);
    return await lists.fill(
      list.id,
      wholeEntries(items),
      'refresh',
      options.signal ? { signal: options.signal } : {},
    );
  } catch (error) {
    if (!(error instanceof RefreshProblem)) throw error;
    lists.refreshFailed(list.id, error.key);
    return null;
  }
}

/** Lists that come from elsewhere and were not refreshed for this long. */
export function staleLists(lists: Lists, nowMs: number, olderThanMs: number): NumberList[] {
  return lists
    .list()
    .filter(
      list => list.enabled && list.source.kind !== 'own' && (list.refreshedAt ?? 0) + olderThanMs <= nowMs,
    );
}
