import type { Bilingual } from '@westgate/base';
import { type Field, type Fields, list, maybeDay, maybeOneOf, maybeRef, oneOf, pair } from './fields.ts';
import { CADENCES, type GateLevel, VISIBILITIES, type Visibility } from './vocabulary.ts';

/** A value of a plan axis. On the axis `aim` it carries the colour token and pattern it is drawn with. */
export type AxisValue = { readonly id: string; readonly name: Bilingual; readonly colour?: string; readonly pattern?: string };
/** An axis on which the district sorts its promises: aims, strategies, integrations, icons, key projects, tiers. */
export type Axis = { readonly id: string; readonly name: Bilingual; readonly values: readonly AxisValue[] };
/** West, south, east, north in WGS 84 degrees. */
export type Frame = readonly [number, number, number, number];
export type UnitNames = { readonly [code: string]: Bilingual };
/** Names of levels of the programme. */
export type LevelNames = { readonly [level in GateLevel]?: Bilingual };

/** A value and what it rests on: where it was read, how sure it is. Who changes the one says the other anew; else it is gone. */
export interface Based<Column extends string = string> {
  /** The columns of the value. */
  readonly value: readonly Column[];
  /** The columns of its basis. */
  readonly basis: readonly Column[];
  /** The pair of `basis` that tells in words who changed the value without a source; none where the basis holds no words. */
  readonly words?: string;
  /** The words tell of a value that was taken away too, as nothing else says that it is missed. */
  readonly tellsLoss?: true;
}

export interface Table<F extends Fields> {
  readonly name: string;
  /** Where the rows are kept in a district folder. */
  readonly file: string;
  /** The rows are the office's, not the district's: no folder holds them, no import changes them. */
  readonly isApart?: true;
  /** The columns that identify a row. */
  readonly key: readonly (keyof F & string)[];
  /** The pair of which one language must be filled, if any. */
  readonly named?: string;
  readonly about: string;
  /** Its values that have a basis of their own. */
  readonly based?: readonly Based<keyof F & string>[];
  readonly fields: F;
}

/** A table, its field types kept. */
export function table<F extends Fields>(definition: Table<F>): Table<F> {
  return definition;
}

/** Columns that several tables have. */
export const tags = () => list('values of the plan axes, as axis:value');
/** Of a record that stands by itself: a new one is for the district. */
export const visibility = (): { readonly visibility: Field<Visibility> } => ({
  visibility: { ...oneOf(VISIBILITIES, 'who may know of it'), standard: 'district' },
});
/** Of what says something of a record: a new one is no narrower than its record. */
export const visibilityWithin = (): { readonly visibility: Field<Visibility> } => ({
  visibility: { ...oneOf(VISIBILITIES, 'who may know of it, within those who may know of its record'), standard: 'public' },
});
export const note = () => pair('note', 'a remark shown beside the record');
export const dueFields = {
  due_on: maybeDay('the day by which it is promised'),
  ...pair('due_basis', 'where the due date comes from'),
  due_source: maybeRef('source', 'the source of the due date'),
};
/** The due date and its basis. */
export const basedDue = { value: ['due_on'], basis: ['due_basis_zh', 'due_basis_en', 'due_source'], words: 'due_basis' } as const;
/** How reports on a record are asked for, where not as the rule of its kind says. */
export const askedFields = {
  cadence: maybeOneOf(CADENCES, 'how often it is reported on, where not as the rule of its kind says'),
  asked_from: maybeDay(
    'reports are asked for from this day on, where the record was made, or asked for again, after the first day of the rule',
  ),
};
export const noPlace = () => pair('no_place_reason', 'why it has no place, where it has none');
