const lookMs = 1000;
/** Signals closer together than this are one wish: a terminal and a parent may both pass on the same Ctrl-C. */
const sameWishMs = 500;

/**
 * Calls `end` once, when the program is asked to end: by Ctrl-C or a signal, or by the end of npm where npm started it, since
 * npm passes no signal on when it is ended itself and would leave a guard behind that nobody sees. Asked a second time, the
 * program is left at once.
 */
export function onEnd(end: () => void): void {
  let askedAt: number | null = null;
  const ask = (): void => {
    if (askedAt === null) {
      askedAt = Date.now();
      end();
    } else if (Date.now() - askedAt > sameWishMs) process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, ask);
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    ask();
  }, lookMs).unref();
}
