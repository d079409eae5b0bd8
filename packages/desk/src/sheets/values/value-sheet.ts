import type { Row } from '@westgate/domain';
import type { SheetFault } from '../common/sheet-field.ts';
import { cellName } from '../file/sheet-book.ts';
import type { ValueColumn } from './value-columns.ts';
import type { TermName } from './value-terms.ts';

/** What a cell, its row and the heads over it say of a value beside the number; what is not said is not there. */
export interface ValueSaid {
  readonly kind?: Row<'indicator_value'>['kind'];
  readonly qualifier?: NonNullable<Row<'indicator_value'>['qualifier']>;
  readonly status?: NonNullable<Row<'indicator_value'>['status']>;
  readonly breaks?: boolean;
  readonly source?: string;
  readonly confidence?: Row<'indicator_value'>['confidence'];
  readonly noteZh?: string;
  readonly noteEn?: string;
}

/** The values of a sheet column by column, as they go from process to process: a place in each list is one value. */
export interface ReadValues {
  readonly row: readonly number[];
  readonly column: readonly number[];
  /** Ids, periods and what else is said, each once; the lists below hold their places, -1 for the whole district. */
  readonly indicators: readonly string[];
  readonly places: readonly string[];
  readonly periods: readonly string[];
  readonly saids: readonly ValueSaid[];
  readonly indicator: readonly number[];
  readonly place: readonly number[];
  readonly period: readonly number[];
  readonly value: readonly number[];
  /** NaN where none is said. */
  readonly weight: readonly number[];
  readonly said: readonly number[];
}

/** A name in a sheet that no record has, or several have, with those that it may mean, the likeliest first. */
export interface UnknownName {
  readonly kind: TermName;
  readonly name: string;
  readonly cells: readonly string[];
  readonly proposed: readonly string[];
}

/** A sheet of values as it was understood, before it is compared with what is held. */
export interface ValueSheet {
  readonly sheet: string;
  readonly title: string;
  /** `long`: a value a row; `cross`: periods, places or indicators stand across. */
  readonly shape: 'long' | 'cross';
  readonly head: { readonly top: number; readonly bottom: number };
  /** What was understood of the columns: `across`: values under what their heads name. */
  readonly columns: readonly { readonly letters: string; readonly head: string; readonly role: ValueColumn | 'across' | null }[];
  readonly values: ReadValues;
  readonly faults: readonly SheetFault[];
  readonly faultCount: number;
  readonly unknownNames: readonly UnknownName[];
  /** Cells for values that hold none, or say that it is not known: nothing follows from them. */
  readonly emptyCells: number;
  /** Cells of sums and means of others, and of what is worked out from places, which are worked out again. */
  readonly sumCells: number;
  readonly otherSheets: readonly { readonly name: string; readonly isHidden: boolean }[];
}

/** What a person says of a sheet of values beside what stands in it. */
export interface ValueAsking {
  readonly sheet?: string | undefined;
  /** Of which period it is, where the sheet names none; or the year of months without one. */
  readonly period?: string | undefined;
  /** The indicator it is of, where the sheet names none. */
  readonly indicator?: string | undefined;
  readonly names: readonly { readonly kind: TermName; readonly name: string; readonly id: string }[];
}

/** Faults that are handed over. */
export const MOST_FAULTS = 2_000;

/** Values and faults as they are read. */
export class ValueList {
  readonly #sheet: string;
  readonly #lists = { row: [], column: [], indicator: [], place: [], period: [], value: [], weight: [], said: [] } as Record<
    'row' | 'column' | 'indicator' | 'place' | 'period' | 'value' | 'weight' | 'said',
    number[]
  >;
  readonly #indicators = new Dictionary();
  readonly #places = new Dictionary();
  readonly #periods = new Dictionary();
  readonly #saidKeys = new Dictionary();
  readonly #saids: ValueSaid[] = [];
  readonly #told = new Set<string>();
  readonly faults: SheetFault[] = [];
  faultCount = 0;
  emptyCells = 0;
  sumCells = 0;

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  cell(row: number, column: number): string {
    return cellName(this.#sheet, row, column);
  }

  /** A value is refused; a head or name that refuses several is told once. */
  refuse(fault: SheetFault): void {
    this.faultCount += 1;
    const name = `${fault.code} ${fault.cell}`;
    if (this.#told.has(name)) return;
    this.#told.add(name);
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault);
  }

  add(
    at: { readonly row: number; readonly column: number },
    of: { readonly indicator: string; readonly place: string | null; readonly period: string },
    value: number,
    weight: number | null,
    said: ValueSaid,
  ): void {
    const lists = this.#lists;
    lists.row.push(at.row);
    lists.column.push(at.column);
    lists.indicator.push(this.#indicators.of(of.indicator));
    lists.place.push(of.place === null ? -1 : this.#places.of(of.place));
    lists.period.push(this.#periods.of(of.period));
    lists.value.push(value);
    lists.weight.push(weight ?? Number.NaN);
    const key = JSON.stringify(said);
    const index = this.#saidKeys.of(key);
    if (index === this.#saids.length) this.#saids.push(said);
    lists.said.push(index);
  }

  get values(): ReadValues {
    return {
      ...this.#lists,
      indicators: this.#indicators.all,
      places: this.#places.all,
      periods: this.#periods.all,
      saids: this.#saids,
    };
  }
}

/** Texts by their places, each once. */
class Dictionary {
  readonly all: string[] = [];
  readonly #places = new Map<string, number>();

  of(text: string): number {
    const held = this.#places.get(text);
    if (held !== undefined) return held;
    this.all.push(text);
    this.#places.set(text, this.all.length - 1);
    return this.all.length - 1;
  }
}
