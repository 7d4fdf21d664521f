export const hourMs = 60 * 60 * 1000;

interface FakeCall {
  raw: string | null;
  at: number;
  rings: number;
  answered: boolean;
}

/** Who calls a Korean household, and how often: family, clinic, parcels, sales, the odd bait. No number is a known firm's. */
const callers = [
  { raw: '01023456789', weight: 6, answered: true },
  { raw: '023124455', weight: 3, answered: true },
  { raw: '01098761234', weight: 4, answered: true },
  { raw: '15882391', weight: 9, answered: false },
  { raw: '16440183', weight: 6, answered: false },
  { raw: '07043215501', weight: 5, answered: false },
  { raw: '07043215504', weight: 5, answered: false },
  { raw: '0317654321', weight: 3, answered: true },
  { raw: '050412345678', weight: 3, answered: true },
  { raw: 'P', weight: 2, answered: false },
  { raw: '0060842438123456', weight: 1, answered: false },
  { raw: '0519998877', weight: 2, answered: false },
] as const;

/** Calls of past days, newest first; the same for the same `now`. */
export function fakeCalls(count: number, now: number): FakeCall[] {
  const pick = dice(7);
  const pool = callers.flatMap(caller => Array<(typeof callers)[number]>(caller.weight).fill(caller));
  let at = now - 12 * 60_000;
  return Array.from({ length: count }, () => {
    const caller = pool[Math.floor(pick() * pool.length)] ?? callers[0];
    const call = { raw: caller.raw, at, rings: 1 + Math.floor(pick() * 6), answered: caller.answered };
    at -= Math.floor((0.2 + pick() * 2) * hourMs);
    const hour = new Date(at).getHours();
    if (hour < 8 || hour > 21) at -= 9 * hourMs;
    return call;
  });
}

/** Numbers from 0 to 1 that are the same in every run (Park and Miller). */
function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
