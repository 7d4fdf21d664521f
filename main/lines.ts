import type { LineStatus } from '../shared/line-status.ts';
import type { LineDelegate, LineOptions, PhoneLine } from './line/line.ts';
import { openLine } from './line/line.ts';

/** Keeps the open lines as the settings want them; one that is unchanged is not disturbed. */
export function createLines(delegate: LineDelegate, options: () => LineOptions) {
  const open = new Map<string, PhoneLine>();
  let given = '';
  return {
    /** Opens what is missing and closes what is no longer wanted; none wanted: look for a modem. */
    async want(specs: readonly string[]): Promise<void> {
      const wanted = new Set(specs.length > 0 ? specs : ['auto']);
      const leaving = [...open].filter(([spec]) => !wanted.has(spec));
      for (const [spec] of leaving) open.delete(spec);
      await Promise.all(leaving.map(([, line]) => line.close()));
      // A line that is told its options sets its modem up anew: only where they are others than before.
      const now = options();
      const changed = JSON.stringify(now) !== given;
      given = JSON.stringify(now);
      for (const spec of wanted) {
        const line = open.get(spec);
        if (!line) open.set(spec, openLine(spec, now, delegate));
        else if (changed) line.change(now);
      }
    },
    /** Another recording lies where the last one did. */
    noticeReplaced(): void {
      const { notice } = options();
      if (notice) for (const line of open.values()) line.change({ notice });
    },
    statuses: (): LineStatus[] => [...open.values()].map(line => line.status()),
    all: (): PhoneLine[] => [...open.values()],
    hangUp: (callId: string): boolean => [...open.values()].some(line => line.hangUp(callId)),
    suspend: () => open.forEach(line => line.suspend()),
    resume: () => open.forEach(line => line.resume()),
    async close(): Promise<void> {
      const closing = [...open.values()];
      open.clear();
      await Promise.all(closing.map(line => line.close()));
    },
  };
}
export type Lines = ReturnType<typeof createLines>;
