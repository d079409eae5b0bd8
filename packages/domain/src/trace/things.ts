import type { Bilingual } from '@westgate/base';
import { relationsOf } from '../programme/relations.ts';
import type { PlainKind } from '../register/described.ts';
import { LEADING_KINDS, ledTo } from '../register/leads.ts';
import { columnsIn, type Register } from '../register/register.ts';
import type { AnyRow } from '../register/tables.ts';
import { say } from '../results/say.ts';

/** A thing with what is known of where it lies. */
export interface PlacedThing {
  readonly kind: 'place' | 'project' | PlainKind;
  readonly id: string;
  /** `placed` = it can be drawn; `no-place` = it has none, and a reason says why; `not-known` = neither. */
  readonly position: 'placed' | 'not-known' | 'no-place';
  /** Why it is not placed. */
  readonly reason: Bilingual;
}

const NOT_STATED = say('未说明', 'not stated');

/**
 * The things of the district by distinct id: places, projects, and records of plain kinds that may say why they have no place; a project that shares its id with the place it stands on is
 * one thing, of the kind named first. It is placed when any record of that id is, itself or through the place it stands on or leads to.
 */
export function thingsOf(register: Register): readonly PlacedThing[] {
  const things = new Map<string, PlacedThing>();
  const add = (thing: PlacedThing): void => {
    const held = things.get(thing.id);
    if (!held) things.set(thing.id, thing);
    else if (RANK[thing.position] < RANK[held.position]) things.set(thing.id, { ...held, position: thing.position, reason: thing.reason });
  };
  const outlined = new Set([...register.feature.values()].map((feature) => feature.place));
  const places = columnsIn(register, 'place', OF_PLACES);
  const isDrawn = (id: string | null): boolean => {
    const place = id === null ? undefined : places.get(id);
    return (
      place !== undefined &&
      (place.position === 'known' || place.position === 'assumed') &&
      (place.geometry !== null || outlined.has(place.id))
    );
  };
  const relations = relationsOf(register);
  for (const row of places.values()) {
    const basis = either(row.no_place_reason_zh, row.no_place_reason_en) ?? either(row.position_basis_zh, row.position_basis_en);
    if (isDrawn(row.id)) add({ kind: 'place', id: row.id, position: 'placed', reason: basis ?? NOT_STATED });
    else
      add({
        kind: 'place',
        id: row.id,
        position: row.position === 'none' && basis ? 'no-place' : 'not-known',
        reason: basis ?? NOT_STATED,
      });
  }
  for (const row of register.project.values()) add(through('project', row, relations.placesUnder(row.id).some(isDrawn)));
  for (const kind of LEADING_KINDS) {
    const rows: ReadonlyMap<string, AnyRow> = register[kind];
    for (const [id, row] of rows) {
      if (!isReasoned(row)) continue;
      const led = ledTo(register, kind, id).flatMap((each) =>
        each.kind === 'place' ? [each.id] : each.kind === 'project' ? relations.placesUnder(each.id) : [],
      );
      add(through(kind, row, led.some(isDrawn)));
    }
  }
  return [...things.values()];
}

/** What a place says of where it lies. */
export const POSITION_COLUMNS = [
  'position',
  'geometry',
  'no_place_reason_zh',
  'no_place_reason_en',
  'position_basis_zh',
  'position_basis_en',
] as const;
/** What is looked at of places. */
const OF_PLACES = ['id', ...POSITION_COLUMNS] as const;

const RANK = { placed: 0, 'no-place': 1, 'not-known': 2 } as const;

interface Reasoned {
  readonly id: string;
  readonly no_place_reason_zh: string | null;
  readonly no_place_reason_en: string | null;
}

function isReasoned(row: object): row is Reasoned {
  return 'no_place_reason_zh' in row;
}

function through(kind: PlacedThing['kind'], row: Reasoned, isDrawn: boolean): PlacedThing {
  const reason = either(row.no_place_reason_zh, row.no_place_reason_en);
  if (isDrawn) return { kind, id: row.id, position: 'placed', reason: reason ?? NOT_STATED };
  return { kind, id: row.id, position: reason ? 'no-place' : 'not-known', reason: reason ?? NOT_STATED };
}

function either(zh: string | null, en: string | null): Bilingual | null {
  return zh || en ? { zh, en } : null;
}
