import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import { lockContents, lockSession } from '../../../main/page-walls.ts';

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type BeforeRequest = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;

/** Only what the walls touch of a session. */
function fakeSession() {
  const set: { request?: RequestHandler; check?: CheckHandler; before?: BeforeRequest } = {};
  const session = {
    setPermissionRequestHandler: (handler: RequestHandler) => (set.request = handler),
    setPermissionCheckHandler: (handler: CheckHandler) => (set.check = handler),
    webRequest: { onBeforeRequest: (listener: BeforeRequest) => (set.before = listener) },
  };
  return { session: session as unknown as Session, set };
}

describe('requests', () => {
  const cancelled = (url: string, isPackaged: boolean): boolean | undefined => {
    const { session, set } = fakeSession();
    lockSession(session, isPackaged);
    let answer: boolean | undefined;
    set.before?.({ url }, ({ cancel }) => (answer = cancel));
    return answer;
  };
  test.each([
    'app://ringfence/api/calls',
    'app://ringfence/assets/a.js',
    'blob:app://ringfence/1',
    'data:image/png,x',
  ])('%s may be made', url => expect(cancelled(url, true)).toBe(false));
  test.each([
    'https://example.com/',
    'http://127.0.0.1/',
    'ws://a/',
    'file:///etc/passwd',
    'app://other/',
    'devtools://x/',
  ])('%s may not', url => expect(cancelled(url, true)).toBe(true));
  test('developer tools load where the app is not packaged', () => {
    expect(cancelled('devtools://devtools/bundled/x.js', false)).toBe(false);
  });
});

test.each([
  ['clipboard-sanitized-write', true],
  ['clipboard-read', false],
  ['media', false],
  ['geolocation', false],
  ['notifications', false],
  ['serial', false],
  ['usb', false],
  ['openExternal', false],
] as const)('the permission %s is given: %s', (permission, given) => {
  const { session, set } = fakeSession();
  lockSession(session, true);
  const nobody = new EventEmitter() as unknown as WebContents;
  const details = { isMainFrame: true, requestingUrl: 'app://ringfence/' };
  const answers: boolean[] = [];
  set.request?.(nobody, permission, answer => answers.push(answer), details);
  expect(answers).toEqual([given]);
  expect(set.check?.(nobody, permission, 'app://ringfence', { isMainFrame: true })).toBe(given);
});

describe('the page', () => {
  function locked() {
    const outside: string[] = [];
    const asked: ((details: { url: string }) => { action: string })[] = [];
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: (details: { url: string }) => { action: string }) =>
        asked.push(handler),
    });
    lockContents(contents as unknown as WebContents, url => outside.push(url));
    const stopped = (event: string, url: string): boolean => {
      let prevented = false;
      contents.emit(event, { url, preventDefault: () => (prevented = true) });
      return prevented;
    };
    return { outside, stopped, open: (url: string) => asked.map(handler => handler({ url }).action) };
  }
  test('stays in the app', () => {
    const { stopped } = locked();
    expect(stopped('will-navigate', 'app://ringfence/rules')).toBe(false);
    expect(stopped('will-navigate', 'https://example.com/')).toBe(true);
    expect(stopped('will-navigate', 'app://ringfence.example.com/')).toBe(true);
    expect(stopped('will-attach-webview', '')).toBe(true);
  });
  test('opens no window of its own', () => {
    const { open, outside } = locked();
    expect(open('app://ringfence/')).toEqual(['deny']);
    expect(open('https://example.com/')).toEqual(['deny']);
    expect(outside).toEqual([]);
    expect(open('https://spam.kisa.or.kr/')).toEqual(['deny']);
    expect(outside).toEqual(['https://spam.kisa.or.kr/']);
  });
});
