import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { Problem } from '../../shared/status.ts';
import { ProblemError } from './client.ts';

const Session = z.object({ needed: z.boolean() });

/** Does this door want a password first? The desktop app has no such question: its window is its owner's. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => asked('GET'),
  retry: 2,
});

export const signIn = (password: string) => asked('POST', { password });
export const signOut = () => asked('DELETE');

async function asked(method: 'GET' | 'POST' | 'DELETE', body?: unknown): Promise<z.infer<typeof Session>> {
  const answer = await fetch('/api/session', {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  }).catch((cause: unknown) => {
    throw new ProblemError('unreachable', String(cause));
  });
  if (answer.status === 404) return { needed: false };
  const content: unknown = await answer.json().catch(() => null);
  if (answer.ok) return Session.parse(content);
  const problem = Problem.safeParse(content);
  throw new ProblemError(problem.success ? problem.data.problem : 'unexpected');
}
