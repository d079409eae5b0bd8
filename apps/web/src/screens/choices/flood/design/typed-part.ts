import { type LngLat, PART_ID } from '@westgate/base';
import type {
  DesignDischarge,
  DesignFailure,
  DesignPoint,
  DesignRule,
  DesignSeen,
  DesignStructure,
  FloodDesign,
  Frame,
} from '@westgate/domain';
import { blank, type Sketch, sketchFault } from '../../../../sketch/sketch.ts';
import { type PlacedPart, partsOf, placed } from './design-draft.ts';
import {
  type DesignPart,
  FAILURE_FIELDS,
  type FailureKind,
  LAYOUTS,
  type NumberField,
  nameOfPart,
  type PartKind,
  PEAK_FIELDS,
  SLOPE_FIELDS,
} from './part-kinds.ts';
import { numberFault, numbersOf, numberTyped, type PartFault, readRows, type TypedNumbers, writeRows } from './typed-numbers.ts';

/** A failure as it was typed. */
export interface TypedFailure {
  readonly kind: FailureKind;
  readonly numbers: TypedNumbers;
}

/** A condition of a rule as it was typed; `seen` as {@link seenKey} writes it. */
export interface TypedCondition {
  readonly seen: string;
  readonly is: DesignRule['when'][number]['is'];
  readonly than: string;
}

/** A part as its form holds it, beside what is drawn. */
export interface TypedPart {
  readonly id: string;
  readonly name: string;
  readonly numbers: TypedNumbers;
  /** Of an inflow: a peak or rows; of an outflow: how it leaves. */
  readonly way: 'peak' | 'rows' | 'free' | 'normal-depth';
  readonly rows: string;
  readonly flap: boolean;
  readonly failures: readonly TypedFailure[];
  readonly gate: string;
  readonly when: readonly TypedCondition[];
}

/** The numbers that a part has as it is typed: those of a peak or a slope where one is chosen. */
export function fieldsOfPart(kind: PartKind, { way }: Pick<TypedPart, 'way'>): readonly NumberField[] {
  if (kind === 'inflow') return way === 'peak' ? PEAK_FIELDS : [];
  if (kind === 'outflow') return way === 'normal-depth' ? SLOPE_FIELDS : [];
  return LAYOUTS[kind].numbers;
}

/** What is looked at, as one word for a list of choices. */
export function seenKey(seen: DesignSeen): string {
  return seen.of === 'time' ? 'time' : `${seen.of}:${seen.what}:${seen.id}`;
}

/** What a rule of a design may look at. */
export function seenIn({ gauges, storages }: FloodDesign): readonly DesignSeen[] {
  return [
    { of: 'time' },
    ...gauges.flatMap(({ id }) => (['level', 'rise'] as const).map((what) => ({ of: 'gauge', id, what }) as const)),
    ...storages.flatMap(({ id }) => (['level', 'share'] as const).map((what) => ({ of: 'storage', id, what }) as const)),
  ];
}

/** A new part of a kind, with an id that no other has. */
export function freshPart(kind: PartKind, design: FloodDesign): TypedPart {
  const held = new Set(partsOf(design).map(({ part }) => part.id));
  let number = 1;
  while (held.has(`${kind}-${number}`)) number += 1;
  const way = kind === 'outflow' ? 'free' : 'peak';
  const fields = kind === 'inflow' ? PEAK_FIELDS : kind === 'outflow' ? SLOPE_FIELDS : LAYOUTS[kind].numbers;
  const gates = design.structures.filter((each) => each.kind === 'gate');
  return {
    ...{ id: `${kind}-${number}`, name: '', numbers: standards(fields), way, rows: '', flap: false, failures: [] },
    ...{ gate: gates.length === 1 ? (gates[0]?.id ?? '') : '', when: [freshCondition()] },
  };
}

export function freshFailure(kind: FailureKind): TypedFailure {
  return { kind, numbers: standards(FAILURE_FIELDS[kind]) };
}

export function freshCondition(): TypedCondition {
  return { seen: 'time', is: '>=', than: '' };
}

function standards(fields: readonly NumberField[]): TypedNumbers {
  return Object.fromEntries(fields.map(({ name, standard = '' }) => [name, standard]));
}

