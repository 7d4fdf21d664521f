import { zValidator } from '@hono/zod-validator';
import type { Context, Env, Input, ValidationTargets } from 'hono';
import type { z } from 'zod';
import type { Problem, ProblemKey } from '../../shared/status.ts';

const statusOf = {
  'not-found': 404,
  'bad-request': 400,
  'rule-never-matches': 422,
  'rule-public-line': 422,
  'learning-not-ready': 409,
  'call-over': 409,
  'too-large': 413,
  busy: 409,
  'list-subscribed': 409,
  'not-a-number': 422,
  'sign-in-needed': 401,
  'wrong-password': 403,
  'too-many-tries': 429,
  'foreign-origin': 403,
  'not-saved': 507,
  unexpected: 500,
} as const satisfies Record<ProblemKey, number>;

/** Thrown by the house for what it will not do; the page words the key. */
export class Refused extends Error {
  readonly key: ProblemKey;
  constructor(key: ProblemKey) {
    super(key);
    this.key = key;
  }
}

/** Answers a request that could not be done; the page words the key. */
export function problem<E extends Env, P extends string, I extends Input>(
  context: Context<E, P, I>,
  key: ProblemKey,
  detail?: string,
) {
  const body: Problem = { problem: key, ...(detail === undefined ? {} : { detail }) };
  return context.json(body, statusOf[key]);
}

/** Checks one part of a request against a schema; what does not fit is answered with the field that is wrong. */
export function checked<T extends keyof ValidationTargets, S extends z.ZodType>(target: T, schema: S) {
  return zValidator(target, schema, (result, context) => {
    if (result.success) return undefined;
    const [issue] = result.error.issues;
    const where = issue ? `${issue.path.join('.')}: ${issue.message}` : '';
    return context.json({ problem: 'bad-request', detail: where } satisfies Problem, 400);
  });
}
