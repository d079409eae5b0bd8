import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayOf } from '@westgate/base';
import { type Field, fieldsOf, KINDS, type Kind, type KindName, kindOf, pointerOf, TABLE_NAMES, TABLES, targetOf } from '@westgate/domain';
import { type Random, randomOf } from '../random.ts';

const NAMES = Object.keys(KINDS) as readonly KindName[];
const FIELDS = TABLE_NAMES.flatMap((table) =>
  Object.entries(fieldsOf(table)).map(([column, field]) => [`${table}.${column}`, field] as const),
);

/** A field of each kind, for what does not depend on the table. */
function fieldOf(kind: KindName, more: Partial<Field> = {}): Field {
  return {
    kind,
    optional: false,
    about: { zh: '内容', en: 'what it says' },
    values: ['draft', 'kept', 'gone'],
    table: 'place',
    kindColumn: 'of',
    ...more,
  };
}

function textOf(random: Random, least = 1): string {
  const signs = ["'", '=', '+', '-', '@', '\t', '\n', '"', ',', ';', '\\', '{', '“', '老', '厂', '😀', 'é', 'a', '7', ' ', '＝'];
  const text = Array.from({ length: least + Math.floor(random() * 12) }, () => signs[Math.floor(random() * signs.length)]).join('');
  return text.trim() === '' ? 'x' : text.trim();
}

/** Values of a kind drawn by lot; of those left out, the examples say enough. */
const DRAWN: Readonly<Partial<Record<KindName, (random: Random) => unknown>>> = {
  text: textOf,
  day: (random) => addDays(dayOf('1950-01-01'), Math.floor(random() * 50_000)),
  number: (random) => (random() - 0.5) * 10 ** Math.floor(random() * 300 - 150),
  integer: (random) => Math.floor((random() - 0.5) * 2 ** 32) + 1,
  fen: (random) => Math.floor(random() * 10_000_000_000_000),
  list: (random) =>
    [...new Set(Array.from({ length: Math.floor(random() * 4) }, () => textOf(random).replaceAll(';', '') || 'x'))].map(
      (word) => word.trim() || 'y',
    ),
  json: (random) => ({
    type: 'LineString',
    coordinates: [
      [random(), random()],
      [null, true],
    ],
    中: textOf(random),
  }),
};

test('a kind that lacks a member does not compile', () => {
  const { order: _order, ...lacking } = KINDS.day;
  // @ts-expect-error: how days are ordered is not said.
  const kind: Kind = lacking;
  assert.ok(kind);
});

test('every kind is of some column, and every column of a kind', () => {
  assert.ok(FIELDS.length > 300);
  assert.deepEqual([...new Set(FIELDS.map(([, { kind }]) => kind))].sort(), [...NAMES].sort());
});

test('examples of every column of every table are read as what they are: from JSON, from a CSV cell, from a cell of a spreadsheet', () => {
  for (const [name, field] of FIELDS) {
    for (const value of kindOf(field).examples(field)) assertReadBack(name, field, value);
  }
});

test('values drawn by lot are read as what they are', () => {
  const random = randomOf(97);
  for (const name of NAMES) {
    const draw = DRAWN[name];
    for (let turn = 0; draw && turn < 200; turn += 1) assertReadBack(name, fieldOf(name), draw(random));
  }
});

function assertReadBack(name: string, field: Field, value: unknown): void {
  const kind = kindOf(field);
  const expected = { ok: true, value };
  assert.deepEqual(kind.readJson(value, field), expected, `${name} from JSON`);
  assert.deepEqual(kind.readText(kind.writeText(value), field), expected, `${name} from a CSV cell`);
  assert.deepEqual(kind.readCell(kind.writeCell(value), field), expected, `${name} from a cell of a spreadsheet`);
}

/** What is no value of a kind, with the code it is refused by. */
const WRONG: { readonly [K in KindName]: readonly [string, ...unknown[]] } = {
  id: ['bad-id', 'two words', 'a|b', 'x'.repeat(81), 5, true, {}],
  ref: ['bad-id', 'two words', 5, []],
  anyref: ['bad-id', '../x', 5],
  text: ['bad-text', 5, true, ['a'], 'x'.repeat(20_001)],
  enum: ['unknown-word', 'other', 'Draft', 1],
  day: ['bad-day', '2024-02-30', '2024-03', 'soon', 20240331],
  period: ['bad-period', '2024-Q5', 'spring', 2024, '2024-13'],
  number: ['bad-number', '1,200', 'many', '１２', true, Number.NaN, Number.POSITIVE_INFINITY, '1e999'],
  integer: ['bad-integer', '1.5', 1.5, 2_147_483_648, '1e3', false],
  fen: ['bad-integer', -1, '-1', 0.5, 10_000_000_000_001],
  boolean: ['bad-boolean', 'maybe', 1, '0', []],
  list: ['malformed', ['a;b'], [1], 5, true, {}],
  json: ['missing-value', null, undefined],
};

