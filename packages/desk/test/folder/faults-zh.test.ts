import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAULT_CODES, type Fault, type FolderFiles, parseFolder, readFolder } from '@westgate/desk';
import { REPORT_FORMAT, TABLES } from '@westgate/domain';
import fc from 'fast-check';
import { sayFaultZh } from '../../src/folder/fault.ts';
import { edit, HARBOUR } from '../folders.ts';
import { mangled } from './mangled.ts';
import { NOW, PLANTED, reportedHarbour } from './planted-faults.ts';

const SEED = 20_240_131;
/** Values put into each column of each table; none fits them all. */
const ODD: readonly string[] = ['', 'no-such-thing', 'sea-wall', '2024-02-30', '1e999', '-1', 'true', '"a=b;c"'];
const HAN = /\p{Script=Han}/u;

/** What is wrong with how a fault is told in Chinese; null where nothing is. Its value, and what is quoted, may be of any language. */
function untold(fault: Fault): string | null {
  const told = sayFaultZh(fault);
  const isBare = fault.expectedZh === fault.expected && !/\s/.test(fault.expected);
  if (!HAN.test(told) || (!HAN.test(fault.expectedZh) && !isBare)) return `no Chinese: ${told}`;
  const own = `${fault.expectedZh}，${fault.foundZh ?? ''}`.replaceAll(/“[^”]*(?:”|$)|"[^"]*"/g, '');
  return /[A-Za-z]+ +[A-Za-z]+/.test(own) ? `English: ${told}` : null;
}

/** A table of one report whose content says that it is of a format. */
function report(format: string): string {
  const content = `"${JSON.stringify({ format }).replaceAll('"', '""')}"`;
  const row = ['report-2', 1, '', '', '2025-01-01', '2025-01-02', 1, 'a', 'b', content];
  return `id,number,title_zh,title_en,as_of,made_on,head_seq,head_hash,hash,content\n${row.join(',')}\n`;
}

/** A building of a park whose floor areas do not add up, a piece larger than its whole, and a lowest rent above the highest. */
function withAreas(harbour: FolderFiles): FolderFiles {
  return new Map(harbour)
    .set(
      'results/buildings.csv',
      tableOf('building', { id: 'hall', park: 'warehouse-row', name_en: 'Hall', rent_low: '3', rent_high: '2', confidence: 'high' }),
    )
    .set(
      'results/floor-areas.csv',
      tableOf('floor_area', {
        building: 'hall',
        on: '2025-01-01',
        total_m2: '48',
        let_m2: '23',
        vacant_m2: '10',
        works_m2: '14',
        largest_vacant_m2: '11',
        confidence: 'high',
      }),
    );
}

/** A table of one row. */
function tableOf(name: 'building' | 'floor_area', cells: Readonly<Record<string, string>>): string {
  const columns = Object.keys(TABLES[name].fields);
  const standard: Readonly<Record<string, string>> = { visibility: 'public' };
  return `${columns.join(',')}\n${columns.map((column) => cells[column] ?? standard[column] ?? '').join(',')}\n`;
}

const seen = new Map<string, Fault>();

function faultsOf(files: FolderFiles): readonly Fault[] {
  const parsed = parseFolder(files, NOW);
  const faults = parsed.status === 'faulty' ? parsed.faults : [];
  for (const fault of faults) seen.set(fault.code, fault);
  return faults;
}

function assertTold(faults: readonly Fault[]): void {
  assert.deepEqual([...new Set(faults.flatMap((fault) => untold(fault) ?? []))].slice(0, 20), []);
}

test('every fault that is planted is told in Chinese', async () => {
  const harbour = await reportedHarbour();
  assertTold(PLANTED.flatMap(({ file, from, to, edited }) => faultsOf(edit(harbour, edited ?? file, from, to))));
});

test('what is wrong with the files and texts of a folder is told in Chinese', async () => {
  const harbour = await readFolder(HARBOUR);
  const zh = edit(harbour, 'district.json', '["en"]', '["zh", "en"]');
  const lacking = new Map(harbour);
  lacking.delete('results/parks.csv');
  lacking.delete('words/ward-plan.en.md');
  const folders: readonly FolderFiles[] = [
    lacking,
    withAreas(harbour),
    new Map(zh).set('words/ward-plan.zh.md', '一。二。三。\n\n一。二。三。\n\n一。二。三。\n'),
    new Map(zh).set('words/ward-plan.zh.md', '\uFFFD'),
    new Map(harbour).set('words/other.en.md', 'A text.').set('words/coast-plan.en.md', 'A text.').set('words/ward-plan.zh.md', '一句。'),
    ...[...harbour.keys()].flatMap((path) =>
      [
        '',
        '{}',
        '[]',
        'a;b;c\n',
        'a\tb\n',
        '['.repeat(50),
        '{"type":"FeatureCollection","features":[1,{"type":"Feature","id":"a","properties":{"id":"b"}}]}',
      ].map((text) => new Map(harbour).set(path, text)),
    ),
    ...['x', REPORT_FORMAT].map((format) => new Map(harbour).set('results/reports.csv', report(format))),
  ];
  assertTold(folders.flatMap((files) => faultsOf(files)));
});

test('an odd value in any column of any table is told in Chinese', async () => {
  const harbour = await reportedHarbour();
  const faults: Fault[] = [];
  for (const [path, text] of harbour) {
    if (!path.endsWith('.csv')) continue;
    const [header = '', ...rows] = text.split('\n');
    const columns = header.split(',');
    const [first] = rows.filter((row) => row.split(',').length === columns.length && !row.includes('"'));
    if (first === undefined) continue;
    for (const odd of ODD) {
      const damaged = columns.map((_, at) => first.split(',').with(at, odd).join(','));
      faults.push(...faultsOf(new Map(harbour).set(path, [header, ...rows, ...damaged].join('\n'))));
    }
  }
  assertTold(faults);
});

test('whatever is done to the files, the faults are told in Chinese', async () => {
  const told = fc.property(mangled(await readFolder(HARBOUR)), (files) => assertTold(faultsOf(files)));
  fc.assert(told, { seed: SEED, numRuns: 60 });
});

test('every kind of fault was told', () => {
  assert.deepEqual(
    Object.keys(FAULT_CODES).filter((code) => !seen.has(code)),
    [],
  );
});
