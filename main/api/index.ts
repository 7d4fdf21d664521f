import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { except } from 'hono/combine';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { apiRoutes } from './api.ts';
import type { House } from './house.ts';
import { createLiveLog } from './live.ts';
import type { LookAround } from './look-around.ts';
import { problem, Refused } from './problem.ts';
import type { Gate } from './sign-in.ts';
import { signIn } from './sign-in.ts';

export type { Api } from './api.ts';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.json': 'application/json',
};

/** What a request of the page may weigh; files have their own limits. */
const mostBodyBytes = 256 * 1024;
const takesFiles = ['/api/imports', '/api/notice'];
const smallBody = bodyLimit({
  maxSize: mostBodyBytes,
  onError: context => problem(context, 'too-large'),
});

/**
 * The one handler behind both doors: the page's files and /api.
 * The page may load nothing from anywhere else and may be framed by nobody.
 *
 * @param pageFolder where `vite build` put the page
 * @param gate who may come in; null inside the desktop app, where only its own window can ask
 * @param lookAround the made-up house that the page may be shown instead; null where there is none
 */
export function createHandler(
  house: House,
  pageFolder: string,
  gate: Gate | null,
  lookAround: LookAround | null = null,
) {
  const rooms = createRooms(house, lookAround);
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      crossOriginEmbedderPolicy: false,
      strictTransportSecurity: false,
    }),
  );
  app.use('/api/*', except(takesFiles, smallBody));
  if (gate) app.route('/', signIn(gate));
  app.all('/api/*', context => rooms.shown().fetch(context.req.raw));
  app.get('*', async context => {
    const asked = pathOf(context.req.url);
    if (asked === null) return context.notFound();
    const wanted = join(pageFolder, asked);
    const isFile = wanted.startsWith(pageFolder + sep) && extname(wanted) !== '' && existsSync(wanted);
    // Any other path is a place inside the page, so a bookmark or a reload of it works.
    const file = isFile ? wanted : join(pageFolder, 'index.html');
    if (!isFile && extname(asked) !== '') return context.notFound();
    const hashed = asked.includes(`${sep}assets${sep}`);
    return context.body(await readFile(file), 200, {
      'Content-Type': contentTypes[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });
  app.onError(answerError);
  return {
    fetch: (request: Request): Response | Promise<Response> => app.fetch(request),
    close: () => rooms.close(),
  };
}

/** The api of the house that is shown. Pages that follow another are cut off, and ask for everything anew. */
function createRooms(house: House, lookAround: LookAround | null) {
  const open = (of: House) => {
    const live = createLiveLog(of);
    const app = new Hono().route('/api', apiRoutes(of, live, lookAround));
    app.all('/api/*', context => problem(context, 'not-found'));
    app.onError(answerError);
    return { of, live, app };
  };
  const own = open(house);
  let shown = own;
  return {
    shown() {
      const wanted = lookAround?.house() ?? house;
      if (wanted !== shown.of) {
        if (shown === own) own.live.cut();
        else shown.live.stop();
        shown = wanted === house ? own : open(wanted);
      }
      return shown.app;
    },
    close() {
      own.live.stop();
      shown.live.stop();
    },
  };
}

function answerError(error: Error, context: Context) {
  if (error instanceof HTTPException) return problem(context, 'bad-request', error.message);
  if (error instanceof Refused) return problem(context, error.key);
  if (error instanceof NotSaved) return problem(context, 'not-saved', error.message);
  console.error(error);
  return problem(context, 'unexpected', error.message);
}

/** The path of a file that is asked for; null where it is none (a lone %, a zero byte). */
function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url).pathname);
    return path.includes('\0') ? null : normalize(path);
  } catch {
    return null;
  }
}

/** Thrown by the house when an edit could not be written; the page then says so and keeps what was typed. */
export class NotSaved extends Error {}
