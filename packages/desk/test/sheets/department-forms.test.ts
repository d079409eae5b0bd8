import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readFolder } from '@westgate/desk';
import { type Register, registerOf } from '@westgate/domain';
import { departmentBook } from '../../src/sheets/common/department-names.ts';
import { EXAMPLE, rowsOf } from '../folders.ts';

interface Spelling {
  readonly spelling: string;
  readonly id: string | null;
}

const BLIND = new URL('../../../test/sheets/blind/departments-40.json', import.meta.url);
const { spellings } = JSON.parse(readFileSync(BLIND, 'utf8')) as { readonly spellings: readonly Spelling[] };
const example: Register = registerOf(rowsOf(await readFolder(EXAMPLE)));
/** The facts hold all subdistrict offices as one; the example has each. */
const isMeant = (found: string | undefined, id: string): boolean =>
  id === 'subdistrict' ? found?.startsWith('office-') === true : found === id;

test('of forty spellings that offices use, made by who knew no rules, thirty-eight are proposed rightly and none is taken for another', () => {
  const book = departmentBook(example, [], new Map());
  const wrong = spellings.filter(({ spelling, id }) => {
    const found = book.find(spelling);
    if (found !== null) assert.ok(id !== null && isMeant(found, id), `${spelling} is taken for ${found}`);
    const [first] = found === null ? book.proposed(spelling) : [found];
    return id === null ? first !== undefined : !isMeant(first, id);
  });
  assert.ok(wrong.length <= 2, wrong.map(({ spelling }) => spelling).join('、'));
});

test('every department is proposed for its own name, and what could be two is proposed as both', () => {
  const { proposed } = departmentBook(example, [], new Map());
  for (const { id, name_zh } of example.department.values()) if (name_zh) assert.equal(proposed(name_zh)[0], id, name_zh);
  const offices = [
    { id: 'works', name_zh: '区城市建设局', name_en: 'Works', rev: 1 },
    { id: 'transport', name_zh: '区城市交通建设局', name_en: 'Transport', rev: 1 },
  ];
  const two = registerOf({ department: offices });
  assert.deepEqual([...departmentBook(two, [], new Map()).proposed('城建局')].sort(), ['transport', 'works']);
});

test('nothing is proposed for an office of another rank or kind, for half a word, for nothing and for what is no name', () => {
  const { proposed } = departmentBook(example, [], new Map());
  for (const name of ['市财政局', '区财政办', '区财政支队', '局', '区', '', '、', '（）', 'Finance', '区水', '财', '12345'])
    assert.deepEqual(proposed(name), [], name);
});
