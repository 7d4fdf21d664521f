/**
 * What the stand-in (a Node process that runs the desktop door) and the test (which has the real Chromium) say to
 * each other over the process's own channel.
 */

/** From the stand-in: what its windows do. */
export type ToScreen =
  | { type: 'open'; window: number; width: number; height: number; locale: string; permissions: string[] }
  | { type: 'load'; window: number; url: string }
  | { type: 'close'; window: number }
  | { type: 'ready'; page: string }
  | { type: 'answer'; question: number; value: unknown }
  | { type: 'failed'; question: number; message: string };

/** From the test. Each is answered under its number. */
export type ToStandIn = { question: number } & (
  | { type: 'evaluate'; source: string; argument: unknown }
  /** A page wants to go elsewhere: may it? */
  | { type: 'navigate'; window: number; url: string }
  /** A page asks for anything: may it? */
  | { type: 'request'; window: number; url: string }
  /** A page opens another window: may it? */
  | { type: 'popup'; window: number; url: string }
);
