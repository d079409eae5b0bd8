import type { Link, Links, ThingKindName } from '@westgate/contract';
import { type Reached, type Register, relationsOf } from '@westgate/domain';
import { linksIn, type View } from '../view.ts';
import { stateIn } from './evidence.ts';
import { NO_TEXT, pair } from './text.ts';
import { findThing, missing, thingOf } from './thing.ts';

/** A record's links to the other nouns, each with how it stands and, where it has one, its state. */
export function linksOfRecord(view: View, kind: ThingKindName, id: string): Links {
  if (!findThing(view.register, kind, id)) throw missing(kind, id);
  const found = linksIn(view, kind, id);
  const all = (reached: readonly Reached[]): Link[] => reached.map((each) => linkOf(view, { kind, id }, each));
  return {
    sentences: all(found.sentences),
    commitments: all(found.commitments),
    places: all(found.places),
    projects: all(found.projects),
    indicators: all(found.indicators),
    events: all(found.events),
    parks: all(found.parks),
    departments: all(found.departments),
    documents: all(found.documents),
  };
}

interface Ref {
  readonly kind: string;
  readonly id: string;
}

function linkOf(view: View, from: Ref, { kind, id, via }: Reached): Link {
  const hasState = kind === 'commitment' || kind === 'project' || kind === 'event';
  return {
    thing: thingOf(view.register, kind, id),
    via,
    note: noteOf(view.register, from, { kind, id }),
    state: hasState ? stateIn(view, kind, id) : null,
  };
}

/** The remark on the link between two records, whichever way it is written. */
function noteOf(register: Register, a: Ref, b: Ref): Link['note'] {
  const relations = relationsOf(register);
  const onward = relations.from(a.kind, a.id).find((link) => link.to_kind === b.kind && link.to_id === b.id);
  const link = onward ?? relations.to(a.kind, a.id).find((back) => back.from_kind === b.kind && back.from_id === b.id);
  return link ? pair(link.note_zh, link.note_en) : NO_TEXT;
}
