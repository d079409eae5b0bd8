import type { Park } from '@westgate/contract';
import type { Row } from '@westgate/domain';
import { type View, viewMemo } from '../view.ts';
import { figuresOf } from './figure.ts';
import { pair } from './text.ts';
import { missing, thingAt } from './thing.ts';

/** Every park, in the order of the folder. */
export const parksIn: (view: View) => ReadonlyMap<string, Park> = viewMemo(
  (view) => new Map([...view.register.park].map(([id, row]) => [id, parkOf(view, row)])),
);

/** One park. */
export function parkDetail(view: View, id: string): Park {
  const park = parksIn(view).get(id);
  if (!park) throw missing('park', id);
  return park;
}

function parkOf(view: View, row: Row<'park'>): Park {
  return {
    id: row.id,
    rev: row.rev,
    name: pair(row.name_zh, row.name_en),
    place: thingAt(view.register, 'place', row.place),
    project: thingAt(view.register, 'project', row.project),
    noPlaceReason: pair(row.no_place_reason_zh, row.no_place_reason_en),
    figures: figuresOf(view, 'park', row.id),
    note: pair(row.note_zh, row.note_en),
  };
}
