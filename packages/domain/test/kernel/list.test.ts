import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayOf, isPeriod, periodSpan } from '@westgate/base';
import {
  askable,
  type Condition,
  comparisonOf,
  type Field,
  fits,
  type KindName,
  type ListColumn,
  type ListQuery,
  OPERATORS,
  queryFaultSaid,
  readListQuery,
  sortValueOf,
  talliesOf,
  writeListQuery,
} from '@westgate/domain';
import { type Random, randomOf } from '../random.ts';

/** Seeds that were looked at while this was written, and those that were kept back until it was done. */
const [SEEDS, KEPT_BACK] = [
  [1, 2, 3, 4, 5, 6, 7, 8],
  [101, 102, 103, 104],
];
const WORDS = ['first', 'second', 'third'];

type Values = Readonly<Record<string, unknown>>;
type Thing = Values & { readonly id: string };

function column(id: string, kind: KindName, more: Partial<Field> = {}): ListColumn<Thing, null> {
  return { id, head: { zh: id, en: id }, field: { kind, optional: true, about: { zh: id, en: id }, ...more }, of: (row) => row[id] };
}

const COLUMNS: readonly ListColumn<Thing, null>[] = [
  column('id', 'id'),
  column('name', 'text'),
  column('state', 'enum', { values: WORDS }),
  column('due', 'day'),
  { ...column('month', 'day'), groupBy: 'month' },
  column('years', 'period'),
  column('count', 'integer'),
  column('area', 'number'),
  column('money', 'fen'),
  column('open', 'boolean'),
  column('tags', 'list'),
  column('owner', 'ref', { table: 'department' }),
  column('shape', 'json'),
];

function pick<V>(random: Random, values: readonly V[]): V {
  const value = values[Math.floor(random() * values.length)];
  assert.ok(value !== undefined);
  return value;
}

const TEXTS = ['a', 'B', 'a b', '~', 'x;y', 'x,y', '\\', '街道 2', '街道 10', 'a:b'];
const PERIODS = ['2024', '2025', '2024-Q1', '2025-03', '2024-02-29', '2023/2025', '2026-H1'];

/** A value of a column drawn by lot; null where it is not known. */
function drawn(random: Random, { field }: ListColumn<Thing, null>): unknown {
  if (random() < 0.2) return null;
  switch (field.kind) {
    case 'enum':
      return pick(random, WORDS);
    case 'day':
      return addDays(dayOf('2024-01-01'), Math.floor(random() * 900));
    case 'period':
      return pick(random, PERIODS);
    case 'integer':
      return Math.floor(random() * 7) - 3;
    case 'number':
      return Math.floor(random() * 20) / 4 - 1;
    case 'fen':
      return Math.floor(random() * 5) * 1_000_000_000_001;
    case 'boolean':
      return random() < 0.5;
    case 'list':
      return TEXTS.filter((text) => text !== 'x;y' && random() < 0.2);
    case 'json':
      return { deep: [random()] };
    default:
      return pick(random, TEXTS);
  }
}

function rowsBy(random: Random, count: number): readonly Thing[] {
  return Array.from({ length: count }, (_, n) => ({
    ...Object.fromEntries(COLUMNS.map((each) => [each.id, drawn(random, each)])),
    id: `r${n}`,
  }));
}

function conditionBy(random: Random): Condition {
  const of = pick(random, COLUMNS);
  const operator = pick(random, askable(of).operators);
  if (operator === 'known' || operator === 'unknown') return { column: of.id, operator, values: [] };
  const value = (): string => {
    if (of.field.kind === 'day' || of.field.kind === 'period')
      return random() < 0.5 ? pick(random, PERIODS) : String(addDays(dayOf('2024-01-01'), Math.floor(random() * 900)));
    for (;;) {
      const found = of.id === 'id' ? `r${Math.floor(random() * 40)}` : drawn(random, of);
      const text = Array.isArray(found) ? found[0] : found;
      if (text !== null && text !== undefined) return String(text);
    }
  };
  const maybe = (): string | null => (['is', 'not', 'in'].includes(operator) && random() < 0.2 ? null : value());
  return { column: of.id, operator, values: Array.from({ length: operator === 'in' ? 1 + Math.floor(random() * 3) : 1 }, maybe) };
}

function queryBy(random: Random): ListQuery {
  const some = (may: (each: ListColumn<Thing, null>) => boolean, most: number): readonly string[] => [
    ...new Set(Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(random, COLUMNS.filter(may)).id)),
  ];
  const [group = null, pivot = null] = some((each) => askable(each).groups, 2);
  return {
    columns: random() < 0.3 ? null : ['id', ...some((each) => each.id !== 'id', 4)],
    sort: some((each) => askable(each).sorts, 3).map((id) => ({ column: id, isDown: random() < 0.5 })),
    filter: Array.from({ length: Math.floor(random() * 3) }, () => conditionBy(random)),
    group,
    pivot,
    sums: some((each) => askable(each).sums, 2),
  };
}

const collator = new Intl.Collator('en', { numeric: true });

