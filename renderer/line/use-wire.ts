import { useEffect, useState } from 'react';
import type { WireLine } from '../../shared/doctor.ts';
import { WireNews, joinSound } from '../../shared/doctor.ts';

/** The oldest leave the screen first. */
const mostLines = 400;

export interface Watching {
  line: string;
  masked: boolean;
  paused: boolean;
}

/** The wire as it speaks: goes on where it was after a pause, anew for another line or another way of showing it. */
export function useWire({ line, masked, paused }: Watching): { lines: readonly WireLine[]; lost: boolean } {
  const [shown, setShown] = useState<{ of: string; lines: readonly WireLine[] }>({ of: '', lines: [] });
  const [lost, setLost] = useState(false);
  const of = `${line} ${String(masked)}`;
  const lines = shown.of === of ? shown.lines : [];
  const last = lines.at(-1)?.id ?? 0;

  useEffect(() => {
    if (paused) return;
    const query = new URLSearchParams({ line, masked: masked ? 'yes' : 'no', after: String(last) });
    const source = new EventSource(`/api/doctor/wire?${query.toString()}`);
    source.addEventListener('open', () => setLost(false));
    source.addEventListener('error', () => setLost(true));
    source.addEventListener('wire', event => {
      const news = WireNews.safeParse(JSON.parse(String(event.data)));
      if (!news.success) return;
      setShown(old => {
        const before = old.of === of && !news.data.skipped ? old.lines : [];
        return { of, lines: news.data.lines.reduce(joinSound, [...before]).slice(-mostLines) };
      });
    });
    return () => source.close();
    // `last` is where to begin when the stream is opened; it moves on with every piece.
  }, [line, masked, paused]);
  return { lines, lost };
}
