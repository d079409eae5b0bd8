import type { AccountDrawer } from './account-drawer.ts';
import { hashOf } from './secret.ts';

/** Browsers remembered of one person; the one that was not used for longest goes. */
const MOST_DEVICES = 10;

/** Whether a person signed in before in the browser that keeps `mark`. */
export function isKnownDevice({ devices = [] }: Pick<AccountDrawer, 'devices'>, mark: string | null): boolean {
  return mark !== null && devices.some(({ hash }) => hash === hashOf(mark));
}

/** The drawer with the browser that keeps `mark` as the last used one; the same drawer where that was noted today. */
export function withDevice(drawer: AccountDrawer, mark: string, now: Date): AccountDrawer {
  const [hash, used] = [hashOf(mark), now.toISOString().slice(0, 10)];
  const { devices = [] } = drawer;
  if (devices.some((each) => each.hash === hash && each.used === used)) return drawer;
  return { ...drawer, devices: [{ hash, used }, ...devices.filter((each) => each.hash !== hash)].slice(0, MOST_DEVICES) };
}
