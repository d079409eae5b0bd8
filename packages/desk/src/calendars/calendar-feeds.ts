import { invariant, noSuch, WestgateError } from '@westgate/base';
import { policy, type Reader, type Register, type Row } from '@westgate/domain';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import { newId } from '../deeds/new-id.ts';
import { presentRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';
import { readerOf } from '../people/account-rules.ts';
import { hashOf } from '../people/secret.ts';

/** Feeds of one person: more are forgotten by who made them. */
const MOST_OF_ONE = 50;

/**
 * Makes a calendar feed of the dates of a record; kept is the hash of its secret. Throws `WG_NOT_FOUND` where there is no such record, `WG_NOT_ALLOWED` for the dates of
 * another person.
 */
export function calendarFeed(
  register: Register,
  { subjectKind, subjectId }: Ask<'make-calendar-feed'>,
  { today, seq, reader, secret }: AskedAt,
): Changing {
  const records: ReadonlyMap<string, unknown> = register[subjectKind];
  const holder = reader?.person ?? null;
  if (subjectKind === 'account' && subjectId !== holder)
    throw new WestgateError('WG_NOT_ALLOWED', { zh: '只能订阅本人的日历', en: 'expected your own account, for the dates of a person' });
  if (!records.has(subjectId))
    throw new WestgateError('WG_NOT_FOUND', noSuch(subjectKind, subjectId), { kind: subjectKind, id: subjectId });
  if (feedsOf(register, holder).length >= MOST_OF_ONE)
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: `日历订阅至多 ${MOST_OF_ONE} 个，请先注销一个`,
      en: `expected at most ${MOST_OF_ONE} calendar feeds; revoke one first`,
    });
  invariant(secret, 'a feed has a secret');
  const row = {
    id: newId(register, 'calendar_feed', {}, seq),
    subject_kind: subjectKind,
    subject_id: subjectId,
    holder,
    made_on: today,
    secret_hash: hashOf(secret),
  };
  return { changes: putChanges(register, [['calendar_feed', row]]) };
}

/** Revokes a feed: one's own, or any by who may edit every record. Throws `WG_NOT_FOUND` for that of another. */
export function revokeFeed(register: Register, { id }: Ask<'revoke-calendar-feed'>, { reader }: AskedAt): Changing {
  const shown = new Map([...register.calendar_feed].filter(([, row]) => mayRevoke(reader, row)).map(([, row]) => [row.id as string, row]));
  return { changes: [{ table: 'calendar_feed', key: id, before: presentRow<'calendar_feed'>(shown, 'calendar_feed', id), after: null }] };
}

/** Whether `reader` may see and revoke a feed: null is who may do everything. */
export function mayRevoke(reader: Reader | null, { holder }: Pick<Row<'calendar_feed'>, 'holder'>): boolean {
  return reader === null || policy.reachesAll(reader, 'edit') || (reader.person !== undefined && reader.person === holder);
}

/** What of the district a feed tells: by whom it is read. `whole`: nothing is hidden, in an office without accounts. */
export interface FeedRead {
  readonly feed: Row<'calendar_feed'>;
  readonly reader: Reader | 'whole';
}

/**
 * The feed that a secret is of, and how its holder reads. Throws `WG_LINK_SPENT` where there is none, where the account of its holder is not open, and where it was made
 * when nobody had an account and now somebody has.
 */
export function feedBy(register: Register, secret: string): FeedRead {
  const hash = hashOf(secret);
  const feed = [...register.calendar_feed.values()].find(({ secret_hash: held }) => held === hash);
  if (!feed) throw spent();
  if (feed.holder === null) {
    if (register.account.size > 0) throw spent();
    return { feed, reader: 'whole' };
  }
  const account = register.account.get(feed.holder);
  if (account?.state !== 'open') throw spent();
  return { feed, reader: readerOf(account) };
}

function feedsOf(register: Register, holder: string | null): readonly Row<'calendar_feed'>[] {
  return [...register.calendar_feed.values()].filter((row) => row.holder === holder);
}

function spent(): WestgateError {
  return new WestgateError('WG_LINK_SPENT', { zh: '没有这个日历，或已注销', en: 'there is no such calendar, or it was revoked' });
}