/** The same by hand: what a condition means, said once more without the code that is tested. */
function fitsPlainly(row: Thing, { column: id, operator, values }: Condition): boolean {
  const kind = COLUMNS.find((each) => each.id === id)?.field.kind;
  const value = row[id];
  const isNone = value === null || (Array.isArray(value) && value.length === 0);
  if (operator === 'known' || operator === 'unknown') return isNone === (operator === 'unknown');
  const [first = null] = values;
  const words = (text: unknown): boolean =>
    `${first}`
      .toLowerCase()
      .split(/\s+/)
      .every((word) => String(text).toLowerCase().includes(word));
  if (operator === 'has') return !isNone && words(value);
  const equals = (asked: string | null): boolean => {
    if (asked === null || isNone) return asked === null && isNone;
    if (Array.isArray(value)) return value.includes(asked);
    if (kind === 'day' || kind === 'period') {
      const [a] = spanOf(value);
      const [from, to] = spanOf(asked);
      return a >= from && a <= to;
    }
    return String(value) === asked;
  };
  if (operator === 'is') return equals(first);
  if (operator === 'not') return !equals(first);
  if (operator === 'in') return values.some(equals);
  if (isNone) return false;
  const isDays = kind === 'day' || kind === 'period';
  const [from, to]: readonly (string | number)[] = isDays ? spanOf(value) : [Number(value), Number(value)];
  const [low, high]: readonly (string | number)[] = isDays ? spanOf(first) : [Number(first), Number(first)];
  assert.ok(from !== undefined && to !== undefined && low !== undefined && high !== undefined);
  return { from: from >= low, to: to <= high, before: to < low, after: from > high }[operator];
}

function spanOf(text: unknown): readonly [string, string] {
  assert.ok(typeof text === 'string' && isPeriod(text));
  return periodSpan(text);
}

/** What stands first of two values that are known, by hand. */
function standPlainly(kind: KindName | undefined, a: unknown, b: unknown): number {
  if (kind === 'enum') return WORDS.indexOf(String(a)) - WORDS.indexOf(String(b));
  if (kind === 'period') return spanOf(a).join() < spanOf(b).join() ? -1 : spanOf(a).join() > spanOf(b).join() ? 1 : 0;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean') return Number(a) - Number(b);
  return collator.compare(Array.isArray(a) ? a.join(';') : String(a), Array.isArray(b) ? b.join(';') : String(b));
}

function inOrderPlainly(rows: readonly Thing[], sort: ListQuery['sort']): readonly string[] {
  const isNone = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
  const [first] = sort;
  const before = (a: Thing, b: Thing): boolean => {
    for (const { column: id, isDown } of sort) {
      const kind = COLUMNS.find((each) => each.id === id)?.field.kind;
      const [left, right] = [a[id], b[id]];
      if (isNone(left) && isNone(right)) continue;
      if (isNone(left) || isNone(right)) return isNone(right);
      const order = standPlainly(kind, left, right);
      if (order !== 0) return isDown ? order > 0 : order < 0;
    }
    return first?.isDown && !isNone(a[first.column]) ? a.id > b.id : a.id < b.id;
  };
  const ordered: Thing[] = [];
  for (const row of rows) {
    const at = ordered.findIndex((each) => before(row, each));
    ordered.splice(at < 0 ? ordered.length : at, 0, row);
  }
  return ordered.map(({ id }) => id);
}

/** The keys a row is grouped under, by hand. */
function keysPlainly(row: Thing, id: string): readonly string[] {
  const value = row[id];
  if (value === null || (Array.isArray(value) && value.length === 0)) return [''];
  if (Array.isArray(value)) return value.map(String);
  if (id === 'due' || id === 'years') return [String(value).slice(0, 4)];
  return [id === 'month' ? String(value).slice(0, 7) : String(value)];
}

function comparePlainly(seed: number): void {
  const random = randomOf(seed);
  for (let round = 0; round < 40; round += 1) {
    const [rows, query] = [rowsBy(random, 30), queryBy(random)];
    const where = `seed ${seed}, round ${round}: ${JSON.stringify(query)}`;
    const { query: read, faults } = readListQuery(writeListQuery(query), COLUMNS);
    assert.deepEqual(faults, [], where);
    assert.deepEqual(read, query, where);
    const tests = query.filter.map((condition) => {
      const of = COLUMNS.find(({ id }) => id === condition.column);
      assert.ok(of);
      return fits(of, condition, null);
    });
    const fitting = rows.filter((row) => tests.every((passes) => passes(row)));
    assert.deepEqual(
      fitting,
      rows.filter((row) => query.filter.every((condition) => fitsPlainly(row, condition))),
      where,
    );
    const entries = fitting.map((row) => ({
      id: row.id,
      values: query.sort.map(({ column: id }) => {
        const of = COLUMNS.find((each) => each.id === id);
        assert.ok(of);
        return sortValueOf(of, row, null);
      }),
    }));
    const compare = comparisonOf(query.sort.map(({ isDown }) => ({ isDown, collate: collator.compare })));
    assert.deepEqual(
      entries.toSorted(compare).map(({ id }) => id),
      inOrderPlainly(fitting, query.sort),
      where,
    );
    talliesPlainly(fitting, query, where);
  }
}

