import type { Figure } from '@westgate/contract';
import { type Row, registerMemo, unitName } from '@westgate/domain';
import type { View } from '../view.ts';
import { sourceNamed } from './source.ts';
import { NO_TEXT, pair } from './text.ts';

const figuresBySubject = registerMemo((register) => {
  const figures = new Map<string, Row<'figure'>[]>();
  for (const row of register.figure.values()) {
    const key = `${row.subject_kind}:${row.subject_id}`;
    const held = figures.get(key);
    if (held) held.push(row);
    else figures.set(key, [row]);
  }
  return figures;
});

/** The published figures of a record, in the order of the folder. */
export function figuresOf(view: View, kind: string, id: string): Figure[] {
  return (figuresBySubject(view.register).get(`${kind}:${id}`) ?? []).map((row) => figureOf(view, row));
}

/** The unit of a value, named in both languages. */
export function unitOf(view: View, code: string | null): { zh: string | null; en: string | null } {
  return code === null ? NO_TEXT : unitName(view.register, code);
}

function figureOf(view: View, row: Row<'figure'>): Figure {
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
