import type { DayString } from '@westgate/base';
import type { PendingChange, PendingChanges } from '@westgate/contract';
import type { Deed, Desk } from '@westgate/desk';
import { ownerOf, pendingChangesOf, type Row, reviewableColumns, textOfColumn, vocabulary } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { broughtHere, stampOf } from './deed.ts';
import { pair } from './text.ts';
import { findThing, thingAt, thingNamed, thingOf } from './thing.ts';

type PendingRow = Row<'pending_change'>;

interface Ask {
  readonly of?: string | undefined;
  readonly state: 'waiting' | 'all';
  readonly limit: number;
  readonly skip: number;
}

/** Deeds looked at for who proposed what. */
const DEEDS_LOOKED_AT = 1000;

/**
 * Changes that wait for the programme office on the day of the view, the oldest first; of one record or of all. What is proposed later is none yet,
 * and what is decided later waits still. Throws `WG_NOT_FOUND` where there is no such record.
 */
export async function pendingChangesIn(view: View, desk: Desk, { of, state, limit, skip }: Ask): Promise<PendingChanges> {
  const { register, asOf } = view;
  if (of !== undefined) thingNamed(register, of, vocabulary.REVIEWED_KINDS);
  const held = of === undefined ? [...register.pending_change.values()] : pendingChangesOf(register, of);
  const rows = held
    .filter((row) => row.proposed_on <= asOf && findThing(register, row.subject_kind, row.subject_id) !== null)
    .map((row) => knownOn(row, asOf))
    .filter(({ decision }) => state === 'all' || decision === null);
  const page = rows.slice(skip, skip + limit);
  const deeds = page.length === 0 ? [] : await desk.touching(page.map(refOf), DEEDS_LOOKED_AT);
  const [commitment, project] = vocabulary.REVIEWED_KINDS;
  return {
    total: rows.length,
    items: page.map((row) => shown(view, desk, deeds, row)),
    rules: [...register.review_rule.values()].map((rule) => ({
      kind: rule.subject_kind,
      field: rule.field,
      basis: pair(rule.basis_zh, rule.basis_en),
      source: rule.source,
      rev: rule.rev,
    })),
    columns: { [commitment]: [...reviewableColumns(commitment)], [project]: [...reviewableColumns(project)] },
  };
}

/** A proposal as it was known on a day: what was decided of it later is not. */
function knownOn(row: PendingRow, asOf: DayString): PendingRow {
  if (row.decided_on === null || row.decided_on <= asOf) return row;
  return { ...row, decision: null, decided_on: null, decision_words_zh: null, decision_words_en: null };
}

function refOf({ id }: PendingRow) {
  return { table: 'pending_change' as const, key: id };
}

function shown({ register }: View, desk: Desk, deeds: readonly Deed[], row: PendingRow): PendingChange {
  const { subject_kind: kind, subject_id: id, field } = row;
  const subjects: ReadonlyMap<string, Row<'commitment'> | Row<'project'>> = register[kind];
  const subject = subjects.get(id);
  return {
    id: row.id,
    subject: thingOf(register, kind, id),
    department: thingAt(register, 'department', ownerOf(register, kind, id)),
    field,
    approved: row.approved,
    proposed: row.proposed,
    words: pair(row.words_zh, row.words_en),
    proposedOn: row.proposed_on,
    stamp: stampOf(broughtHere(desk, deeds, 'pending_change', row.id)),
    decision: row.decision,
    decidedOn: row.decided_on,
    decisionWords: pair(row.decision_words_zh, row.decision_words_en),
    isCurrent: subject !== undefined && textOfColumn(subject, field) === row.approved,
    rev: row.rev,
  };
}
