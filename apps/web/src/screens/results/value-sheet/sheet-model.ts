import { isPeriod } from '@westgate/base';
import type { ValuePreview, ValuePreviewRequest } from '@westgate/contract';
import { fieldsOf } from '@westgate/domain';
import { columnOf, emptyValues, type FormValues } from '../../../record/form/form-values.ts';
import type { GivenSheet } from '../../../start/sheet-drop.tsx';

/** What a person says of a sheet: where all of it was read, and what its names mean. */
export interface ValueSettings {
  readonly values: FormValues;
  readonly sheet: string;
  /** By kind and name, the id of the record. */
  readonly names: Readonly<Record<string, string>>;
}

/** The columns that hold for values of which the sheet does not say them. */
export const STANDARDS = ['source', 'status', 'confidence', 'period'] as const;

export const NO_SETTINGS: ValueSettings = {
  values: { ...emptyValues('place_value'), confidence: 'high' },
  sheet: '',
  names: {},
};

/** What a name in a sheet is kept under. */
export function nameKey({ kind, name }: Pick<AskedName, 'kind' | 'name'>): string {
  return `${kind} ${name}`;
}

/** A name in a sheet that is asked about. */
export type AskedName = ValuePreview['unknownNames'][number];

/** The names for which a person said what they stand for: a later answer no longer asks, and what was said can be changed. */
export function saidNames(asked: readonly AskedName[], { names }: ValueSettings): readonly AskedName[] {
  return Object.entries(names).flatMap(([key, id]): readonly AskedName[] => {
    const [kind, ...rest] = key.split(' ');
    const isAsked = asked.some((each) => nameKey(each) === key);
    return id !== '' && !isAsked && isTerm(kind) ? [{ kind, name: rest.join(' '), cells: [], proposed: [] }] : [];
  });
}

type SheetFault = ValuePreview['faults'][number];

/** Cells that are told of what holds for several. */
const MOST_CELLS = 4;

/** What is wrong with the cells of a sheet, once for all that are alike: a sheet that names no source is asked for it once. */
export function alikeFaults(faults: readonly SheetFault[]): readonly { readonly fault: SheetFault; readonly cells: readonly string[] }[] {
  const alike = new Map<string, { readonly fault: SheetFault; readonly cells: string[] }>();
  for (const fault of faults) {
    const key = JSON.stringify([fault.code, fault.expected, fault.found]);
    const held = alike.get(key);
    if (held) held.cells.push(fault.cell);
    else alike.set(key, { fault, cells: [fault.cell] });
  }
  return [...alike.values()];
}

/** The first cells of several, and how many there are beside them. */
export function cellsSaid(cells: readonly string[]): string {
  const more = cells.length - MOST_CELLS;
  return cells.slice(0, MOST_CELLS).join(', ') + (more > 0 ? ` … +${more}` : '');
}

/** The question about a sheet: a period that is none yet is not asked with. */
export function askOf(file: GivenSheet, { values, sheet, names }: ValueSettings): ValuePreviewRequest {
  const fields = fieldsOf('place_value');
  const said = Object.fromEntries(STANDARDS.map((name) => [name, fields[name] ? columnOf(fields[name], values[name] ?? null) : null]));
  const text = (name: (typeof STANDARDS)[number]): string => (typeof said[name] === 'string' ? said[name] : '');
  const [source, period] = [text('source'), text('period')];
  return {
    file: { ...file },
    ...(sheet === '' ? {} : { sheet }),
    ...(isPeriod(period) ? { period } : {}),
    ...(source === '' ? {} : { source }),
    status: statusIn(text('status')),
    confidence: confidenceIn(text('confidence')),
    names: Object.entries(names).flatMap(([key, id]) => {
      const [kind, ...rest] = key.split(' ');
      return id !== '' && isTerm(kind) ? [{ kind, name: rest.join(' '), id }] : [];
    }),
  };
}

/** How many values a sheet would store. */
export function storedIn({ counts }: ValuePreview): number {
  return counts.new + counts.changed;
}

function statusIn(text: string): NonNullable<ValuePreviewRequest['status']> | null {
  return text === 'final' || text === 'provisional' || text === 'estimate' ? text : null;
}

function confidenceIn(text: string): NonNullable<ValuePreviewRequest['confidence']> {
  return text === 'medium' || text === 'low' ? text : 'high';
}

function isTerm(kind: string | undefined): kind is AskedName['kind'] {
  return kind === 'indicator' || kind === 'place' || kind === 'source';
}
