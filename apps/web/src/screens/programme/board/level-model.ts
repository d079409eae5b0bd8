import { type Bilingual, dayOf, daysBetween, never } from '@westgate/base';
import type { GateBoard } from '@westgate/contract';
import { grouped, vocabulary } from '@westgate/domain';

/** A project as it is drawn on the board. */
export type BoardItem = GateBoard['items'][number];

/** A column of the board: a level, or `none` for projects whose level nothing says. */
export type BoardLevel = vocabulary.GateLevel | 'none';

/** The projects of a kind that work towards one gate, or stand at a level without one. */
export interface BoardGate {
  readonly key: string;
  /** The gate; null for `outside`. */
  readonly gate: GateBoard['ladders'][number]['gates'][number] | null;
  /** Why projects are here without a gate: their passes were not recorded, they passed all, or their kind has no rulebook. */
  readonly outside: 'unrecorded' | 'passed' | 'no-rules' | null;
  readonly items: readonly BoardItem[];
}

/** A row of the board: a kind of project, its gates under the levels. */
export interface BoardRow {
  readonly kind: BoardItem['kind'];
  readonly items: readonly BoardItem[];
  readonly cells: readonly { readonly level: BoardLevel; readonly gates: readonly BoardGate[] }[];
}

/** How a project is drawn: the gravest that holds of it. */
export type BoardSign =
  | 'unanswered'
  | 'late'
  | 'reopened'
  | 'unsourced'
  | 'blocked'
  | 'waiting'
  | 'slipping'
  | 'needing'
  | 'silent'
  | 'none';

/** The rows of the board in the order of `PROJECT_KINDS`, and its columns with all their projects. A level without gates and projects is left out. */
export function levelBoard(
  items: readonly BoardItem[],
  ladders: GateBoard['ladders'],
): {
  readonly rows: readonly BoardRow[];
  readonly levels: readonly { readonly level: BoardLevel; readonly items: readonly BoardItem[] }[];
} {
  const kinds = vocabulary.PROJECT_KINDS.filter((kind) => items.some((item) => item.kind === kind));
  const shownLadders = ladders.filter(({ kind }) => kinds.includes(kind));
  const isUsed = (level: BoardLevel): boolean =>
    items.some((item) => levelKey(item) === level) ||
    shownLadders.some(({ gates }) => gates.some((gate) => (gate.level ?? 'none') === level));
  const levels = [...vocabulary.GATE_LEVELS, 'none' as const].filter(isUsed);
  return {
    levels: levels.map((level) => ({ level, items: items.filter((item) => levelKey(item) === level) })),
    rows: kinds.map((kind) => {
      const own = items.filter((item) => item.kind === kind);
      const gates = shownLadders.find((ladder) => ladder.kind === kind)?.gates ?? [];
      return { kind, items: own, cells: levels.map((level) => ({ level, gates: gatesAt(level, gates, own) })) };
    }),
  };
}

function gatesAt(level: BoardLevel, gates: GateBoard['ladders'][number]['gates'], items: readonly BoardItem[]): readonly BoardGate[] {
  const here = items.filter((item) => levelKey(item) === level);
  const onLadder = gates.filter((gate) => (gate.level ?? 'none') === level);
  const boxes = onLadder.map(
    (gate): BoardGate => ({ key: gate.id, gate, outside: null, items: here.filter(({ open }) => open?.id === gate.id) }),
  );
  const others = grouped(
    here.filter(({ open }) => !onLadder.some(({ id }) => id === open?.id)),
    ({ open }) => open?.id ?? '',
  );
  for (const [id, rest] of others) {
    const [{ open = null } = {}] = rest;
    // A gate of the rules of another day, which the project still goes by.
    if (open) boxes.push({ key: id, gate: { ...open, level: level === 'none' ? null : level }, outside: null, items: rest });
    else
      for (const outside of OUTSIDE)
        boxes.push({ key: outside, gate: null, outside, items: rest.filter((item) => outsideOf(item) === outside) });
  }
  return boxes.filter(({ gate, items: own }) => gate !== null || own.length > 0);
}

const OUTSIDE = ['unrecorded', 'passed', 'no-rules'] as const;

function outsideOf({ gates, levelBy }: BoardItem): (typeof OUTSIDE)[number] {
  if (gates === 0) return 'no-rules';
  return levelBy === 'evidence' ? 'unrecorded' : 'passed';
}