test('a sum of values that are of a day tells the oldest of those that are known', () => {
  const rows = [
    { id: 'a', money: 2, day: '2025-03-01', tags: ['x'] },
    { id: 'b', money: 3, day: '2024-01-31', tags: ['x', 'y'] },
    { id: 'c', money: null, day: '2020-01-01', tags: ['y'] },
    { id: 'd', money: 1, day: null, tags: [] },
  ];
  const columns = [
    { ...column('money', 'fen'), datedOn: ({ day }: Thing) => (typeof day === 'string' ? day : null) },
    column('tags', 'list'),
  ];
  const found = talliesOf(rows, { group: 'tags', pivot: null, sums: ['money'] }, { columns, seen: null });
  assert.deepEqual(found.sums, [{ column: 'money', sum: 6, known: 3, oldest: '2024-01-31' }]);
  assert.deepEqual(
    found.groups?.map(({ key, sums: [sum] }) => [key, sum?.oldest]),
    [
      ['x', '2024-01-31'],
      ['y', '2024-01-31'],
      ['', null],
    ],
  );
});

function talliesPlainly(rows: readonly Thing[], { group, pivot, sums }: ListQuery, where: string): void {
  const found = talliesOf(rows, { group, pivot, sums }, { columns: COLUMNS, seen: null });
  const sumOf = (own: readonly Thing[], id: string) => {
    const known = own.flatMap((row) => (typeof row[id] === 'number' ? [Number(row[id])] : []));
    return { column: id, sum: known.reduce((sum, value) => sum + value, 0), known: known.length };
  };
  assert.deepEqual(
    found.sums,
    sums.map((id) => sumOf(rows, id)),
    where,
  );
  const under = (id: string, key: string): readonly Thing[] => rows.filter((row) => keysPlainly(row, id).includes(key));
  assert.equal(found.groups === null, group === null, where);
  for (const each of found.groups ?? []) {
    const own = under(group ?? '', each.key);
    assert.deepEqual([each.count, each.sums], [own.length, sums.map((id) => sumOf(own, id))], where);
  }
  const keys = new Set(rows.flatMap((row) => (group === null ? [] : keysPlainly(row, group))));
  assert.deepEqual(new Set(found.groups?.map(({ key }) => key) ?? []), keys, where);
  if (keys.has('')) assert.equal(found.groups?.at(-1)?.key, '', `${where}: what is not known is not the last group`);
  assert.equal(found.pivot === null, pivot === null, where);
  for (const { down, across, count } of found.pivot ?? []) {
    const meet = rows.filter(
      (row) =>
        (down === null || keysPlainly(row, group ?? '').includes(down)) &&
        (across === null || keysPlainly(row, pivot ?? '').includes(across)),
    );
    assert.equal(count, meet.length, where);
  }
}

for (const seed of [...SEEDS, ...KEPT_BACK]) {
  test(`lists filtered, put in order, grouped and added up are what they are by hand, seed ${seed}`, () => comparePlainly(seed));
}

test('every operator is of some kind of column', () => {
  assert.deepEqual(new Set(COLUMNS.flatMap((each) => askable(each).operators)), new Set(OPERATORS));
});

test('what cannot be asked is told in words: where it stands, what was expected, what came', () => {
  const cases: readonly (readonly [Parameters<typeof readListQuery>[0], RegExp])[] = [
    [{ sort: 'name,-shape' }, /^sort: expected a column, one of id, name.*, got "-?shape"$/],
    [{ columns: 'id,colour' }, /^columns: expected a column, one of .*, got "colour"$/],
    [{ filter: 'due' }, /^filter: expected column:operator:value, .*, got "due"$/],
    [{ filter: 'due:has:2024' }, /^filter: expected one of is, not, from, to, before, after, known, unknown, got "due:has:2024"$/],
    [{ filter: 'due:from:March' }, /^filter: expected a day or period such as .*, got "due:from:March"$/],
    [{ filter: 'state:is:fourth' }, /^filter: expected one of first, second, third, got "state:is:fourth"$/],
    [{ filter: 'count:from:~' }, /^filter: expected a value, got "count:from:~"$/],
    [{ filter: 'state:is' }, /^filter: expected 1 value, got "state:is"$/],
    [{ group: 'name' }, /^group: expected a column, one of state, .*, got "name"$/],
    [{ pivot: 'state' }, /^pivot: expected group beside it, got "state"$/],
    [{ group: 'state', pivot: 'state' }, /^pivot: expected a column other than that of group, got "state"$/],
    [{ sums: 'state' }, /^sums: expected a column, one of count, area, money, got "state"$/],
  ];
  for (const [address, told] of cases) {
    const { faults } = readListQuery(address, COLUMNS);
    assert.equal(faults.length, 1, JSON.stringify(address));
    assert.match(faults.map((fault) => queryFaultSaid(fault).en).join(), told);
  }
});