/** A part as its form begins with it. */
export function typedOf(kind: PartKind, part: DesignPart, design: FloodDesign): TypedPart {
  const told: Readonly<Record<string, unknown>> = { ...part, ...('discharge' in part ? part.discharge : {}) };
  const begun = freshPart(kind, design);
  const numbers = Object.fromEntries(Object.keys(begun.numbers).map((name) => [name, sayTyped(told[name])]));
  return {
    ...begun,
    ...{
      id: part.id,
      name: 'name' in part ? part.name : '',
      numbers: { ...begun.numbers, ...withoutEmpty(numbers, LAYOUTS[kind].numbers) },
    },
    ...(kind === 'outflow' && 'kind' in part ? { way: part.kind as 'free' | 'normal-depth' } : {}),
    ...('discharge' in part && 'rows' in part.discharge ? { way: 'rows', rows: writeRows(part.discharge.rows) } : {}),
    ...('flap' in part ? { flap: part.flap } : {}),
    ...('failures' in part ? { failures: part.failures.map(typedFailure) } : {}),
    ...('when' in part
      ? { gate: part.gate, when: part.when.map(({ value, is, than }) => ({ seen: seenKey(value), is, than: String(than) })) }
      : {}),
  };
}

/** Numbers that the part does not have, such as those of a peak where it has rows, stay as in a new one; what may be empty is. */
function withoutEmpty(numbers: TypedNumbers, own: readonly NumberField[]): TypedNumbers {
  return Object.fromEntries(Object.entries(numbers).filter(([name, text]) => text !== '' || own.some((each) => each.name === name)));
}

function typedFailure({ kind, ...numbers }: DesignFailure): TypedFailure {
  return { kind, numbers: Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, sayTyped(value)])) };
}

function sayTyped(value: unknown): string {
  return typeof value === 'number' ? String(value) : '';
}

/** What is drawn of a part; nothing for a new one. */
export function sketchOfPart(kind: PartKind, part: DesignPart | null): Sketch {
  const { shape } = LAYOUTS[kind];
  const sketched = shape === 'two' ? 'line' : (shape ?? 'point');
  const corners = part === null ? [] : cornersOf(part);
  return corners.length === 0 ? blank(sketched) : { shape: sketched, corners, isOpen: false };
}

/** The positions of a part, in their order. */
export function cornersOf(part: DesignPart): readonly LngLat[] {
  if ('line' in part) return part.line;
  if ('ring' in part) return part.ring;
  if ('at' in part) return [part.at];
  return 'from' in part ? [part.from, part.to] : [];
}

/** What was typed and drawn as a part, or everything that is wrong with it. `own`: the key of the part that is changed. */
export function readPart(
  kind: PartKind,
  typed: TypedPart,
  sketch: Sketch,
  { design, own, frame }: { readonly design: FloodDesign; readonly own: string | null; readonly frame: Frame },
): { readonly part: PlacedPart } | { readonly faults: readonly PartFault[] } {
  const { list, shape, isNamed } = LAYOUTS[kind];
  const fields = fieldsOfPart(kind, typed);
  const faults: (PartFault | null)[] = [idFault(typed.id.trim(), design, list, own)];
  if (isNamed && typed.name.trim() === '') faults.push({ field: 'name', word: 'design.fault.name' });
  // A line that was not ended is taken as far as it was drawn.
  const isDrawn = sketchFault(sketch, frame) === null && (shape !== 'two' || sketch.corners.length === 2);
  if (shape !== null && !isDrawn) faults.push({ field: 'shape', word: 'design.fault.shape' });
  faults.push(...fields.map((field) => numberFault(field, typed.numbers[field.name] ?? '')));
  const numbers = numbersOf(fields, typed.numbers);
  const { base_m3s: base, peak_m3s: peak } = numbers;
  if (typeof base === 'number' && typeof peak === 'number' && peak < base)
    faults.push({ field: 'peak_m3s', word: 'design.fault.peak', values: { least: base, found: peak } });
  const rows = kind === 'inflow' && typed.way === 'rows' ? readRows(typed.rows) : null;
  if (rows && 'fault' in rows) faults.push(rows.fault);
  if (kind === 'gate') faults.push(...typed.failures.flatMap(failureFaults));
  if (kind === 'rule') faults.push(...ruleFaults(typed, design));
  const found = faults.filter((fault) => fault !== null);
  if (found.length > 0) return { faults: found };
  const corners: readonly DesignPoint[] = sketch.corners;
  const drawn = drawnOf(kind, corners);
  const told = {
    ...{ id: typed.id.trim(), ...(isNamed ? { name: typed.name.trim() } : {}), ...drawn },
    ...(kind === 'inflow' ? { discharge: (rows && 'rows' in rows ? { rows: rows.rows } : numbers) as DesignDischarge } : numbers),
    ...(kind === 'outflow' ? { kind: typed.way } : {}),
    ...(list === 'structures' ? { kind } : {}),
    ...(kind === 'culvert' ? { flap: typed.flap } : {}),
    ...(kind === 'gate' ? { failures: typed.failures.map(failureOf) } : {}),
    ...(kind === 'rule' ? { gate: typed.gate, when: typed.when.map((each) => conditionOf(each, design)) } : {}),
  };
  // Each kind has just what its layout says, which was read above.
  return { part: placed(list, told as unknown as DesignPart) };
}

