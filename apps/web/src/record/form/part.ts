import type { Edit } from '@westgate/contract';
import { keyOf } from '@westgate/domain';
import type { PartKind } from '../../api/form-kinds.ts';
import type { FormFault, FormValues } from './form-values.ts';
import { changedColumns } from './own-basis.ts';

/** What keeps a part from being sent beyond its single fields: a figure is a number or words, and a number has a unit. */
export function partFaults(kind: PartKind, values: FormValues): readonly FormFault[] {
  if (kind !== 'figure') return [];
  const isEmpty = (column: string): boolean => typeof values[column] !== 'string' || String(values[column]).trim() === '';
  if (isEmpty('value')) return isEmpty('words_zh') && isEmpty('words_en') ? [{ field: 'value', word: 'part.fault.value' }] : [];
  return isEmpty('unit') ? [{ field: 'unit', word: 'record.fault.unit' }] : [];
}

/** A part that is there: the row it is taken out by. */
export type HeldPart =
  | { readonly kind: 'figure' | 'milestone' | 'component' | 'planned_amount'; readonly id: string; readonly rev: number }
  | {
      readonly kind: 'indicator_value';
      readonly indicator: string;
      readonly value: { readonly kind: string; readonly period: string; readonly source: { readonly id: string }; readonly rev: number };
    };

/** The edit that takes a part out. */
export function withdrawEdit(part: HeldPart): Edit {
  if (part.kind !== 'indicator_value') return { action: 'withdraw', table: part.kind, key: part.id, rev: part.rev };
  const { kind, period, source, rev } = part.value;
  const key = keyOf('indicator_value', { indicator: part.indicator, kind, period, source: source.id });
  return { action: 'withdraw', table: 'indicator_value', key, rev };
}

/** The edit that gives a part the values that differ from those it was read with. */
export function revisionEdit(
  table: PartKind,
  { key, rev, values }: { readonly key: string; readonly rev: number; readonly values: FormValues },
  typed: FormValues,
): Edit {
  return { action: 'revise', table, key, rev, fields: changedColumns(table, typed, values) };
}
