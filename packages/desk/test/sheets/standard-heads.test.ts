import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessMonthlyColumn, type MonthlyColumnName } from '@westgate/domain';
import { gridOf } from '../../src/sheets/common/sheet-grid.ts';
import { readBook } from '../../src/sheets/file/read-book.ts';
import { roleOfHead } from '../../src/sheets/task/column-roles.ts';
import { type BlindSheet, blind, xlsxOfBlind } from './blind-sheets.ts';

/** The 27 columns of the standard monthly sheet in their order, each with what fills it. */
const MONTHLY: readonly MonthlyColumnName[] = [
  ...(['number', 'project', 'code', 'category', 'nature', 'site', 'scope', 'builder', 'department', 'leader'] as const),
  ...(['total', 'base', 'plan', 'month', 'year', 'share', 'ahead', 'start', 'finish'] as const),
  ...(['approvals', 'words', 'yearGoal', 'problem', 'coordination', 'nextMonth', 'contact', 'note'] as const),
];

test('all 27 columns of the standard monthly sheet are known, none for another', async () => {
  const given = blind<BlindSheet>('monthly-sheet.json');
  const book = await readBook(xlsxOfBlind(given), '调度表.xlsx');
  const [sheet] = book.sheets;
  assert.ok(sheet);
  const grid = gridOf(sheet);
  const heads = Array.from({ length: given.cols }, (_, column) => {
    const words: string[] = [];
    for (let row = given.head_rows[0]; row <= given.head_rows[1]; row += 1) {
      const text = grid.at(row, column + 1)?.text ?? '';
      if (text !== '' && text !== words.at(-1)) words.push(text);
    }
    return words.join(' / ');
  });
  assert.deepEqual(heads.map(guessMonthlyColumn), MONTHLY);
  assert.deepEqual(
    heads.map((head) => guessMonthlyColumn(head.split(' / ').at(-1) ?? '')),
    MONTHLY,
    'pasted without the group over it',
  );
});

test('a head that says more than a known one is never filled by it', () => {
  const heads = [
    '上月累计完成投资',
    '计划投资完成率说明',
    '建设单位联系人',
    '项目代码状态',
    '需协调事项说明',
    '下年计划投资',
    '完成年度计划比例排名',
    '问题整改时限',
  ];
  assert.deepEqual(
    heads.map(guessMonthlyColumn),
    heads.map(() => null),
  );
  const tasks = ['主责单位联系人', '完成时限说明', '任务来源', '牵头领导批示', '责任人电话', '进展情况上报时间'];
  assert.deepEqual(
    tasks.map((head) => roleOfHead(head)?.rule ?? 'none'),
    tasks.map(() => 'head-part'),
    'such a head is asked about',
  );
});
