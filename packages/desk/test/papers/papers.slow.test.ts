import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { before, test } from 'node:test';
import { Workbook } from '@cj-tech-master/excelts';
import { dayOf } from '@westgate/base';
import { coveragePaper, type Paper, readFolder, reportPaper, reportSheets, writePaper, writeSheet } from '@westgate/desk';
import { type Register, registerOf, reportContentOf } from '@westgate/domain';
import { EXAMPLE, rowsOf } from '../folders.ts';
import { reportOf } from './reported.ts';
import { paragraphsOf, partsOfZip } from './unzip.ts';

const DAY = dayOf('2025-06-30');
let register: Register;
let report: ReturnType<typeof reportOf>;
before(async () => {
  register = registerOf(rowsOf(await readFolder(EXAMPLE)));
  report = reportOf(register, DAY);
});

/** Every text of a paper that must be found in its document; a line of facts brings its own full stop. */
function textsOf({ title, subtitle, blocks }: Paper): readonly string[] {
  const bare = (text: string): string => text.replace(/[。.]$/, '');
  return [title, subtitle, ...blocks.flatMap((block) => (block.kind === 'records' ? block.rows.flat().map(bare) : [block.text]))];
}

for (const language of ['zh', 'en'] as const) {
  for (const layout of ['official', 'plain'] as const) {
    test(`every text of a report stands in its document, ${language}, ${layout}`, async () => {
      const paper = reportPaper(report, language);
      const parts = partsOfZip(await writePaper(paper, layout));
      const body = paragraphsOf(parts.get('word/document.xml')).join('\n');
      const missing = textsOf(paper).filter((text) => !body.includes(text));
      assert.deepEqual(missing, []);
      const feet = [...parts].filter(([name]) => /^word\/footer\d\.xml$/.test(name)).map(([, xml]) => paragraphsOf(xml).join('\n'));
      assert.equal(feet.length, 2);
      for (const foot of feet) {
        for (const mark of [report.hash, report.head_hash.slice(0, 12), '2025-06-30']) assert.ok(foot.includes(mark), `${mark} in ${foot}`);
        assert.match(foot, language === 'zh' ? /第 3 号报告/ : /Report no\. 3/);
      }
    });
  }
}

test('the figures of a paper are those that the report froze', () => {
  const { coverage, indicators, commitments } = report.content;
  const texts = textsOf(reportPaper(report, 'en')).join('\n');
  const said = /(\d+) sentences, (\d+) linked, (\d+) framing only, (\d+) not linked/.exec(texts);
  const { total, linked, narrative, unlinked } = coverage.sentences;
  assert.deepEqual(said?.slice(1).map(Number), [total, linked, narrative, unlinked]);
  const lacks = /Without owner (\d+), without due date (\d+), without commitment type (\d+)/.exec(texts);
  const { withoutOwner, withoutDueDate, withoutVerbClass } = coverage.commitments;
  assert.deepEqual(lacks?.slice(1).map(Number), [withoutOwner, withoutDueDate, withoutVerbClass]);
  assert.equal(commitments.filter(({ owner }) => owner === null).length, withoutOwner);
  for (const { actual, id } of indicators) {
    if (actual !== null)
      assert.ok(texts.includes(actual.value.toLocaleString('en-GB', { maximumFractionDigits: 12 })), `${id} ${actual.value}`);
  }
});

test('a report of a day equals what is true of that day, and no clock or order changes it', () => {
  assert.deepEqual(reportContentOf(register, DAY), reportContentOf(register, DAY));
  assert.notDeepEqual(reportContentOf(register, dayOf('2024-02-01')).coverage.states, report.content.coverage.states);
});

