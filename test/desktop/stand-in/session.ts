import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type Electron from 'electron';
import { send } from './channel.ts';
import type { Shape } from './shape.ts';

type PermissionRequest = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>;
type PermissionCheck = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>;
type Permission = Parameters<PermissionRequest>[1];
type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void;
type Handler = Parameters<Electron.Protocol['handle']>[1];

let permissionRequest: PermissionRequest = (_contents, _permission, answer) => answer(true);
let permissionCheck: PermissionCheck = () => true;
let beforeRequest: BeforeRequest = (_details, answer) => answer({});

/** Those that Chromium's own grants know (Playwright's names are in screen.ts). */
const known: Permission[] = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'geolocation',
  'media',
  'midi',
  'notifications',
];

/** What the door lets a page have, asked of both its handlers as Electron does. */
export function allowedPermissions(): string[] {
  const nobody = null as unknown as Electron.WebContents;
  return known.filter(permission => {
    const granted: boolean[] = [];
    const details = { isMainFrame: true, requestingUrl: own };
    permissionRequest(nobody, permission, answer => granted.push(answer), details);
    return granted.includes(true) && permissionCheck(nobody, permission, own, { isMainFrame: true });
  });
}

export function isRequestAllowed(url: string): boolean {
  const answers: Electron.CallbackResponse[] = [];
  beforeRequest({ url } as Electron.OnBeforeRequestListenerDetails, given => answers.push(given));
  return !answers.some(({ cancel }) => cancel === true);
}

export const session = {
  defaultSession: {
    setPermissionRequestHandler: handler => {
      if (handler) permissionRequest = handler;
    },
    setPermissionCheckHandler: handler => {
      if (handler) permissionCheck = handler;
    },
    webRequest: {
      onBeforeRequest: (listener: BeforeRequest) => {
        beforeRequest = listener;
      },
    },
  } satisfies Shape<Electron.Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'> & {
    webRequest: object;
  },
};

const privileged = new Map<string, Electron.Privileges>();
let own = '';
let outside = '';
let served: () => void = () => undefined;
const isServed = new Promise<void>(done => (served = done));

/** Schemes of the door's own, served over loopback, since the test's Chromium does not know them. */
export const protocol = {
  registerSchemesAsPrivileged: schemes => {
    for (const { scheme, privileges } of schemes) privileged.set(scheme, privileges ?? {});
  },
  handle: (scheme, handler) => {
    const { standard, secure, supportFetchAPI, stream } = privileged.get(scheme) ?? {};
    if (!standard || !secure || !supportFetchAPI || !stream)
      throw new Error(`${scheme}: was not registered for pages, fetch and streams before the app was ready`);
    own = `${scheme}://ringfence/`;
    serve(handler);
  },
} satisfies Shape<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>;

function serve(handler: Handler): void {
  const listener = getRequestListener(async request => handler(inside(request)));
  const server = createServer(
    (request: IncomingMessage, response: ServerResponse) => void listener(request, response),
  );
  server.listen(0, '127.0.0.1', () => {
    outside = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    served();
    send({ type: 'ready', page: outside });
  });
}

/** The request as the door would have seen it, under its own scheme. */
function inside(request: Request): Request {
  const { pathname, search } = new URL(request.url);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  return new Request(own + pathname.slice(1) + search, {
    method: request.method,
    headers: request.headers,
    signal: request.signal,
    ...(hasBody ? { body: request.body, duplex: 'half' } : {}),
  });
}

/** Where the test's Chromium finds an address of the door's own. */
export async function toOutside(url: string): Promise<string> {
  await isServed;
  return url.startsWith(own) ? outside + url.slice(own.length) : url;
}
