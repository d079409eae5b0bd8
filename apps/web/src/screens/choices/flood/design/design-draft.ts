import type { FloodDesign } from '@westgate/domain';
import { type DesignPart, kindOf, LAYOUTS, PART_KINDS, type PartKind, type PartList } from './part-kinds.ts';

/** A part where it stands: its key is the same in every version of the design. */
export interface PlacedPart {
  readonly key: string;
  readonly kind: PartKind;
  readonly list: PartList;
  readonly part: DesignPart;
}

/** How a part of the draft differs from what is saved. */
export type Change = 'new' | 'changed' | 'removed';

/** What both changed: the part as it stands with the other officer, null where it is gone. */
export interface PartClash {
  readonly key: string;
  readonly theirs: PlacedPart | null;
}

const LISTS = [...new Set(PART_KINDS.map((kind) => LAYOUTS[kind].list))];

/** All parts of a design, list after list. */
export function partsOf(design: FloodDesign): readonly PlacedPart[] {
  return LISTS.flatMap((list) => design[list].map((part) => placed(list, part)));
}

/** A part as it stands in a list. */
export function placed(list: PartList, part: DesignPart): PlacedPart {
  return { key: `${list}:${part.id}`, kind: kindOf(list, part), list, part };
}

/** `design` with a part put in the place of the one with the key, or at the end. What a rule looks at keeps being looked at where its id changes. */
export function withPart(design: FloodDesign, key: string | null, next: PlacedPart): FloodDesign {
  const held: readonly DesignPart[] = design[next.list];
  const at = held.findIndex((each) => placed(next.list, each).key === key);
  const list = at < 0 ? [...held, next.part] : held.map((each, index) => (index === at ? next.part : each));
  const before = held[at]?.id;
  const put = { ...design, [next.list]: list };
  return before === undefined || before === next.part.id ? put : renamed(put, next.list, before, next.part.id);
}

/** `design` without a part. */
export function withoutPart(design: FloodDesign, { key, list }: PlacedPart): FloodDesign {
  const held: readonly DesignPart[] = design[list];
  return { ...design, [list]: held.filter((each) => placed(list, each).key !== key) };
}

function renamed(design: FloodDesign, list: PartList, before: string, id: string): FloodDesign {
  const of = list === 'gauges' ? 'gauge' : list === 'storages' ? 'storage' : null;
  const rules = design.rules.map((rule) => ({
    ...rule,
    gate: list === 'structures' && rule.gate === before ? id : rule.gate,
    when: rule.when.map((each) => (each.value.of === of && each.value.id === before ? { ...each, value: { ...each.value, id } } : each)),
  }));
  return { ...design, rules };
}

/** The rules whose gate, gauge or storage area is no part of the design. */
export function brokenRules(design: FloodDesign): readonly string[] {
  const gates = design.structures.filter(({ kind }) => kind === 'gate').map(({ id }) => id);
  const seen = { gauge: design.gauges.map(({ id }) => id), storage: design.storages.map(({ id }) => id) };
  const broken = design.rules.filter(
    ({ gate, when }) => !gates.includes(gate) || when.some(({ value }) => value.of !== 'time' && !seen[value.of].includes(value.id)),
  );
  return broken.map((rule) => placed('rules', rule).key);
}

/** What of a draft is not saved, by the keys of its parts. */
export function changesOf(saved: FloodDesign, draft: FloodDesign): ReadonlyMap<string, Change> {
  const [before, now] = [byKey(saved), byKey(draft)];
  const changes = new Map<string, Change>();
  for (const [key, { part }] of now) {
    const held = before.get(key);
    if (held === undefined) changes.set(key, 'new');
    else if (!isSame(held.part, part)) changes.set(key, 'changed');
  }
  for (const key of before.keys()) if (!now.has(key)) changes.set(key, 'removed');
  return changes;
}

/** A draft brought onto what another officer saved meanwhile: each part as whoever changed it left it; what both changed stays as drafted and is told. */
export function broughtOnto(
  saved: FloodDesign,
  draft: FloodDesign,
  theirs: FloodDesign,
): { readonly design: FloodDesign; readonly clashes: readonly PartClash[] } {
  const [mine, others] = [changesOf(saved, draft), changesOf(saved, theirs)];
  const [drafted, held] = [byKey(draft), byKey(theirs)];
  let design = theirs;
  const clashes: PartClash[] = [];
  for (const key of mine.keys()) {
    const [own, other] = [drafted.get(key) ?? null, held.get(key) ?? null];
    if (others.has(key) && !isSame(own?.part, other?.part)) clashes.push({ key, theirs: other });
    design = own ? withPart(design, key, own) : other ? withoutPart(design, other) : design;
  }
  return { design, clashes };
}

/** Where the server found a fault in a design, from what it told: `inflows.0.discharge.peak_m3s: …`. Null where it names no part. */
export function faultPlace(
  design: FloodDesign,
  told: string,
): { readonly key: string; readonly path: string; readonly told: string } | null {
  const [, list = '', index = '', path = '', rest = ''] = /^(\w+)\.(\d+)\.?([\w.]*):\s*(.*)$/s.exec(told) ?? [];
  const name = LISTS.find((each) => each === list);
  const part = name && design[name][Number(index)];
  return name && part ? { key: placed(name, part).key, path, told: rest } : null;
}

function byKey(design: FloodDesign): ReadonlyMap<string, PlacedPart> {
  return new Map(partsOf(design).map((each) => [each.key, each]));
}

/** Whether two values hold the same, whatever order their columns are kept in. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, ordered(each)]),
  );
}