/** The column a project is in. */
function levelKey({ level }: Pick<BoardItem, 'level'>): BoardLevel {
  return level ?? 'none';
}

/** True for a project of which it is known that its open gate needs something from others. Whether it is blocked its last report says. */
export function isNeeding({ waits }: Pick<BoardItem, 'waits'>): boolean {
  return waits !== null && waits.length > 0;
}

/** How a project is drawn. */
export function signOf(item: Pick<BoardItem, 'why' | 'waits' | 'slipDays' | 'levelBy'>): BoardSign {
  return SIGNS.find((sign) => isMarked(item, sign)) ?? (item.levelBy === 'nothing' ? 'silent' : 'none');
}

/** What may hold of a project beside one another, the gravest first. */
const SIGNS = ['unanswered', 'late', 'reopened', 'unsourced', 'blocked', 'waiting', 'slipping', 'needing'] as const;

/** Whether `sign` holds of a project, whatever graver holds of it too: the heads count by this. */
export function isMarked({ why, waits, slipDays }: Pick<BoardItem, 'why' | 'waits' | 'slipDays'>, sign: (typeof SIGNS)[number]): boolean {
  switch (sign) {
    case 'unanswered':
      return why.includes('due-not-known');
    case 'late':
    case 'reopened':
    case 'unsourced':
    case 'blocked':
    case 'waiting':
      return why.includes(sign);
    case 'slipping':
      return slipDays !== null && slipDays > 0;
    case 'needing':
      return isNeeding({ waits });
    default:
      return never(sign);
  }
}

/** Days that each project has been at its level on `asOf`, the shortest first; those of which it is not known are left out. */
export function staysOf(items: readonly BoardItem[], asOf: string): readonly number[] {
  const today = dayOf(asOf);
  return items.flatMap(({ levelSince }) => (levelSince ? [daysBetween(dayOf(levelSince), today)] : [])).sort((a, b) => a - b);
}

/** The value in the middle; null of none. Of an even number the lower of the two. */
export function medianOf(sorted: readonly number[]): number | null {
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** One from whom open gates need something: `of` null for the owners of properties; how many projects need it, and since when the first, where they were asked. */
export interface NeededFrom {
  readonly of: NonNullable<BoardItem['waits']>[number]['of'];
  readonly count: number;
  readonly since: string | null;
}

/** From whom open gates need something, those with most projects first; a project of which it is not known is left out. */
export function neededFrom(items: readonly BoardItem[]): readonly NeededFrom[] {
  const found = grouped(
    items.flatMap(({ waits }) => waits ?? []),
    ({ of }) => of?.id ?? '',
  );
  return [...found.values()]
    .map((waits) => ({ of: waits[0]?.of ?? null, count: waits.length, since: waits.flatMap(({ since }) => since ?? []).sort()[0] ?? null }))
    .toSorted((a, b) => b.count - a.count || (a.since ?? '9').localeCompare(b.since ?? '9'));
}

/** What most projects of a row lack whose gates need something from others: its name in `asked`, and how many lack it; null where there is none. */
export function chokepointOf(
  items: readonly BoardItem[],
  asked: GateBoard['asked'],
): { readonly name: Bilingual; readonly count: number } | null {
  const lacks = grouped(
    items.filter(isNeeding).flatMap(({ lacks }) => lacks ?? []),
    (id) => id,
  );
  const [first] = [...lacks].toSorted(([, a], [, b]) => b.length - a.length);
  const name = asked.find(({ id }) => id === first?.[0])?.name;
  return first && name ? { name, count: first[1].length } : null;
}

/** How wide a column is, in cards: for its fullest row, an empty gate a quarter of a card. */
export function widthOf(level: BoardLevel, rows: readonly BoardRow[], isShut: (kind: string) => boolean): number {
  const widths = rows
    .filter(({ kind }) => !isShut(kind))
    .map(({ cells }) => {
      const gates = cells.find((cell) => cell.level === level)?.gates ?? [];
      return gates.reduce((sum, { items }) => sum + (items.length === 0 ? EMPTY_WIDTH : Math.min(items.length, MOST_ABREAST)), 0);
    });
  return Math.max(LEAST_WIDTH, ...widths);
}

const EMPTY_WIDTH = 0.25;
/** Room for the name of a level and one card. */
const LEAST_WIDTH = 1.5;
/** Cards beside one another in a gate; more go below. */
export const MOST_ABREAST = 3;