function drawnOf(kind: PartKind, corners: readonly DesignPoint[]): object {
  const { shape, list } = LAYOUTS[kind];
  if (shape === 'point') return { at: corners[0] };
  if (shape === 'area') return { ring: corners };
  if (list === 'structures') return { from: corners[0], to: corners[1] };
  return shape === null ? {} : { line: corners };
}

function idFault(id: string, design: FloodDesign, list: PlacedPart['list'], own: string | null): PartFault | null {
  if (!PART_ID.test(id)) return { field: 'id', word: 'design.fault.id' };
  const key = `${list}:${id}`;
  const isTwice = key !== own && partsOf(design).some((each) => each.key === key);
  return isTwice ? { field: 'id', word: 'design.fault.twice', values: { found: id } } : null;
}

function failureFaults({ kind, numbers }: TypedFailure, index: number): readonly (PartFault | null)[] {
  const of = (fault: PartFault | null): PartFault | null => fault && { ...fault, field: `failure-${index}-${fault.field}` };
  const found = FAILURE_FIELDS[kind].map((field) => numberFault(field, numbers[field.name] ?? ''));
  const [start, end] = [numberTyped(numbers.start_h ?? ''), numberTyped(numbers.end_h ?? '')];
  const isBack = found.every((fault) => fault === null) && end <= start;
  return [...found, isBack ? ({ field: 'end_h', word: 'design.fault.end', values: { least: start, found: end } } as const) : null].map(of);
}

function failureOf({ kind, numbers }: TypedFailure): DesignFailure {
  return { kind, ...numbersOf(FAILURE_FIELDS[kind], numbers) } as DesignFailure;
}

const ANY = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };

function ruleFaults({ gate, when }: TypedPart, design: FloodDesign): readonly (PartFault | null)[] {
  const isGate = design.structures.some((each) => each.kind === 'gate' && each.id === gate);
  const seen = new Set(seenIn(design).map(seenKey));
  return [
    isGate ? null : { field: 'gate', word: 'design.fault.gate' },
    ...when.flatMap((each, index): readonly (PartFault | null)[] => [
      seen.has(each.seen) ? null : { field: `when-${index}-seen`, word: 'design.fault.gone' },
      numberFault({ name: `when-${index}-than`, range: ANY }, each.than),
    ]),
  ];
}

function conditionOf({ seen, is, than }: TypedCondition, design: FloodDesign): DesignRule['when'][number] {
  const value = seenIn(design).find((each) => seenKey(each) === seen) ?? { of: 'time' };
  return { value, is, than: numberTyped(than) };
}

/** The gates of a design, as choices. */
export function gatesIn({ structures }: FloodDesign): readonly (readonly [string, string])[] {
  return structures.filter(({ kind }: DesignStructure) => kind === 'gate').map((gate) => [gate.id, nameOfPart(gate)] as const);
}
