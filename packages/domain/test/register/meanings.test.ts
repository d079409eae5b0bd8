import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ACTION_NAMES,
  actionNamed,
  computedOf,
  described,
  type Field,
  fieldsOf,
  meaningIn,
  RUN_KIND_NAMES,
  runKindNamed,
  TABLE_NAMES,
} from '@westgate/domain';

/** Every column that is described: of tables, worked out, asked by an action or for a run. */
const COLUMNS: readonly (readonly [name: string, field: Field])[] = [
  ...TABLE_NAMES.flatMap((table) => [
    ...named(table, fieldsOf(table)),
    ...computedOf(table).map(({ id, field }) => [`${table}.${id}`, field] as const),
  ]),
  ...ACTION_NAMES.flatMap((action) => {
    const { fields, each } = actionNamed(action);
    return [...named(action, fields), ...named(action, each?.fields ?? {})];
  }),
  ...RUN_KIND_NAMES.flatMap((run) => named(run, runKindNamed(run).fields)),
];

function named(of: string, fields: Readonly<Record<string, Field>>): readonly (readonly [string, Field])[] {
  return Object.entries(fields).map(([column, field]) => [`${of}.${column}`, field] as const);
}

test('the meaning of every column is said in Chinese and in English, neither with a tail of the other', () => {
  assert.ok(COLUMNS.length > 500, String(COLUMNS.length));
  const wrong = COLUMNS.filter(([, { about }]) => !isChinese(about.zh) || !/[a-z]/.test(about.en) || /\p{Script=Han}/u.test(about.en));
  assert.deepEqual(
    wrong.map(([name, { about }]) => `${name}: ${about.zh} | ${about.en}`),
    [],
  );
});

test('what a table is, what an action and a run do is said in both languages', () => {
  const meant = [
    ...TABLE_NAMES.map((name) => [name, described(name).about] as const),
    ...ACTION_NAMES.map((name) => [name, actionNamed(name).about] as const),
    ...RUN_KIND_NAMES.map((name) => [name, runKindNamed(name).about] as const),
  ];
  assert.ok(meant.length > 100, String(meant.length));
  const wrong = meant.filter(([, { zh, en }]) => !isChinese(zh) || !/[a-z]/.test(en) || /\p{Script=Han}/u.test(en));
  assert.deepEqual(wrong, []);
});

test('what a pair means names no language, what one of its columns means names its own', () => {
  const of = (table: 'document' | 'sentence', column: string) => {
    const about = fieldsOf(table)[column]?.about;
    assert.ok(about, `${table} has a ${column}`);
    return about;
  };
  assert.deepEqual(meaningIn(of('document', 'title_zh'), null), { zh: '标题', en: 'the title' });
  assert.deepEqual(meaningIn(of('document', 'title_zh'), 'en'), of('document', 'title_en'));
  assert.deepEqual(of('document', 'title_en'), { zh: '标题（英文）', en: 'the title, in English' });
  assert.deepEqual(meaningIn(of('sentence', 'checked_zh'), 'zh'), of('sentence', 'checked_zh'));
});

/** Whether a text is Chinese, or a code alone; words of another language stand in it as names and codes only, never four in a row. */
function isChinese(text: string): boolean {
  const bare = text.replace(/\S*[=<>[\]:/;]\S*/g, '');
  return /\p{Script=Han}/u.test(text) && !/(?:\b[A-Za-z]+\s+){3}[A-Za-z]+/.test(bare);
}
