import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  guessMonthlyColumn,
  MOST_FEN,
  type MonthlyRow,
  moneyText,
  monthAfter,
  monthlyRowOf,
  monthlySheetOf,
  readMoney,
  sayMoney,
  templateColumns,
  templateWords,
} from '@westgate/domain';
import { districtOf } from '../district.ts';
import { randomOf } from '../random.ts';

const planned = (project: string, year: number | null, amount_fen: number) => ({ id: `${project}-${year}`, project, year, amount_fen });
const month = (project: string, of: string, completed_fen: number | null) => ({
  project,
  month: of,
  completed_fen,
  reported_on: `${of}-28`,
});

test('an amount is said and read to the fen, digit by digit', () => {
  for (const [fen, said] of [
    [0, '0'],
    [1, '0.000001'],
    [1_200_500_000, '1,200.5'],
    [MOST_FEN, '10,000,000'],
    [-2_500_000, '−2.5'],
  ] as const) {
    assert.equal(sayMoney(fen), said);
    if (fen >= 0) assert.equal(readMoney(moneyText(fen)), fen);
  }
  assert.equal(readMoney('１，２００．１'), 1_200_100_000);
  for (const wrong of ['', '-1', '1.1234567', '1e3', 'abc', '10000000.000001', '1.2.3']) assert.equal(readMoney(wrong), null, wrong);
});

test('seeded amounts survive being written and typed again', () => {
  const random = randomOf(7);
  for (let count = 0; count < 2_000; count += 1) {
    const fen = Math.floor(random() * MOST_FEN);
    assert.equal(readMoney(sayMoney(fen)), fen);
  }
});

test('what a column of a template is filled with is guessed by its head, and kept as words of a recipe', () => {
  const heads = [
    '序号',
    '项目名称',
    '责任单位',
    '总投资（万元）',
    '2024年计划投资',
    '自开工累计完成投资',
    '本月完成投资',
    '形象进度',
    '存在问题',
    '需市级协调',
    '备注',
  ];
  assert.deepEqual(heads.map(guessMonthlyColumn), [
    'number',
    'project',
    'department',
    'total',
    'plan',
    'completed',
    'month',
    'words',
    'problem',
    null,
    'note',
  ]);
  const columns = heads.map((head) => ({ head, name: guessMonthlyColumn(head) }));
  assert.deepEqual(templateColumns(templateWords(columns)), columns);
  assert.equal(templateColumns(['lead=牵头单位']), null);
});

test('months follow each other over the years', () => {
  assert.deepEqual([monthAfter('2024-12'), monthAfter('2025-01', -1), monthAfter('2024-06', 18)], ['2025-01', '2024-12', '2025-12']);
});

test('what was completed in the month and the year is a difference, and not known where a month is missing', () => {
  const register = districtOf({
    project: [{ id: 'p', lead: 'd' }, { id: 'q' }],
    department: [{ id: 'd' }],
    planned_amount: [planned('p', null, 1_000), planned('p', 2024, 400)],
    monthly_progress: [month('p', '2023-12', 100), month('p', '2024-01', 180), month('p', '2024-03', 520), month('p', '2024-04', null)],
  });
  const at = (of: string): Partial<MonthlyRow> => {
    const { completedFen, monthFen, yearFen, shareOfPlan, notes } = monthlyRowOf(register, 'p', of);
    return { completedFen, monthFen, yearFen, shareOfPlan, notes };
  };
  assert.deepEqual(at('2023-12'), { completedFen: 100, monthFen: null, yearFen: null, shareOfPlan: null, notes: [] });
  assert.deepEqual(at('2024-01'), { completedFen: 180, monthFen: 80, yearFen: 80, shareOfPlan: 0.2, notes: [] });
  assert.deepEqual(at('2024-02'), { completedFen: null, monthFen: null, yearFen: null, shareOfPlan: null, notes: [] });
  assert.deepEqual(at('2024-03'), { completedFen: 520, monthFen: null, yearFen: 420, shareOfPlan: 1.05, notes: ['over-plan'] });
  assert.deepEqual(at('2024-04'), { completedFen: null, monthFen: null, yearFen: null, shareOfPlan: null, notes: [] });
  const { groups, missing, sums, projects } = monthlySheetOf(register, '2024-01');
  assert.deepEqual([groups.map(({ department }) => department), missing, projects], [['d', null], 1, 2]);
  assert.deepEqual(
    [sums.completed, sums.total],
    [
      { fen: 180, known: 1, of: 2, oldest: '2024-01-28' },
      { fen: 1_000, known: 1, of: 2, oldest: null },
    ],
  );
});

test('a project that began from nothing needs no month before it', () => {
  const register = districtOf({
    project: [{ id: 'p' }],
    planned_amount: [planned('p', null, 50)],
    monthly_progress: [month('p', '2024-03', 0), month('p', '2024-05', 60), month('p', '2024-06', 20)],
  });
  const { yearFen, monthFen, notes } = monthlyRowOf(register, 'p', '2024-05');
  assert.deepEqual([yearFen, monthFen, notes], [60, null, ['over-total']]);
  assert.deepEqual(monthlyRowOf(register, 'p', '2024-06').notes, ['fell']);
});

test('in seeded ledgers every figure of the sheet is that of the ledger, reckoned another way', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const random = randomOf(seed);
    const pick = (count: number): number => Math.floor(random() * count);
    const projects = Array.from({ length: 1 + pick(12) }, (_, index) => ({ id: `p${index}`, lead: pick(3) === 0 ? null : `d${pick(3)}` }));
    const rows = projects.flatMap(({ id }) => {
      let fen = 0;
      return Array.from({ length: 30 }, (_, index) => monthAfter('2023-01', index)).flatMap((of) => {
        fen += pick(1_000_000_000);
        return pick(3) === 0 ? [] : [month(id, of, pick(6) === 0 ? null : fen)];
      });
    });
    const amounts = projects.flatMap(({ id }) =>
      [null, 2023, 2024, 2025].flatMap((year) => (pick(2) ? [planned(id, year, pick(1e12))] : [])),
    );
    const register = districtOf({
      department: [{ id: 'd0' }, { id: 'd1' }, { id: 'd2' }],
      project: projects,
      planned_amount: amounts,
      monthly_progress: rows,
    });
    const of = monthAfter('2023-01', pick(30));
    const sheet = monthlySheetOf(register, of);
    const shown = sheet.groups.flatMap((group) => group.rows);
    assert.equal(shown.length, projects.length);
    const said = (id: string, when: string): number | null =>
      rows.find((row) => row.project === id && row.month === when)?.completed_fen ?? null;
    for (const row of shown) {
      const [now, before] = [said(row.project, of), said(row.project, monthAfter(of, -1))];
      assert.equal(row.completedFen, now);
      assert.equal(row.monthFen, now === null || before === null ? null : now - before);
      assert.equal(
        row.total?.amount_fen ?? null,
        amounts.find((each) => each.project === row.project && each.year === null)?.amount_fen ?? null,
      );
    }
    for (const name of ['total', 'plan', 'completed', 'month', 'year'] as const) {
      const whole = sheet.groups.reduce((sum, group) => sum + group.sums[name].fen, 0);
      assert.equal(sheet.sums[name].fen, whole, `${name} of the groups make up the whole`);
      assert.equal(sheet.sums[name].of, projects.length);
    }
    assert.equal(sheet.missing, projects.filter(({ id }) => !rows.some((row) => row.project === id && row.month === of)).length);
  }
});
