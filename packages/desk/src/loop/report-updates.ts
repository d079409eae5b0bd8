import { type Bilingual, type DayString, WestgateError } from '@westgate/base';
import { ownerOf, type Register, type TableName } from '@westgate/domain';
import { type Changing, madeIn, type Work } from '../deeds/work.ts';
import { applyEdits } from '../edits/apply-edits.ts';
import type { Creation } from '../edits/edit.ts';

/** What an owner reports of one record: that nothing changed, or what did. Texts as typed; checked as a folder is. */
export interface UpdateDraft {
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Nothing changed: all that follows is empty. */
  readonly unchanged: boolean;
  readonly step: string | null;
  readonly forecastOn: string | null;
  readonly waitsFor: string | null;
  readonly words: Bilingual;
  /** The body outside the district that reports, where it is not the department itself. */
  readonly outside?: Bilingual;
}

/** The reports as they are kept, one for each draft. */
export interface Reported extends Changing {
  readonly ids: readonly string[];
}

const VERB = 'report-update';
const REPORTS: ReadonlySet<TableName> = new Set<TableName>(['status_update']);

/**
 * Reports on several records, as one deed dated `on`, the day it is in the district. The department that reports is the owner or lead of the record. Throws
 * `WG_INPUT_INVALID` naming what does not fit, also where a record is named twice.
 */
export function reportUpdates(drafts: readonly UpdateDraft[], on: DayString): Work<Reported> {
  return {
    verb: VERB,
    on(register, seq) {
      refuseTwice(drafts);
      const edits = drafts.map((draft): Creation => ({ action: 'create', table: 'status_update', fields: fieldsOf(register, draft, on) }));
      const { changes, records } = applyEdits(register, edits, seq, REPORTS);
      return { changes, ids: records.map(({ key }) => key) };
    },
    told: ({ changes }) => ({ changes, ids: madeIn(changes, 'status_update') }),
    about: drafts.flatMap(({ subjectKind: kind, subjectId }) =>
      kind === 'commitment' || kind === 'project' ? [[kind, subjectId] as const] : [],
    ),
  };
}

function fieldsOf(register: Register, draft: UpdateDraft, on: DayString): Readonly<Record<string, unknown>> {
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

function refuseTwice(drafts: readonly UpdateDraft[]): void {
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
