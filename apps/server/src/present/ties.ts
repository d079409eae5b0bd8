import { WestgateError } from '@westgate/base';
import type { Ties } from '@westgate/contract';
import { type Row, relationsOf, vocabulary } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { pair } from './text.ts';
import { findThing, missing, thingOf } from './thing.ts';

/** The links written of a record, those that begin at it first. `of` is `kind:id`. Throws `WG_INPUT_INVALID`, `WG_NOT_FOUND`. */
export function tiesOf({ register }: View, of: string): Ties {
  const at = of.indexOf(':');
  const [name, id] = [of.slice(0, at), of.slice(at + 1)];
  const kind = vocabulary.THING_KINDS.find((each) => each === name);
  if (!kind)
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: `of：应为“类别:编号”，类别为 ${vocabulary.THING_KINDS.join('、')} 之一`,
      en: `of: expected kind:id, the kind one of ${vocabulary.THING_KINDS.join(', ')}`,
    });
  if (!findThing(register, kind, id)) throw missing(kind, id);
  const relations = relationsOf(register);
  const rows: readonly Row<'link'>[] = [...relations.from(kind, id), ...relations.to(kind, id)];
  const items = rows.map((row) => ({
    rev: row.rev,
    from: thingOf(register, row.from_kind, row.from_id),
    relation: row.relation,
    to: thingOf(register, row.to_kind, row.to_id),
    note: pair(row.note_zh, row.note_en),
  }));
  return { items };
}
