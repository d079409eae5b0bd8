import type { Link, Links, ThingKindName } from '@westgate/contract';
import { LINKED_KINDS, PLURALS, type Reached, type Ref, type Register, refKey, relationsOf } from '@westgate/domain';
import { ANSWER_BYTES, firstThatFit } from '../answers/fit.ts';
import { linksIn, type View } from '../view/view.ts';
import { stateIn } from './evidence.ts';
import { NO_TEXT, pair } from './text.ts';
import { findThing, missing, thingOf } from './thing.ts';

/** Links of one kind that are named in one answer; with all kinds they stay below its size. */
const OF_EACH = 200;
const KINDS = LINKED_KINDS.length;

/**
 * A record's links to the other nouns, each with how it stands and, where it has one, its state: the first of each kind, and how many there
 * are of it.
 */
export function linksOfRecord(view: View, kind: ThingKindName, id: string): Links {
  if (!findThing(view.register, kind, id)) throw missing(kind, id);
  const found = linksIn(view, kind, id);
  const notes = notesOn(view.register, { kind, id });
  const first = (reached: readonly Reached[]): Link[] =>
    firstThatFit(reached.slice(0, OF_EACH), (each) => linkOf(view, notes, each), ANSWER_BYTES / KINDS);
  const lists = LINKED_KINDS.map((each) => [PLURALS[each], first(found[PLURALS[each]])] as const);
  const counts = LINKED_KINDS.map((each) => [PLURALS[each], found[PLURALS[each]].length] as const);
  return { ...Object.fromEntries(lists), counts: Object.fromEntries(counts) } as Links;
}

function linkOf(view: View, notes: ReadonlyMap<string, Link['note']>, { kind, id, via }: Reached): Link {
  const hasState = kind === 'commitment' || kind === 'project' || kind === 'event';
  return {
    thing: thingOf(view.register, kind, id),
    via,
    note: notes.get(refKey(kind, id)) ?? NO_TEXT,
    state: hasState ? stateIn(view, kind, id) : null,
  };
}

/** The remarks on the links of a record by the record at the other end, whichever way they are written. */
function notesOn(register: Register, { kind, id }: Ref): ReadonlyMap<string, Link['note']> {
  const relations = relationsOf(register);
  const ends = [
    ...relations.from(kind, id).map((link) => ({ end: refKey(link.to_kind, link.to_id), link })),
    ...relations.to(kind, id).map((link) => ({ end: refKey(link.from_kind, link.from_id), link })),
  ];
  return new Map(ends.reverse().map(({ end, link }) => [end, pair(link.note_zh, link.note_en)]));
}
