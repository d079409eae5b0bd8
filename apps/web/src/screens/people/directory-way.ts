const KEPT = 'westgate.directory.back';

/** What the directory sent the browser back with, as the page was loaded. It is taken out of the address before anything else looks at it. */
let query = '';
/** Where the person was when they left. */
let back = '/';
if (location.pathname === '/directory' && new URLSearchParams(location.search).has('state')) {
  query = location.search.slice(1);
  back = ownAddress(sessionStorage.getItem(KEPT));
  sessionStorage.removeItem(KEPT);
  history.replaceState(null, '', location.pathname + new URL(back, location.origin).search);
}

/** What the directory sent the browser back with, once; empty where it sent nothing. */
export function takeReturn(): string {
  const taken = query;
  query = '';
  return taken;
}

/** Where the person was when they left for the directory. */
export function whereLeft(): string {
  return back;
}

/** Leaves for the directory, to come back here. */
export function leaveFor(address: string): void {
  sessionStorage.setItem(KEPT, location.pathname + location.search);
  location.assign(address);
}

function ownAddress(text: string | null): string {
  return text !== null && /^\/(?![/\\])/.test(text) && !text.startsWith('/directory') ? text : '/';
}
