import { byText, type Language, WestgateError } from '@westgate/base';
import type { CalendarFeeds } from '@westgate/contract';
import { writeCalendar } from '@westgate/desk';
import { addressOf, type CalendarEntry, calendarEntries, inventedLabel, noticeOf, type Row, rowIn } from '@westgate/domain';
import type { Office } from '../office/office.ts';
import type { View } from '../view/view.ts';
import { heldDistrict } from './district.ts';
import { findThing } from './thing.ts';

type Feed = Row<'calendar_feed'>;

/** Feeds as they are listed: of one record where one is named, the newest first. What each is of is named as `register` tells it to whoever asks. */
export async function feedsOf(
  office: Office,
  { register }: Pick<View, 'register'>,
  rows: readonly Feed[],
  {
    kind,
    id,
    person,
  }: { readonly kind?: Feed['subject_kind'] | undefined; readonly id?: string | undefined; readonly person: string | null },
): Promise<CalendarFeeds['items']> {
  const names = new Map((await office.desk.people.named()).map((each) => [each.id, each.name]));
  const shown = rows
    .filter((row) => (kind === undefined || row.subject_kind === kind) && (id === undefined || row.subject_id === id))
    .toSorted((a, b) => byText(b.made_on, a.made_on) || byText(a.id, b.id));
  return Promise.all(
    shown.map(async (row) => ({
      id: row.id,
      rev: row.rev,
      kind: row.subject_kind,
      of: subjectName(register, row, names),
      holder: row.holder === null ? null : (names.get(row.holder) ?? null),
      isOwn: row.holder === person,
      madeOn: row.made_on,
      lastUsed: await office.desk.people.feedUse.last(row.id, office.now()),
    })),
  );
}

/** What a feed is of, as who reads `register` may know it: no name of a record that is hidden from them. */
export function subjectName(
  register: View['register'],
  { subject_kind: kind, subject_id: id }: Pick<Feed, 'subject_kind' | 'subject_id'>,
  people: ReadonlyMap<string, string | null>,
): CalendarFeeds['items'][number]['of'] {
  const named = people.get(id) ?? null;
  if (kind === 'account') return { zh: named, en: named };
  return findThing(register, kind, id)?.name ?? { zh: null, en: null };
}

/** The dates of a feed as the holder may see them, as an iCalendar file. Throws `WG_NOT_FOUND` where the holder may not see that record any more. */
export function calendarText(
  view: View,
  feed: Feed,
  { site, lang }: { readonly site: string; readonly lang: Language | undefined },
): string {
  const { register, asOf } = view;
  const district = heldDistrict(register);
  const language = lang ?? (district.languages[0] === 'en' ? 'en' : 'zh');
  const { subject_kind: kind, subject_id: id, made_on: madeOn } = feed;
  if (kind !== 'account' && !rowIn(register, kind, id))
    throw new WestgateError('WG_NOT_FOUND', { zh: '没有这个日历', en: 'there is no such calendar' });
  const said = (text: { readonly zh: string | null; readonly en: string | null }): string => text[language] ?? text.zh ?? text.en ?? '';
  const own = { zh: '本人负责', en: 'my dates' };
  const of = kind === 'account' ? own : (findThing(register, kind, id)?.name ?? own);
  return writeCalendar(calendarEntries(register, { kind, id }, asOf, view.state), {
    name: `${said({ zh: district.name_zh, en: district.name_en })} · ${said(of)}`,
    label: inventedLabel(noticeOf(district), language),
    language,
    host: `${district.id}.westgate`,
    pageOf: ({ page }) => `${site}/${addressOf(page.table)}/${encodeURIComponent(page.id)}`,
    changedAt: ({ row }: CalendarEntry) => new Date(view.changed(row.table, row.key)?.at ?? `${madeOn}T00:00:00Z`),
  });
}
