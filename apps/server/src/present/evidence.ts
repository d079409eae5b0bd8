import type { Changed, Due, Evidence, State } from '@westgate/contract';
import type { Row, SubjectKind } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { unitOf } from './figure.ts';
import { sourceAt } from './source.ts';
import { pair } from './text.ts';
import { thingOf } from './thing.ts';

/** The state of a record without the rows it was counted from. */
export function stateIn(view: View, kind: SubjectKind, id: string): State {
  const { name, timing, since, due, latest, reason, tail } = view.state(kind, id);
  return { name, timing, since, due, latest, reason, tail };
}

/** The outcomes the states of these records were computed from, each once, latest first. */
export function evidenceFor(view: View, subjects: readonly { readonly kind: SubjectKind; readonly id: string }[]): Evidence[] {
  const found = new Map<string, Evidence>();
  for (const { kind, id } of subjects) {
    for (const { outcomeId, counts, why } of view.state(kind, id).counted) {
      const row = view.register.outcome.get(outcomeId);
      if (row && !found.has(outcomeId)) found.set(outcomeId, evidenceOf(view, row, counts, pair(why.zh, why.en)));
    }
  }
  return [...found.values()].sort((a, b) => (a.dates < b.dates ? 1 : a.dates > b.dates ? -1 : 0));
}

/** The last change of what the state of a record rests on: its evidence, and the values of the indicators bound to it. */
export function stateChanged(view: View, kind: SubjectKind, id: string): Changed | null {
  const { counted, values } = view.state(kind, id);
  const changes = [
    ...counted.map(({ outcomeId }) => view.changed('outcome', outcomeId)),
    ...values.map((key) => view.changed('indicator_value', key)),
  ];
  return changes.reduce((latest, change) => (change && change.seq > (latest?.seq ?? 0) ? change : latest), null);
}

/** The promised day of a record; null where none is known. */
export function dueOf(view: View, row: Row<'commitment'> | Row<'project'>): Due | null {
  if (row.due_on === null) return null;
  return { on: row.due_on, basis: pair(row.due_basis_zh, row.due_basis_en), source: sourceAt(view.register, row, 'due_source') };
}

function evidenceOf(view: View, row: Row<'outcome'>, counts: boolean, why: Evidence['why']): Evidence {
  return {
    id: row.id,
    rev: row.rev,
    subject: thingOf(view.register, row.subject_kind, row.subject_id),
    what: row.what,
    dates: row.dates,
    value: row.value,
    unit: row.unit,
    unitName: unitOf(view, row.unit),
    newDueOn: row.new_due_on,
    source: sourceAt(view.register, row),
    confidence: row.confidence,
    note: pair(row.note_zh, row.note_en),
    counts,
    why,
    changed: view.changed('outcome', row.id),
  };
}
