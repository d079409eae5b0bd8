import { type Bilingual, type DayString, type Said, WestgateError } from '@westgate/base';
import { basedOf, type Register, type Row, type TableName, textOfColumn, type vocabulary } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import { type Authorship, refuseAuthor } from '../deeds/author.ts';
import type { By } from '../deeds/by.ts';
import { given, isSaid, presentRow, putChanges } from '../deeds/put-changes.ts';
import { revisedChange } from '../deeds/revise.ts';
import { type Changing, toldChanges, type Work, type Writing } from '../deeds/work.ts';

/** What is decided of a change that waits. */
export interface ChangeDecision {
  readonly id: string;
  readonly decision: (typeof vocabulary.REVIEW_WORDS)[number];
  /** With a refusal: why. */
  readonly words: Bilingual;
}

const VERBS = { accepted: 'accept-change', refused: 'refuse-change' } as const;

/**
 * Decides on a change that waits, as one deed: accepted, its record takes the value. Throws `WG_NOT_FOUND` for none, `WG_STALE_RECORD` where the
 * record changed since it was proposed, `WG_STEP_REFUSED` where it was decided already or by who proposed it. `name`: what whoever does it is called.
 */
export async function decideChange(
  desk: Authorship & Writing,
  draft: ChangeDecision,
  by: By,
  { name, today }: { readonly name: string; readonly today: DayString },
): Promise<Deed> {
  const { id, decision } = draft;
  const proposer = (seq: number): Said => ({
    zh: `须由提出人以外的人审批；提出见登记 ${seq}`,
    en: `expected another person than who proposed it, in deed ${seq}`,
  });
  await refuseAuthor(desk, ['pending_change', id], { id: by.who, name }, proposer);
  const work: Work<Changing> = {
    verb: VERBS[decision],
    about: [['pending_change', id]],
    on: (register) => ({ changes: decided(register, draft, today) }),
    told: toldChanges,
  };
  const { deed } = await desk.write(work, by);
  if (!deed) throw new WestgateError('WG_INPUT_INVALID', { zh: '这项修改已审批过', en: 'expected a change that was not decided yet' });
  return deed;
}

function decided(register: Register, { id, decision, words }: ChangeDecision, today: DayString): Changing['changes'] {
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
