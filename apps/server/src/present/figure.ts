import type { Figure } from '@westgate/contract';
import { type Groups, grouped, type Register, type Row, registerIndex, regrouped, unitName } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { sourceNamed } from './source.ts';
import { NO_TEXT, pair } from './text.ts';

const figuresBySubject = registerIndex<Groups<Row<'figure'>>>({
  basis: { figure: 'rows' },
  build: (register) => grouped(register.figure.values(), subjectOf),
  grow: (figures, { figure: changes = [] }) => regrouped(figures, changes, subjectOf),
});

function subjectOf(row: Row<'figure'>): string {
  return `${row.subject_kind}:${row.subject_id}`;
}

/** The rows of the published figures of a record, in the order of the folder. */
export function figureRows(register: Register, kind: string, id: string): readonly Row<'figure'>[] {
  return figuresBySubject(register).get(`${kind}:${id}`) ?? [];
}

/** The published figures of a record, in the order of the folder. */
export function figuresOf(view: View, kind: string, id: string): Figure[] {
  return figureRows(view.register, kind, id).map((row) => figureOf(view, row));
}

/** The unit of a value, named in both languages. */
export function unitOf(view: View, code: string | null): { zh: string | null; en: string | null } {
  return code === null ? NO_TEXT : unitName(view.register, code);
}

/** A figure as it is shown. */
export function figureOf(view: View, row: Row<'figure'>): Figure {
  return {
    id: row.id,
    rev: row.rev,
    label: pair(row.label_zh, row.label_en),
    value: row.value,
    words: pair(row.words_zh, row.words_en),
    unit: row.unit,
    unitName: unitOf(view, row.unit),
    qualifier: row.qualifier,
    period: row.period,
    source: sourceNamed(view.register, row.source),
    confidence: row.confidence,
    note: pair(row.note_zh, row.note_en),
    changed: view.changed('figure', row.id),
  };
}
