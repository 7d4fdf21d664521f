import type { Session, WebContents } from 'electron';
import { isOfficialSite } from '../shared/official-sites.ts';

/** Where the desktop app's page lives; every other address is outside. */
export const pageAddress = 'app://ringfence/';

/** Copying a number is all that the page may do with the computer. */
const isAllowed = (permission: string): boolean => permission === 'clipboard-sanitized-write';

/** The page may ask nothing of the computer, and nothing of the network but its own handler. */
export function lockSession(page: Session, isPackaged: boolean): void {
  page.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)));
  page.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  const own = [pageAddress, 'blob:', 'data:', ...(isPackaged ? [] : ['devtools:'])];
  page.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !own.some(start => url.startsWith(start)) }),
  );
}

/** The page stays where it is. Links to official sites open in the reader's browser, other links nowhere. */
export function lockContents(contents: WebContents, openOutside: (url: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (isOfficialSite(url)) openOutside(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', event => {
    if (!event.url.startsWith(pageAddress)) event.preventDefault();
  });
  contents.on('will-attach-webview', event => event.preventDefault());
}
