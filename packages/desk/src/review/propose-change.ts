import { WestgateError } from '@westgate/base';
import { pendingChangesOf, type Register, reviewedColumns, textOfColumn } from '@westgate/domain';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import { newId } from '../deeds/new-id.ts';
import { presentRow, putChanges } from '../deeds/put-changes.ts';
import { revisedChange } from '../deeds/revise.ts';
import type { Changing } from '../deeds/work.ts';
import { oneOf } from '../folder/expected.ts';

/**
 * Proposes another value for a column, of the day `today`; the record keeps its own until that is accepted. Throws `WG_INPUT_INVALID` where the column is
 * under no review, where a change of it waits already, and where the record could not hold the value.
 */
export function proposeChange(register: Register, ask: Ask<'propose-change'>, { today, seq }: AskedAt): Changing {
  const { subjectKind, subjectId, field, proposed, words } = ask;
  const row = presentRow(register[subjectKind], subjectKind, subjectId);
  requireReviewed(register, ask);
  revisedChange(register, row, { table: subjectKind, key: subjectId, rev: row.rev, fields: { [field]: proposed } });
  const fields = {
    id: newId(register, 'pending_change', {}, seq),
    subject_kind: subjectKind,
    subject_id: subjectId,
    field,
    approved: textOfColumn(row, field),
    proposed,
    words_zh: words.zh,
    words_en: words.en,
    proposed_on: today,
    decision: null,
    decided_on: null,
    decision_words_zh: null,
    decision_words_en: null,
  };
  return { changes: putChanges(register, [['pending_change', fields]]) };
}

function requireReviewed(register: Register, { subjectKind, subjectId, field }: Ask<'propose-change'>): void {
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