test('what is no value of a kind is refused with words in both languages', () => {
  for (const name of NAMES) {
    const [field, [code, ...values]] = [fieldOf(name), WRONG[name]];
    const kind = kindOf(field);
    const readings = values.map((value) => kind.readJson(value, field));
    if (name !== 'json') readings.push(kind.readCell({ kind: 'error', error: '#REF!' }, field));
    for (const reading of readings) {
      assert.ok(!reading.ok, `${name} takes what it should refuse`);
      assert.equal(reading.code, code, name);
      assert.match(reading.expected.zh, /\p{Script=Han}/u, name);
      assert.match(reading.expected.en, /^[\p{ASCII}…]+$/u, name);
    }
  }
});

test('nothing is a fault where a value must be given, null where it need not be, and no words of a list', () => {
  for (const name of NAMES) {
    const [must, may] = [fieldOf(name), fieldOf(name, { optional: true })];
    const { readJson, readText, readCell } = kindOf(must);
    for (const read of [
      (field: Field) => readJson(null, field),
      (field: Field) => readText(' ', field),
      (field: Field) => readCell({ kind: 'none' }, field),
    ]) {
      const [strict, free] = [read(must), read(may)];
      if (name === 'list')
        assert.deepEqual(
          [strict, free],
          [
            { ok: true, value: [] },
            { ok: true, value: [] },
          ],
        );
      else {
        assert.equal(strict.ok ? '' : strict.code, 'missing-value', name);
        assert.deepEqual(free, { ok: true, value: null }, name);
      }
    }
  }
});

test('characters that nobody can read are refused wherever a text is read', () => {
  for (const name of NAMES) {
    if (name === 'json') continue;
    const reading = kindOf(fieldOf(name)).readJson('a\u0000b', fieldOf(name));
    assert.ok(!reading.ok && ['encoding', 'malformed'].includes(reading.code), name);
  }
});

test('a spreadsheet gives numbers, days and ticks where texts are meant, and is understood', () => {
  const cases: readonly (readonly [KindName, Parameters<Kind['readCell']>[0], unknown])[] = [
    ['text', { kind: 'number', number: 12.5 }, '12.5'],
    ['id', { kind: 'number', number: 7 }, '7'],
    ['period', { kind: 'number', number: 2024 }, '2024'],
    ['day', { kind: 'day', day: dayOf('2024-03-31') }, '2024-03-31'],
    ['boolean', { kind: 'text', text: 'TRUE' }, true],
    ['list', { kind: 'text', text: 'a; b;a' }, ['a', 'b']],
    ['number', { kind: 'text', text: ' 12 ' }, 12],
  ];
  for (const [name, cell, value] of cases) assert.deepEqual(kindOf(fieldOf(name)).readCell(cell, fieldOf(name)), { ok: true, value }, name);
});

test('values stand in one order, that of their examples told apart, but for JSON', () => {
  for (const [name, field] of FIELDS) {
    const { order, examples, sums } = kindOf(field);
    if (!order) assert.ok(!sums && field.kind === 'json', name);
    else {
      const orders = examples(field).map((value) => order(value, field));
      assert.equal(new Set(orders).size, orders.length, name);
      assert.equal(new Set(orders.map((each) => typeof each)).size, 1, name);
    }
  }
});

test('every pointer leads to a table, by the kind another column names where it may be several', () => {
  for (const table of TABLE_NAMES) {
    for (const [column, field] of Object.entries(fieldsOf(table))) {
      const pointer = pointerOf(field);
      if (!pointer) continue;
      const named = 'table' in pointer ? [pointer.table] : (fieldsOf(table)[pointer.kindColumn]?.values ?? []);
      assert.ok(named.length > 0, `${table}.${column}`);
      for (const each of named) {
        assert.ok(Object.hasOwn(TABLES, each), `${table}.${column} leads to ${each}`);
        assert.equal(targetOf(pointer, 'table' in pointer ? {} : { [pointer.kindColumn]: each }), each);
      }
    }
  }
});
