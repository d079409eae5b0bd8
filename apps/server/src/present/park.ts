import type { Park } from '@westgate/contract';
import type { Row } from '@westgate/domain';
import { shownBy, type View } from '../view.ts';
import { belongsIn } from './belongs.ts';
import { figuresOf } from './figure.ts';
import { pair } from './text.ts';
import { missing, thingAt } from './thing.ts';

/** A park by its id, as it is shown; null where there is none. */
export const parkIn: (view: View, id: string) => Park | null = shownBy('park', parkOf);

/** One park. */
export function parkDetail(view: View, id: string): Park {
  const park = parkIn(view, id);
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
    ...belongsIn(view, 'park', row.id),
    figures: figuresOf(view, 'park', row.id),
    note: pair(row.note_zh, row.note_en),
  };
}
