import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportEntry, ListSource, NumberList } from '../../shared/history.ts';
import type { ImportItem, ReadFile } from './import/item.ts';
import { readFileAt } from './import/read-file.ts';
import { spool } from './import/spool.ts';
import type { FillResult, Lists } from './lists.ts';
import { StorageError } from './storage-error.ts';

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

/** Fetches into a file: a large list never stands in memory. */
async function download(url: string, path: string, fetchUrl: typeof fetch, signal: AbortSignal) {
  const response = await fetchUrl(url, { signal, redirect: 'follow' }).catch(() => {
    throw new RefreshProblem('not-reached');
  });
  // A redirect must not lead out of https; '' where a stand-in does not tell.
  if (response.url !== '' && !response.url.startsWith('https:')) throw new RefreshProblem('refused');
  if (!response.ok || !response.body) throw new RefreshProblem('refused');
  const whole = await spool(response.body, path, signal).catch((error: unknown) => {
    // Cut off half way, or no room for it.
    throw new RefreshProblem(isOfDisk(error) ? 'no-space' : 'not-reached');
  });
  if (!whole) throw new RefreshProblem('too-large');
}

function isOfDisk(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS' || code === 'EACCES';
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

export interface RefreshOptions {
  fetchUrl?: typeof fetch;
  signal?: AbortSignal;
  /** Where an answer is kept while it is read. */
  folder?: string;
}

async function read(path: string, name: string, folder: string): Promise<ReadFile> {
  return readFileAt(path, name, folder).catch(() => {
    throw new RefreshProblem('not-reached');
  });
}

/**
 * Fetches a list anew from its file or https address. If that fails in any way the last good numbers stay, and the list
 * says why. null: nothing to fetch, or it failed.
 */
export async function refreshList(
  lists: Lists,
  list: Pick<NumberList, 'id'> & { source: ListSource },
  { fetchUrl = fetch, signal, folder = tmpdir() }: RefreshOptions = {},
): Promise<FillResult | null> {
  const { source } = list;
  if (source.kind === 'own') return null;
  const fetched = source.kind === 'url' ? join(folder, `list-${randomUUID()}`) : null;
  const timeout = AbortSignal.timeout(answerMs);
  let file: ReadFile | null = null;
  try {
    if (source.kind === 'url') {
      const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
      await download(source.url, fetched ?? '', fetchUrl, either);
    }
    const name = source.kind === 'url' ? new URL(source.url).pathname : source.path;
    file = await read(fetched ?? name, name, folder);
    return await lists.fill(list.id, wholeEntries(file.items), 'refresh', signal ? { signal } : {});
  } catch (error) {
    if (signal?.aborted) return null;
    if (error instanceof RefreshProblem) lists.refreshFailed(list.id, error.key);
    else if (error instanceof StorageError) lists.refreshFailed(list.id, 'no-space');
    else throw error;
    return null;
  } finally {
    file?.close();
    if (fetched !== null) rmSync(fetched, { force: true });
  }
}

/** Lists that come from elsewhere and were not refreshed for this long. */
export function staleLists(lists: Pick<Lists, 'list'>, nowMs: number, olderThanMs: number): NumberList[] {
  return lists
    .list()
    .filter(
      list => list.enabled && list.source.kind !== 'own' && (list.refreshedAt ?? 0) + olderThanMs <= nowMs,
    );
}
