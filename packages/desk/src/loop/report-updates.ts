import { type Bilingual, type DayString, WestgateError } from '@westgate/base';
import { ownerOf, type Register, type TableName } from '@westgate/domain';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import type { Changing } from '../deeds/work.ts';
import { applyEdits } from '../edits/apply-edits.ts';
import type { Creation } from '../edits/edit.ts';

/** What is reported of one record; `outside`: by the body outside the district whose link it came by, where it is not the department itself. */
type Update = Ask<'report-updates'>['updates'][number] & { readonly outside?: Bilingual };

const REPORTS: ReadonlySet<TableName> = new Set<TableName>(['status_update']);

/**
 * Reports on several records, as one deed dated the day it is in the district. The department that reports is the owner or lead of the record. Throws
 * `WG_INPUT_INVALID` naming what does not fit, also where a record is named twice.
 */
export function reportUpdates(register: Register, { updates }: { readonly updates: readonly Update[] }, { today, seq }: AskedAt): Changing {
  refuseTwice(updates);
  const edits = updates.map((each): Creation => ({ action: 'create', table: 'status_update', fields: fieldsOf(register, each, today) }));
  return { changes: applyEdits(register, edits, seq, REPORTS).changes };
}

function fieldsOf(register: Register, draft: Update, on: DayString): Readonly<Record<string, unknown>> {
  const { subjectKind, subjectId, unchanged, step, forecastOn, waitsFor, words, outside } = draft;
  return {
    subject_kind: subjectKind,
    subject_id: subjectId,
    reported_on: on,
    unchanged,
    step,
    forecast_on: forecastOn,
    waits_for: waitsFor,
    words_zh: words.zh,
    words_en: words.en,
    reporter: outside ? null : ownerOf(register, subjectKind, subjectId),
    outside_zh: outside?.zh ?? null,
    outside_en: outside?.en ?? null,
  };
}

function refuseTwice(drafts: readonly Update[]): void {
  const seen = new Set<string>();
  for (const { subjectKind, subjectId } of drafts) {
    const subject = `${subjectKind}:${subjectId}`;
    if (seen.has(subject))
      throw new WestgateError(
        'WG_INPUT_INVALID',
        { zh: `updates：每条记录只能报一次，${subject} 有两次`, en: `updates: expected each record once, found ${subject} twice` },
        { field: 'updates' },
      );
    seen.add(subject);
  }
}
