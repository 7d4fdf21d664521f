import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ImportWish } from '../../shared/import.ts';
import { ImportJob, ImportUpload } from '../../shared/import.ts';
import { api, ask, ProblemError } from '../data/client.ts';

/** What the house takes in at most, as it says itself. */
const mostBytes = 200 * 1024 * 1024;
const askEveryMs = 300;

/** How far one file has come: chosen, read, understood, being brought in, done. */
export type Phase =
  | { at: 'choose'; problem: string | null }
  | { at: 'reading'; name: string }
  | { at: 'ready'; name: string; upload: ImportUpload }
  | { at: 'running'; name: string; upload: ImportUpload; wish: ImportWish }
  | { at: 'over'; job: ImportJob; wish: ImportWish };

/** What an import may have changed anywhere on the page. */
const affected = ['lists', 'contacts', 'rules', 'calls', 'caller', 'changes', 'learning'] as const;

/** Takes one file from the owner's hand into the house. `problem` is a key of `problem.<key>`, or of `imports.<key>`. */
export function useImport() {
  const queries = useQueryClient();
  const [phase, setPhase] = useState<Phase>({ at: 'choose', problem: null });
  const [abort, setAbort] = useState<AbortController | null>(null);
  const id = phase.at === 'running' ? phase.upload.id : null;

  const job = useQuery({
    queryKey: ['import', id],
    queryFn: async () => ImportJob.parse(await ask(api.imports[':id'].$get({ param: { id: id ?? '' } }))),
    enabled: id !== null,
    refetchInterval: query => (query.state.data && query.state.data.state !== 'running' ? false : askEveryMs),
    gcTime: 0,
    staleTime: 0,
  });
  const { data } = job;
  useEffect(() => {
    if (phase.at !== 'running' || data?.id !== phase.upload.id || data.state === 'running') return;
    setPhase({ at: 'over', job: data, wish: phase.wish });
    for (const key of affected) void queries.invalidateQueries({ queryKey: [key] });
  }, [phase, data, queries]);

  const fail = (error: unknown) =>
    setPhase({
      at: 'choose',
      problem: `problem.${error instanceof ProblemError ? error.key : 'unexpected'}`,
    });

  const read = async (files: readonly File[]) => {
    const [file] = files;
    if (!file) return;
    if (files.length > 1 || file.size > mostBytes) {
      setPhase({ at: 'choose', problem: files.length > 1 ? 'imports.onlyOne' : 'imports.tooLarge' });
      return;
    }
    const controller = new AbortController();
    setAbort(controller);
    setPhase({ at: 'reading', name: file.name });
    try {
      const answer = await ask(
        api.imports.$post(
          { query: { name: file.name } },
          {
            init: {
              body: file,
              headers: { 'Content-Type': 'application/octet-stream' },
              signal: controller.signal,
            },
          },
        ),
      );
      const upload = ImportUpload.parse(answer);
      if (!controller.signal.aborted) setPhase({ at: 'ready', name: file.name, upload });
    } catch (error) {
      if (!controller.signal.aborted) fail(error);
    }
  };

  const start = async (wish: ImportWish) => {
    if (phase.at !== 'ready') return;
    const { name, upload } = phase;
    try {
      await ask(api.imports[':id'].$post({ param: { id: upload.id }, json: wish }));
      setPhase({ at: 'running', name, upload, wish });
    } catch (error) {
      fail(error);
    }
  };

  /** Cancels what is under way; the house then says that it is cancelled. */
  const stop = () => {
    if (id !== null) void forget(id);
  };

  /** Back to the choice of a file; what the house held of the last one is forgotten. */
  const anew = () => {
    abort?.abort();
    if (phase.at === 'ready') void forget(phase.upload.id);
    if (phase.at === 'over') void forget(phase.job.id);
    setPhase({ at: 'choose', problem: null });
  };

  return { phase, progress: data ?? null, lost: job.error, read, start, stop, anew };
}

/** The house forgets by itself too, only later: a failure here is none. */
async function forget(id: string): Promise<void> {
  await api.imports[':id'].$delete({ param: { id } }).catch(() => undefined);
}
