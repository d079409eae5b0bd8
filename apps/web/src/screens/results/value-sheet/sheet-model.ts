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
