import type { CalendarFile, Edit } from '@westgate/contract';

/** What a calendar file may become. */
export const CALENDAR_USES = ['events', 'working-days'] as const;
export type CalendarUse = (typeof CALENDAR_USES)[number];
/** Larger files are not sent: the server would refuse them. */
export const MOST_BYTES = 5 * 1024 * 1024;

const LONGEST_TITLE = 200;

/** The edits that store what was accepted, in one step: the file as a source first, and every record with it. */
export function editsOf(
  rows: readonly CalendarFile['rows'][number][],
  { fileName, calendar }: { readonly fileName: string; readonly calendar: string | null },
): readonly Edit[] {
  const title = [calendar, fileName]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
    .slice(0, LONGEST_TITLE);
  return [
    { action: 'create', table: 'source', fields: { title, kind: 'secondary' } },
    ...rows.map((row): Edit => {
      const fields = { ...row.fields, source: '$0' };
      if (row.held === null) return { action: 'create', table: row.table, fields };
      // The words of the event's dates go with the source that they are read in now.
      const based = row.table === 'event' ? { ...fields, confidence: 'medium' } : fields;
      return { action: 'revise', table: row.table, key: row.held.key, rev: row.held.rev, fields: based };
    }),
  ];
}
