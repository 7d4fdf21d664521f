import type { ChildProcess } from 'node:child_process';
import type { Browser, BrowserContext, Page, Request, Route } from '@playwright/test';
import type { ToScreen, ToStandIn } from './talk.ts';

type Question = ToStandIn extends infer One ? (One extends ToStandIn ? Omit<One, 'question'> : never) : never;

/** Playwright's names for the permissions that Electron's handlers are asked for. */
const grants: Record<string, string[]> = {
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  geolocation: ['geolocation'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
};

/** Gives the windows of a stand-in pages of real Chromium, and asks it wherever Electron would have asked the door. */
export function createScreen(browser: Browser, standIn: ChildProcess) {
  const contexts = new Map<number, BrowserContext>();
  const pages = new Map<number, Promise<Page>>();
  const waiting = new Map<number, { done: (value: unknown) => void; failed: (error: Error) => void }>();
  let leaving = false;
  let questions = 0;
  let home = '';
  let ready: (page: string) => void = () => undefined;
  const isReady = new Promise<string>(done => (ready = done));
  let firstOpened: (page: Promise<Page>) => void = () => undefined;
  const firstPage = new Promise<Page>(done => (firstOpened = done));

  function ask(question: Question): Promise<unknown> {
    return new Promise((done, failed) => {
      const number = ++questions;
      waiting.set(number, { done, failed });
      if (!standIn.connected) failed(new Error('The app has ended.'));
      else standIn.send({ ...question, question: number });
    });
  }

  /** As the door knows it. */
  const inside = (url: string): string =>
    url.startsWith(home) ? `app://ringfence/${url.slice(home.length)}` : url;

  async function open({
    window,
    width,
    height,
    locale,
    permissions,
  }: Extract<ToScreen, { type: 'open' }>): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height }, locale });
    contexts.set(window, context);
    await context.grantPermissions(permissions.flatMap(permission => grants[permission] ?? []));
    await context.route('**/*', route => judge(window, route));
    const page = await context.newPage();
    page.on('popup', popup => void forget(popup));
    return page;
  }

  /** A window without an address asks for nothing, and so is not judged; it goes all the same. */
  async function forget(popup: Page): Promise<void> {
    await popup.waitForTimeout(500);
    await popup.close();
  }

  const wanted = new Set<string>();
  async function judge(window: number, route: Route): Promise<void> {
    const request = route.request();
    const url = inside(request.url());
    try {
      const place = await placeOf(window, request);
      if (place === 'popup') {
        await ask({ type: 'popup', window, url });
        await route.abort('blockedbyclient');
      } else if (
        place === 'page' &&
        !wanted.delete(request.url()) &&
        !(await ask({ type: 'navigate', window, url }))
      )
        await route.abort('aborted');
      else if (!(await ask({ type: 'request', window, url }))) await route.abort('blockedbyclient');
      else await route.continue();
    } catch {
      // The page or the app has gone meanwhile.
    }
  }

  /** Is it the window's own page that wants to go somewhere, another window that it opened, or a part of the page? */
  async function placeOf(window: number, request: Request): Promise<'page' | 'popup' | 'part'> {
    if (!request.isNavigationRequest()) return 'part';
    try {
      const frame = request.frame();
      if (frame.page() !== (await pages.get(window))) return 'popup';
      return frame.parentFrame() === null ? 'page' : 'part';
    } catch {
      return 'popup'; // Its frame is not there yet.
    }
  }

  async function hear(message: ToScreen): Promise<void> {
    switch (message.type) {
      case 'ready':
        home = message.page;
        ready(home);
        return;
      case 'open': {
        const page = open(message);
        pages.set(message.window, page);
        firstOpened(page);
        return;
      }
      case 'load': {
        const page = await pages.get(message.window);
        wanted.add(message.url);
        await page?.goto(message.url);
        return;
      }
      case 'close':
        await contexts.get(message.window)?.close();
        return;
      case 'answer':
        waiting.get(message.question)?.done(message.value);
        waiting.delete(message.question);
        return;
      case 'failed':
        waiting.get(message.question)?.failed(new Error(message.message));
        waiting.delete(message.question);
        return;
    }
  }

  standIn.on('message', (message: ToScreen) => {
    hear(message).catch((error: unknown) => {
      if (!leaving) console.error(error);
    });
  });

  return {
    firstPage,
    /** The page's address over loopback, for specs that bring their own browser. */
    address: isReady,
    evaluate: (source: string, argument: unknown) => ask({ type: 'evaluate', source, argument }),
    /** What the pages still wanted no longer matters. */
    leave: () => (leaving = true),
    async close() {
      for (const context of contexts.values()) await context.close();
    },
  };
}
