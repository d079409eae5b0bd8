import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { dayOf } from '@westgate/base';
import {
  coveragePaper,
  coverageSheets,
  readFolder,
  reportPaper,
  reportSheets,
  writePaper,
  writeSheet,
  writeTaskSheet,
} from '@westgate/desk';
import { type MonthlyContentRow, moneyText, NO_NARRATIVE, registerOf } from '@westgate/domain';
import { parse } from 'csv-parse/sync';
import { EXAMPLE, rowsOf } from '../folders.ts';
import { moneyLedger } from './money-ledger.ts';
import { monthlyReportOf, reportOf } from './reported.ts';

const SOFFICE = 'soffice';
const isThere = spawnSync(SOFFICE, ['--version']).status === 0;
const skip = isThere ? false : 'LibreOffice (soffice) is not installed: Debian packages libreoffice-writer and libreoffice-calc';
/** Every sheet as UTF-8 with commas and quotes, as its cells are shown. */
const ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

const dir = mkdtempSync(join(tmpdir(), 'westgate-office-'));
after(() => rmSync(dir, { recursive: true, force: true }));

/** Opens a file without a screen and writes it in another form, as an office would. */
function convert(file: string, to: string): void {
  const profile = `-env:UserInstallation=file://${join(dir, 'profile')}`;
  const done = spawnSync(SOFFICE, [profile, '--headless', '--convert-to', to, '--outdir', dir, join(dir, file)], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  assert.equal(done.status, 0, `${done.stdout}${done.stderr}${done.error ?? ''}`);
}

/** The cells of a sheet as LibreOffice showed them. */
function rowsIn(file: string, sheet: string): readonly (readonly string[])[] {
  return parse(readFileSync(join(dir, `${file}-${sheet}.csv`), 'utf8'), { relax_column_count: true });
}

const register = registerOf(rowsOf(await readFolder(EXAMPLE)));
const report = reportOf(register, dayOf('2025-06-30'));

for (const [language, layout] of [
  ['zh', 'official'],
  ['en', 'official'],
  ['zh', 'plain'],
  ['en', 'plain'],
] as const) {
  test(`LibreOffice reads a report with every word and figure that was frozen, ${language}, ${layout}`, { skip }, async () => {
    const name = `report-${language}-${layout}`;
    writeFileSync(join(dir, `${name}.docx`), await writePaper(reportPaper(report, language), layout));
    convert(`${name}.docx`, 'txt:Text (encoded):UTF8');
    const text = readFileSync(join(dir, `${name}.txt`), 'utf8');
    const { content } = report;
    for (const { id, title, state, owner } of content.commitments) {
      const reason = (state.reason[language] ?? '').replace(/[。.]$/, '');
      for (const part of [title[language], owner?.name[language], reason]) assert.ok(text.includes(part ?? ''), `${id}: ${part}`);
    }
    const { sentences, commitments } = content.coverage;
    for (const figure of [sentences.total, sentences.linked, commitments.total, commitments.withoutOwner]) {
      assert.match(text, new RegExp(`\\b${figure}\\b`));
    }
    for (const { id, title } of content.sources) for (const part of [id, title.replace(/[。.]$/, '')]) assert.ok(text.includes(part), part);
  });
}

test('LibreOffice reads the workbook of a report, and its figures are those that were frozen', { skip }, async () => {
  writeFileSync(join(dir, 'figures.xlsx'), await buffer(writeSheet(reportSheets(report, 'zh'))));
  convert('figures.xlsx', ALL_SHEETS);
  const rowsOfSheet = (sheet: string): readonly (readonly string[])[] => rowsIn('figures', sheet).slice(1);
  const { content } = report;
  const overview = new Map(rowsOfSheet('总体').map(([of, what, count]) => [`${of} ${what}`, Number(count)]));
  assert.equal(overview.get('句子 共计'), content.coverage.sentences.total);
  assert.equal(overview.get('承诺 无责任单位'), content.coverage.commitments.withoutOwner);
  assert.equal(overview.get('承诺 已完成'), content.coverage.states.done);
  assert.deepEqual(
    rowsOfSheet('承诺').map(([id, , title]) => [id, title]),
    content.commitments.map(({ id, title }) => [id, title.zh]),
  );
  assert.deepEqual(
    rowsOfSheet('指标').map((row) => [row[0], row[4] === '未知' ? null : Number(row[4])]),
    content.indicators.map(({ id, actual }) => [id, actual?.value ?? null]),
  );
  assert.ok(readdirSync(dir).includes('figures-缺口.csv'));
  assert.equal(rowsOfSheet('缺口').length, content.gaps.length);
});

for (const language of ['zh', 'en'] as const) {
  test(`LibreOffice reads the ledger as a task sheet, every commitment in its row, ${language}`, { skip }, async () => {
    writeFileSync(join(dir, `ledger-${language}.xlsx`), await writeTaskSheet(register, language));
    convert(`ledger-${language}.xlsx`, ALL_SHEETS);
    const [written = ''] = readdirSync(dir).filter((name) => name.startsWith(`ledger-${language}-`) && name.endsWith('.csv'));
    const rows = rowsIn(`ledger-${language}`, written.slice(`ledger-${language}-`.length, -'.csv'.length));
    for (const { id, title_zh, title_en, due_on, owner } of register.commitment.values()) {
      const row = rows.find((cells) => cells.includes(id));
      assert.ok(row, id);
      const lead = owner === null ? null : register.department.get(owner)?.[`name_${language}`];
      for (const part of [language === 'zh' ? title_zh : title_en, due_on, lead])
        assert.ok(part === null || part === undefined || row.includes(part), `${id}: ${part}`);
    }
  });
}

test('LibreOffice reads the coverage sheet as a document and as a workbook, with the figures and every gap of the screen', {
  skip,
}, async () => {
  const basis = { asOf: dayOf('2025-06-30'), seq: 1 };
  writeFileSync(join(dir, 'coverage.docx'), await writePaper(coveragePaper(report.content, basis, 'zh'), 'official'));
  convert('coverage.docx', 'txt:Text (encoded):UTF8');
  const text = readFileSync(join(dir, 'coverage.txt'), 'utf8');
  const { commitments, sentences } = report.content.coverage;
  for (const figure of [sentences.total, commitments.total, commitments.withoutOwner, commitments.withoutDueDate])
    assert.match(text, new RegExp(`\\b${figure}\\b`));
  writeFileSync(join(dir, 'gaps.xlsx'), await buffer(writeSheet(coverageSheets(report.content, basis, 'zh'))));
  convert('gaps.xlsx', ALL_SHEETS);
  const overview = new Map(rowsIn('gaps', '总体').map(([of, what, count]) => [`${of} ${what}`, Number(count)]));
  assert.equal(overview.get('承诺 无责任单位'), commitments.withoutOwner);
  assert.equal(rowsIn('gaps', '缺口').length - 1, report.content.gaps.length);
});

test('LibreOffice reads a monthly report as a document and as a sheet, its figures to the fen', { skip }, async () => {
  const narrative = { ...NO_NARRATIVE, overview: { zh: '本月平稳', en: 'A quiet month' } };
  const monthly = monthlyReportOf(moneyLedger(11), '2024-06', narrative, dayOf('2024-07-01'));
  const rows = monthly.content.groups.flatMap((group): readonly MonthlyContentRow[] => group.rows);
  writeFileSync(join(dir, 'monthly.docx'), await writePaper(reportPaper(monthly, 'zh'), 'official'));
  convert('monthly.docx', 'txt:Text (encoded):UTF8');
  const text = readFileSync(join(dir, 'monthly.txt'), 'utf8');
  for (const { completedFen, project } of rows) {
    assert.ok(text.includes(project.name.zh ?? ''), project.id);
    if (completedFen !== null) assert.ok(text.includes(moneyText(completedFen)), `${project.id}: ${moneyText(completedFen)}`);
  }
  assert.ok(text.includes('本月平稳'));
  writeFileSync(join(dir, 'month.xlsx'), await buffer(writeSheet(reportSheets(monthly, 'zh'))));
  convert('month.xlsx', ALL_SHEETS);
  const [head = [], ...cells] = rowsIn('month', '调度表');
  const column = head.indexOf('累计完成投资（万元）');
  assert.deepEqual(
    cells.slice(0, -1).map((row) => (row[column] === '未知' ? null : Math.round(Number(row[column]) * 1e6))),
    rows.map(({ completedFen }) => completedFen),
  );
});
