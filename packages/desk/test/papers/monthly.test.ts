import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { Workbook } from '@cj-tech-master/excelts';
import { dayOf } from '@westgate/base';
import { monthlySheets, reportPaper, reportSheets, writePaper, writeSheet } from '@westgate/desk';
import {
  emptyRegister,
  type MonthlyContent,
  moneyText,
  monthlyChanges,
  monthlyContentOf,
  NO_NARRATIVE,
  narrativeBefore,
  type Register,
  registerOf,
  type TemplateColumn,
} from '@westgate/domain';
import { moneyLedger } from './money-ledger.ts';
import { monthlyReportOf } from './reported.ts';
import { paragraphsOf, partsOfZip } from './unzip.ts';

const NARRATIVE = {
  ...NO_NARRATIVE,
  overview: { zh: '本月平稳。\n雨季将至。', en: 'A quiet month.' },
  next: { zh: '抓紧施工。', en: null },
};
const DAY = dayOf('2024-07-01');

/** The rows of the first sheet of a workbook. */
async function rowsIn(
  content: MonthlyContent,
  template: readonly TemplateColumn[] | null = null,
): Promise<readonly (readonly unknown[])[]> {
  const book = new Workbook();
  await book.xlsx.load(await buffer(writeSheet(monthlySheets(content, [], 'zh', template))));
  const rows: unknown[][] = [];
  book.worksheets[0]?.eachRow((row) => rows.push(Array.isArray(row.values) ? row.values.slice(1) : []));
  return rows;
}

test('in seeded ledgers the figures of the sheet are those of the ledger, to the fen', async () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const register = moneyLedger(seed);
    const [head, ...rows] = await rowsIn(monthlyContentOf(register, '2024-06', NO_NARRATIVE, { asOf: DAY }));
    const at = (name: string): number => (head ?? []).indexOf(name);
    assert.equal(rows.length, register.project.size + 1, 'a row each, and the sum');
    let sum = 0;
    let known = 0;
    for (const row of rows.slice(0, -1)) {
      const project = [...register.project.values()].find(({ name_zh }) => name_zh === row[at('项目')]);
      assert.ok(project);
      const fen = register.monthly_progress.get(`${project.id}|2024-06`)?.completed_fen ?? null;
      assert.equal(row[at('累计完成投资（万元）')], fen === null ? '未知' : Number(moneyText(fen)));
      const total = [...register.planned_amount.values()].find((each) => each.project === project.id && each.year === null);
      assert.equal(row[at('总投资（万元）')], total ? Number(moneyText(total.amount_fen)) : '未知');
      if (fen !== null) [sum, known] = [sum + fen, known + 1];
    }
    const said = String(rows.at(-1)?.[at('累计完成投资（万元）')]);
    assert.ok(known === 0 ? said === '未知' : said.startsWith(moneyText(sum)), `${said} is ${moneyText(sum)}`);
    if (known > 0 && known < register.project.size) assert.match(said, new RegExp(`${register.project.size} 个中已知 ${known} 个`));
  }
});

test('a template of superiors is filled column by column under its own heads; what it asks beyond stays empty', async () => {
  const content = monthlyContentOf(moneyLedger(4), '2024-06', NO_NARRATIVE, { asOf: DAY });
  const [head, first] = await rowsIn(content, [
    { head: '批复文号', name: null },
    { head: '工程', name: 'project' },
    { head: '完成额', name: 'completed' },
  ]);
  assert.deepEqual(head, ['批复文号', '工程', '完成额']);
  const [row] = content.groups[0]?.rows ?? [];
  const fen = row?.completedFen ?? null;
  assert.deepEqual(first?.slice(1), [row?.project.name.zh, fen === null ? '未知' : Number(moneyText(fen))]);
});

test('every word and figure of a monthly report stands in its document, in both languages and layouts', async () => {
  const report = monthlyReportOf(moneyLedger(3), '2024-06', NARRATIVE, DAY);
  for (const [language, layout] of [
    ['zh', 'official'],
    ['en', 'plain'],
  ] as const) {
    const paper = reportPaper(report, language);
    const parts = partsOfZip(await writePaper(paper, layout));
    const body = paragraphsOf(parts.get('word/document.xml')).join('\n');
    const texts = paper.blocks.flatMap((block) => (block.kind === 'records' ? block.rows.flat() : [block.text]));
    assert.deepEqual(
      texts.filter((text) => !body.includes(text.replace(/[。.]$/, ''))),
      [],
    );
    for (const { rows } of report.content.groups)
      for (const { completedFen } of rows) if (completedFen !== null) assert.ok(body.includes(moneyText(completedFen)));
    assert.ok(body.includes(language === 'zh' ? '雨季将至' : 'A quiet month.'));
  }
  assert.equal(reportSheets(report, 'zh')[0]?.name, '调度表');
});

test('what was frozen stays, and what the ledger tells otherwise since is named', () => {
  const register = moneyLedger(5);
  const frozen = monthlyContentOf(register, '2024-06', NARRATIVE, { asOf: DAY });
  assert.deepEqual(
    monthlyChanges(frozen, monthlyContentOf(register, '2024-06', NO_NARRATIVE, { asOf: DAY })),
    [],
    'narrative is no figure',
  );
  const [row] = [...register.monthly_progress.values()].filter(({ month }) => month === '2024-06');
  assert.ok(row);
  const changed = withRows(register, { ...row, completed_fen: 9_990_000, problem_en: 'Rain', level: 'city' });
  const told = monthlyChanges(frozen, monthlyContentOf(changed, '2024-06', NARRATIVE, { asOf: DAY }));
  assert.ok(told.every(({ project }) => project.id === row.project));
  assert.deepEqual(told.find(({ what }) => what === 'completed')?.now, { zh: '9.99', en: '9.99' });
  assert.deepEqual(told.find(({ what }) => what === 'level')?.now, { zh: '市级', en: 'the city' });
  assert.deepEqual(
    monthlyChanges(frozen, { ...frozen, groups: [] }).map(({ what }) => what),
    Array.from({ length: register.project.size }, () => 'gone'),
  );
});

test('what was written of the last month is carried over, and of this month where it was frozen already', () => {
  const register = moneyLedger(1);
  assert.equal(narrativeBefore(register, '2024-07'), null);
  const report = monthlyReportOf(register, '2024-06', NARRATIVE, DAY);
  const held = registerOf({ ...rowsFrom(register), report: [report] });
  assert.equal(narrativeBefore(held, '2024-07')?.narrative.overview.en, 'A quiet month.');
  assert.equal(narrativeBefore(held, '2024-06')?.month, '2024-06');
  assert.equal(narrativeBefore(held, '2024-05'), null);
});

function rowsFrom(register: Register) {
  return Object.fromEntries(Object.entries({ ...emptyRegister, ...register }).map(([table, rows]) => [table, [...rows.values()]]));
}

function withRows(register: Register, row: Register['monthly_progress'] extends ReadonlyMap<string, infer R> ? R : never): Register {
  return {
    ...register,
    monthly_progress: new Map(
      [...register.monthly_progress].map(([key, held]) => [key, held.project === row.project && held.month === row.month ? row : held]),
    ),
  };
}
