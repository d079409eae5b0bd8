import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayOf } from '@westgate/base';
import {
  type AnyRow,
  basedOf,
  fieldsOf,
  isWithoutSource,
  sayDay,
  sayNoSource,
  saysNoSource,
  TABLE_NAMES,
  type TableName,
  withOwnBasis,
} from '@westgate/domain';
import { randomOf } from '../random.ts';

const NONE: ReadonlySet<string> = new Set();
const LANGUAGES = ['zh', 'en'] as const;
const NOBODY = sayNoSource({ by: { zh: '本机构', en: 'this office' }, on: sayDay(dayOf('2026-11-28')) });
const never = (): never => assert.fail('no value was changed');

test('what is said of a change without a source is recognised, whoever made it on whatever day, and nothing else is', () => {
  const random = randomOf(20261128);
  const one = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const NAMES = [
    'the housing commission',
    '住建委',
    'Office of "works" on the hill, no source',
    '由于办',
    '$& {on} {by}',
    'two\nlines',
    '.*',
    'A',
  ];
  for (let count = 0; count < 2_000; count += 1) {
    const on = sayDay(addDays(dayOf('1949-01-01'), Math.floor(random() * 55_000)));
    const said = sayNoSource({ by: { zh: one(NAMES), en: one(NAMES) }, on });
    for (const language of LANGUAGES) {
      assert.ok(saysNoSource(said[language]), said[language]);
      assert.ok(said[language].includes(on[language]), said[language]);
      for (const text of [`${said[language]} yet`, `第 3 号文，${said[language]}`, on[language]]) assert.ok(!saysNoSource(text), text);
    }
  }
  for (const text of [null, undefined, '', 7, 'no source', '无来源', 'read in the paper']) assert.ok(!saysNoSource(text));
});

/** Each value of a table whose basis has words, with the table. */
const WITH_WORDS = TABLE_NAMES.flatMap((table) =>
  basedOf(table).flatMap(({ value, basis, words }) => (words === undefined ? [] : [{ table, value, basis, words }])),
);

/** A row of which one value stands as changed without a source. */
function changed(table: TableName, words: string): AnyRow {
  const empty = Object.fromEntries(Object.keys(fieldsOf(table)).map((column) => [column, null]));
  return { ...empty, rev: 1, [`${words}_zh`]: NOBODY.zh, [`${words}_en`]: NOBODY.en };
}

test('a basis given later, in one language or as a source, takes away in all languages that there is none', () => {
  assert.ok(WITH_WORDS.length >= 6);
  for (const { table, value, basis, words } of WITH_WORDS) {
    const before = changed(table, words);
    const [column = ''] = value;
    assert.ok(isWithoutSource(table, column, before), table);
    for (const given of basis.filter((each) => each !== 'confidence')) {
      const { row } = withOwnBasis(table, before, { ...before, [given]: 'paper-3' }, NONE, never);
      for (const language of LANGUAGES) {
        const each = `${words}_${language}`;
        assert.equal(row[each], each === given ? 'paper-3' : null, `${table}.${each}, after ${given}`);
      }
      assert.ok(!isWithoutSource(table, column, row), table);
    }
  }
});

test('that there is no source cannot be wiped out, nor does another column or how sure one is say one', () => {
  for (const { table, basis, words } of WITH_WORDS) {
    const before = changed(table, words);
    const wordless = { [`${words}_zh`]: null, [`${words}_en`]: null };
    for (const wiped of [wordless, { [`${words}_zh`]: null }, { [`${words}_en`]: '' }, { visibility: 'public' }]) {
      const { row } = withOwnBasis(table, before, { ...before, ...wiped }, new Set(Object.keys(wiped)), never);
      for (const language of LANGUAGES) assert.equal(row[`${words}_${language}`], NOBODY[language], table);
    }
    if (!basis.includes('confidence')) continue;
    const { row } = withOwnBasis(table, before, { ...before, confidence: 'high' }, NONE, never);
    assert.deepEqual([row[`${words}_zh`], row.confidence], [NOBODY.zh, 'high'], table);
  }
});
