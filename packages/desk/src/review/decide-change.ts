import { type DayString, type Said, WestgateError } from '@westgate/base';
import { basedOf, type Register, type Row, type TableName, textOfColumn } from '@westgate/domain';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import { refuseAuthor } from '../deeds/author.ts';
import { given, isSaid, presentRow, putChanges } from '../deeds/put-changes.ts';
import { revisedChange } from '../deeds/revise.ts';
import type { Changing } from '../deeds/work.ts';

/**
 * Decides on a change that waits: accepted, its record takes the value. Throws `WG_NOT_FOUND` for none, `WG_STALE_RECORD` where the record changed since
 * it was proposed, `WG_STEP_REFUSED` where it was decided already or by who proposed it.
 */
export function decideChange(register: Register, ask: Ask<'decide-change'>, at: AskedAt): Changing {
  const proposer = (seq: number): Said => ({
    zh: `须由提出人以外的人审批；提出见操作记录第 ${seq} 号`,
    en: `expected another person than who proposed it, in change ${seq}`,
  });
  refuseAuthor(register, at, proposer);
  return { changes: decided(register, ask, at.today) };
}

function decided(register: Register, { id, decision, words }: Ask<'decide-change'>, today: DayString): Changing['changes'] {
  const row = presentRow<'pending_change'>(register.pending_change, 'pending_change', id);
  if (row.decision !== null)
    throw new WestgateError(
      'WG_STEP_REFUSED',
      { zh: `这项修改已审批过（${row.decision}）`, en: `expected a change that waits; this one was ${row.decision}` },
      { why: 'decided' },
    );
  if (decision === 'refused' && !isSaid(words))
    throw new WestgateError(
      'WG_INPUT_INVALID',
      { zh: 'words：写明为什么不批准', en: 'words: expected why it is refused' },
      { field: 'words' },
    );
  const kept = { ...given(row), decision, decided_on: today, decision_words_zh: words.zh, decision_words_en: words.en };
  const answer = putChanges(register, [['pending_change', kept]]);
  if (decision === 'refused') return answer;
  const { subject_kind: kind, subject_id: key, field } = row;
  const subject = presentRow(register[kind], kind, key);
  if (textOfColumn(subject, field) !== row.approved)
    throw new WestgateError('WG_STALE_RECORD', {
      zh: `提出之后，${key} 的 ${field} 又被改动，请再看一遍`,
      en: `${field} of ${kind} ${key} was changed since this was proposed; look at it again`,
    });
  const fields = { [field]: row.proposed, ...basisGiven(kind, row) };
  return [revisedChange(register, subject, { table: kind, key, rev: subject.rev, fields }), ...answer];
}

/** What was said with a proposal is what the new value rests on. */
function basisGiven(table: TableName, { field, words_zh, words_en }: Row<'pending_change'>): Readonly<Record<string, unknown>> {
  const words = basedOf(table).find(({ value }) => value.includes(field))?.words;
  return words === undefined ? {} : { [`${words}_zh`]: words_zh, [`${words}_en`]: words_en };
}
