import type { AccountRecord } from './account-record.ts';
import { hashOf } from './secret.ts';

/** Browsers remembered of one person; the one that was not used for longest goes. */
const MOST_DEVICES = 10;

/** Whether a person signed in before in the browser that keeps `mark`. */
export function isKnownDevice({ devices = [] }: Pick<AccountRecord, 'devices'>, mark: string | null): boolean {
  return mark !== null && devices.some(({ hash }) => hash === hashOf(mark));
}

/** The personal record with the browser that keeps `mark` as the last used one; the same personal record where that was noted today. */
export function withDevice(personalRecord: AccountRecord, mark: string, now: Date): AccountRecord {
  const [hash, used] = [hashOf(mark), now.toISOString().slice(0, 10)];
  const { devices = [] } = personalRecord;
  if (devices.some((each) => each.hash === hash && each.used === used)) return personalRecord;
  return { ...personalRecord, devices: [{ hash, used }, ...devices.filter((each) => each.hash !== hash)].slice(0, MOST_DEVICES) };
}