test('the official layout keeps to GB/T 9704: paper, margins, type, lines, page numbers between dashes', async () => {
  const parts = partsOfZip(await writePaper(reportPaper(report, 'zh'), 'official'));
  const xml = parts.get('word/document.xml') ?? '';
  const mm = (length: number): number => Math.round((length * 1440) / 25.4);
  assert.match(xml, /<w:pgSz w:w="11906" w:h="16838"/);
  for (const [side, length] of Object.entries({ top: 37, right: 26, bottom: 35, left: 28 })) {
    assert.match(xml, new RegExp(`<w:pgMar [^>]*w:${side}="${mm(length)}"`));
  }
  assert.match(xml, /w:line="580" w:lineRule="exact"/);
  assert.match(xml, /<w:rFonts [^>]*w:eastAsia="方正小标宋简体"[^>]*\/>.*?<w:sz w:val="44"/s);
  assert.match(xml, /w:eastAsia="仿宋_GB2312"/);
  assert.match(xml, /w:eastAsia="黑体"/);
  assert.match(xml, /w:eastAsia="楷体_GB2312"/);
  const headings = paragraphsOf(xml).filter((text) => /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/.test(text));
  assert.deepEqual(headings.slice(0, 3), ['一、总体情况', '二、分目标情况', '（一）复兴']);
  const feet = [...parts].filter(([name]) => /^word\/footer\d\.xml$/.test(name)).map(([, foot]) => foot);
  assert.ok(feet.every((foot) => paragraphsOf(foot)[0] === '—  —' || /— .*—/.test(paragraphsOf(foot)[0] ?? '')));
  assert.deepEqual(feet.map((foot) => /<w:jc w:val="(left|right)"/.exec(foot)?.[1]).sort(), ['left', 'right']);
  assert.match(parts.get('word/settings.xml') ?? '', /evenAndOddHeaders/);
});

test('the workbook of a report holds the same figures as numbers', async () => {
  const book = new Workbook();
  await book.xlsx.load(await buffer(writeSheet(reportSheets(report, 'en'))));
  const rowsOfSheet = (name: string): unknown[][] => {
    const rows: unknown[][] = [];
    book.getWorksheet(name)?.eachRow((row) => rows.push(Array.isArray(row.values) ? Array.from(row.values).slice(1) : []));
    return rows.slice(1);
  };
  const { content } = report;
  const overview = new Map(rowsOfSheet('Overview').map(([of, what, count]) => [`${of} ${what}`, count]));
  assert.equal(overview.get('Sentences in all'), content.coverage.sentences.total);
  assert.equal(overview.get('Commitments without owner'), content.coverage.commitments.withoutOwner);
  assert.equal(overview.get('Commitments under way'), content.coverage.states['under-way']);
  const commitments = rowsOfSheet('Commitments');
  assert.deepEqual(
    commitments.map(([id, , title, , , due]) => [id, title, due]),
    content.commitments.map(({ id, title, due }) => [id, title.en, due?.on ?? 'not known']),
  );
  const actuals = rowsOfSheet('Indicators').map((row) => [row[0], row[4]]);
  assert.deepEqual(
    actuals,
    content.indicators.map(({ id, actual }) => [id, actual?.value ?? 'not known']),
  );
  const about = new Map(rowsOfSheet('About').map(([name, value]) => [name, value]));
  assert.deepEqual([about.get('Number'), about.get('SHA-256'), about.get('Data as of')], [3, report.hash, '2025-06-30']);
});

test('the coverage sheet names every gap with its reason', async () => {
  const { gaps } = report.content;
  const paper = coveragePaper(report.content, { asOf: DAY, seq: 12 }, 'zh');
  const body = paragraphsOf(partsOfZip(await writePaper(paper, 'plain')).get('word/document.xml')).join('\n');
  for (const { id, reason, name } of gaps) {
    for (const text of [id, reason.zh ?? reason.en ?? '', name.zh ?? name.en ?? '']) assert.ok(body.includes(text), `${id}: ${text}`);
  }
  assert.ok(gaps.some(({ gap }) => gap === 'no-measure'));
});
