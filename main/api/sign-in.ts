import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { getCookie, setCookie, deleteCookie } from 'hono/cookie';
import { z } from 'zod';
import { checked, problem } from './problem.ts';

/** Who may come in by the headless door. */
export interface Gate {
  /** `scrypt:<salt hex>:<hash hex>`; null: no password, which is only offered on this machine's own address. */
  passwordHash: string | null;
  /** Host names under which the door may be asked; anything else is another site's trick (DNS rebinding). */
  hosts: (host: string) => boolean;
}

const cookieName = 'ringfence';
const sessionDays = 30;
const triesPerMinute = 5;

/** @returns `scrypt:<salt hex>:<hash hex>` (RFC 7914, N=16384, r=8, p=1) */
export function hashPassword(password: string, salt = randomBytes(16)): string {
  return `scrypt:${salt.toString('hex')}:${scryptSync(password, salt, 32).toString('hex')}`;
}

export function passwordFits(password: string, stored: string): boolean {
  const [kind, salt, hash] = stored.split(':');
  if (kind !== 'scrypt' || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'hex');
  const given = scryptSync(password, Buffer.from(salt, 'hex'), 32);
  return expected.length === given.length && timingSafeEqual(given, expected);
}

/** Turns away requests for other host names and from other sites, and, where a password is set, from whoever has not given it. */
export function signIn(gate: Gate) {
  const sessions = new Map<string, number>();
  let tries: number[] = [];
  const Password = z.object({ password: z.string().min(1).max(256) });

  const known = (token: string | undefined): boolean => {
    const until = token === undefined ? undefined : sessions.get(token);
    return until !== undefined && until > Date.now();
  };

  const app = new Hono();
  app.use(async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!gate.hosts(host)) return problem(context, 'foreign-origin', host);
    const origin = context.req.header('origin');
    const reading = context.req.method === 'GET' || context.req.method === 'HEAD';
    const site = context.req.header('sec-fetch-site');
    const foreign = (origin !== undefined && hostOf(origin) !== host) || site === 'cross-site';
    if (foreign && (!reading || context.req.path.startsWith('/api'))) {
      return problem(context, 'foreign-origin', origin);
    }
    return next();
  });
  app.get('/api/session', context =>
    context.json({ needed: gate.passwordHash !== null && !known(getCookie(context, cookieName)) }),
  );
  app.post('/api/session', checked('json', Password), context => {
    const now = Date.now();
    tries = tries.filter(at => at > now - 60_000);
    if (tries.length >= triesPerMinute) return problem(context, 'too-many-tries');
    if (gate.passwordHash === null) return context.json({ needed: false });
    if (!passwordFits(context.req.valid('json').password, gate.passwordHash)) {
      tries.push(now);
      return problem(context, 'wrong-password');
    }
    for (const [old, until] of sessions) if (until <= now) sessions.delete(old);
    const token = randomBytes(32).toString('base64url');
    const maxAge = sessionDays * 24 * 60 * 60;
    sessions.set(token, now + maxAge * 1000);
    setCookie(context, cookieName, token, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge });
    return context.json({ needed: false });
  });
  app.delete('/api/session', context => {
    sessions.delete(getCookie(context, cookieName) ?? '');
    deleteCookie(context, cookieName, { path: '/' });
    return context.json({ needed: gate.passwordHash !== null });
  });
  app.use('/api/*', async (context: Context, next) => {
    if (gate.passwordHash !== null && !known(getCookie(context, cookieName)))
      return problem(context, 'sign-in-needed');
    return next();
  });
  return app;
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
