import type { ClientResponse } from 'hono/client';
import { hc } from 'hono/client';
import type { Api } from '../../main/api/index.ts';
import type { ProblemKey } from '../../shared/status.ts';
import { Problem } from '../../shared/status.ts';

/** The typed client of the house. Everything the page knows comes through it and the event stream. */
export const api = hc<Api>('/api');

/** Why something was not done: a key of `problem.<key>`, or 'unreachable' when the house did not answer at all. */
export class ProblemError extends Error {
  readonly key: ProblemKey | 'unreachable';
  readonly detail: string;
  constructor(key: ProblemKey | 'unreachable', detail = '') {
    super(`${key} ${detail}`.trim());
    this.key = key;
    this.detail = detail;
  }
}

/** The body of an answer that went well: of all typed answers of a route, those that may be 200 or 201. */
export type BodyOf<R> =
  R extends ClientResponse<infer Body, infer Status>
    ? Extract<Status, 200 | 201> extends never
      ? never
      : Body
    : never;

/** Waits for an answer; what went wrong is thrown as a ProblemError. */
export async function ask<R extends ClientResponse<unknown>>(pending: Promise<R>): Promise<BodyOf<R>> {
  const answer = await pending.catch((cause: unknown) => {
    throw new ProblemError('unreachable', String(cause));
  });
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as BodyOf<R>;
}

/** What a failed answer says. */
export async function problemOf(answer: { status: number; json(): Promise<unknown> }): Promise<ProblemError> {
  const body = Problem.safeParse(await answer.json().catch(() => null));
  if (body.success) return new ProblemError(body.data.problem, body.data.detail ?? '');
  return new ProblemError('unexpected', `HTTP ${answer.status}`);
}
