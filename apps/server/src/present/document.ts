import type { PlanDocument } from '@westgate/contract';
import { type Row, relationsOf } from '@westgate/domain';
import { type View, viewMemo } from '../view.ts';
import { sourceAt } from './source.ts';
import { pair } from './text.ts';
import { missing, thingOf } from './thing.ts';

/** Every plan, in the order of the folder. */
export const documentsIn: (view: View) => ReadonlyMap<string, PlanDocument> = viewMemo(
  (view) => new Map([...view.register.document].map(([id, row]) => [id, documentOf(view, row)])),
);

/** One plan. */
export function documentDetail(view: View, id: string): PlanDocument {
  const document = documentsIn(view).get(id);
  if (!document) throw missing('document', id);
  return document;
}

function documentOf(view: View, row: Row<'document'>): PlanDocument {
  const { register } = view;
  const sentences = [...register.sentence.values()].filter(({ document, kind }) => document === row.id && kind !== 'source');
  const implementing = relationsOf(register).to('document', row.id);
  return {
    id: row.id,
    rev: row.rev,
    title: pair(row.title_zh, row.title_en),
    kind: row.kind,
    wording: row.wording,
    covers: row.covers,
    publisher: pair(row.publisher_zh, row.publisher_en),
    publishedOn: row.published_on,
    source: sourceAt(register, row.source),
    note: pair(row.note_zh, row.note_en),
    sentenceCount: sentences.length,
    implementedBy: implementing
      .filter(({ relation, from_kind }) => relation === 'implements' && from_kind === 'commitment')
      .map((link) => thingOf(register, 'commitment', link.from_id)),
  };
}
