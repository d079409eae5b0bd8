import { type Bilingual, type DayString, WestgateError } from '@westgate/base';
import { pendingChangesOf, type Register, reviewedColumns, textOfColumn, type vocabulary } from '@westgate/domain';
import { newId } from '../deeds/new-id.ts';
import { presentRow, putChanges } from '../deeds/put-changes.ts';
import { oneOf, revisedChange } from '../deeds/revise.ts';
import { aboutRecord, type Changing, toldRecord, type Work } from '../deeds/work.ts';

/** Another value for a column that the rulebook puts under review. */
export interface ProposalDraft {
  readonly subjectKind: vocabulary.ReviewedKind;
  readonly subjectId: string;
  readonly field: string;
  /** Null for none. */
  readonly proposed: string | null;
  /** Why, in the language it was typed in. */
  readonly words: Bilingual;
}

/** The proposal as it is kept. */
export interface Proposed extends Changing {
  readonly id: string;
}

const VERB = 'propose-change';

/**
 * Proposes another value for a column, of the day `on`, as one deed; the record keeps its own until that is accepted. Throws `WG_INPUT_INVALID`
 * where the column is under no review, where a change of it waits already, and where the record could not hold the value.
 */
export function proposeChange(draft: ProposalDraft, on: DayString): Work<Proposed> {
  const { subjectKind, subjectId, field, proposed, words } = draft;
  return {
    verb: VERB,
    about: aboutRecord(subjectKind, subjectId),
    on(register, seq) {
      const row = presentRow(register[subjectKind], subjectKind, subjectId);
      requireReviewed(register, draft);
      revisedChange(register, row, { table: subjectKind, key: subjectId, rev: row.rev, fields: { [field]: proposed } });
      const id = newId(register, 'pending_change', {}, seq);
      const fields = {
        id,
        subject_kind: subjectKind,
        subject_id: subjectId,
        field,
        approved: textOfColumn(row, field),
        proposed,
        words_zh: words.zh,
        words_en: words.en,
        proposed_on: on,
        decision: null,
        decided_on: null,
        decision_words_zh: null,
        decision_words_en: null,
      };
      return { id, changes: putChanges(register, [['pending_change', fields]]) };
    },
    told: toldRecord('pending_change'),
  };
}

function requireReviewed(register: Register, { subjectKind, subjectId, field }: ProposalDraft): void {
  const columns = reviewedColumns(register, subjectKind);
  if (!columns.includes(field)) {
    const { zh, en } =
      columns.length === 0
        ? { zh: '需审批的栏，但没有这样的规则', en: `a rule that puts a column of a ${subjectKind} under review` }
        : oneOf(columns);
    const found = field.slice(0, 40);
    const message = { zh: `field：应为${zh}，现为“${found}”`, en: `field: expected ${en}, found "${found}"` };
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'field' });
  }
  const waiting = pendingChangesOf(register, `${subjectKind}:${subjectId}`).find((row) => row.field === field && row.decision === null);
  if (waiting)
    throw new WestgateError(
      'WG_INPUT_INVALID',
      {
        zh: `field：${field} 已有一项修改在等审批`,
        en: `field: expected a column of which no change waits; one of ${field} waits already`,
      },
      {
        field: 'field',
        waiting: waiting.id,
      },
    );
}
