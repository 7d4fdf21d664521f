import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { DoctorStep, ExaminationKind } from '../../shared/doctor.ts';
import { Finding } from '../../shared/doctor.ts';
import { api } from '../data/client.ts';

/** An examination as it goes: what was found so far, and what is waited for. */
export interface Walk {
  kind: ExaminationKind;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  found: readonly Finding[];
  /** Something the owner has to do, or a wait that may be long; `until` epoch ms. */
  waiting: { step: DoctorStep; until: number } | null;
}

/** Lets the doctor examine a line, told step by step, and stopped when the page is left. */
export function useWalk(line: string) {
  const [walk, setWalk] = useState<Walk | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => {
    setWalk(null);
    return () => stop.current?.abort();
  }, [line]);

  const start = useCallback(
    async (kind: ExaminationKind) => {
      stop.current?.abort();
      const own = new AbortController();
      stop.current = own;
      setWalk({ kind, state: 'running', found: [], waiting: null });
      const change = (next: (walk: Walk) => Walk): void => {
        if (stop.current === own) setWalk(old => old && next(old));
      };
      try {
        const answer: Response = await api.doctor.$post(
          { json: { kind, line } },
          { init: { signal: own.signal } },
        );
        if (!answer.ok || !answer.body) throw new Error(`HTTP ${String(answer.status)}`);
        for await (const finding of findingsIn(answer.body)) change(walk => withFinding(walk, finding));
        change(walk => ({ ...walk, state: 'done', waiting: null }));
      } catch {
        change(walk => ({ ...walk, state: own.signal.aborted ? 'cancelled' : 'failed', waiting: null }));
      }
    },
    [line],
  );
  const cancel = useCallback(() => stop.current?.abort(), []);
  return { walk, start, cancel };
}

function withFinding(walk: Walk, finding: Finding): Walk {
  const seconds = z.number().safeParse(finding.values['seconds']);
  if (finding.key === 'waiting')
    return { ...walk, waiting: { step: finding.step, until: Date.now() + (seconds.data ?? 60) * 1000 } };
  return { ...walk, found: [...walk.found, finding], waiting: null };
}

/** One finding a line; a line may come in pieces. */
async function* findingsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<Finding> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield Finding.parse(JSON.parse(line));
  }
}
