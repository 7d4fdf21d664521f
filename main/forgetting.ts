const tickMs = 600_000;
const dayMs = 24 * 3_600_000;
/** Local hour from which a day's forgetting is done; earlier the night before is still going on. */
const fromHour = 4;

export interface Forgetting {
  /** How long calls are kept, days; null: for ever. */
  keepDays: () => number | null;
  forgetBefore: (beforeMs: number) => Promise<number>;
  /** The day on which it was last done, as text, kept over restarts; null: never. */
  lastDay: { get: () => string | null; set: (day: string) => void };
  /** Some calls are gone. */
  forgotten: (calls: number) => void;
}

/**
 * Forgets the calls that are older than the owner wants to keep, once a day, and first on the day after that was chosen:
 * whoever chose wrongly can choose again. Returns the way to stop.
 */
export function keepForgetting({ keepDays, forgetBefore, lastDay, forgotten }: Forgetting): () => void {
  async function tick(): Promise<void> {
    const now = new Date();
    const today = new Date(now.getTime() - fromHour * 3_600_000).toDateString();
    const last = lastDay.get();
    if (last === today) return;
    lastDay.set(today);
    const days = keepDays();
    if (days === null || last === null) return;
    const calls = await forgetBefore(now.getTime() - days * dayMs);
    if (calls > 0) forgotten(calls);
  }
  // A disk that refuses is told of where calls are written; what is old is forgotten the day after.
  const timer = setInterval(() => void tick().catch(() => undefined), tickMs).unref();
  return () => clearInterval(timer);
}
