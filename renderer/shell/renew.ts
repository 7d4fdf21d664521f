const memory = 'ringfence-renewed';
/** A second reload within this time would not help either. */
const onceWithinMs = 60_000;

/** A page left open over an update asks for files that are no more: it takes the new page by itself, once. */
export function renewWhenOutdated(): void {
  window.addEventListener('vite:preloadError', event => {
    const last = Number(sessionStorage.getItem(memory) ?? 0);
    if (Date.now() - last < onceWithinMs) return;
    event.preventDefault();
    sessionStorage.setItem(memory, String(Date.now()));
    location.reload();
  });
}
