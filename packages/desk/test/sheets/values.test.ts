import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, resultAtOnce } from '@westgate/base';
import { type AnyRow, applyChanges, fieldsOf, type Register, registerOf, type TableName } from '@westgate/domain';
import { readBook } from '../../src/sheets/file/read-book.ts';
import { compareSteps, type ValueStandards } from '../../src/sheets/values/compare-values.ts';
import { readValueSheet } from '../../src/sheets/values/read-value-sheet.ts';
import { periodIn } from '../../src/sheets/values/value-period.ts';
import type { ValueAsking } from '../../src/sheets/values/value-sheet.ts';
import { valueTerms } from '../../src/sheets/values/value-terms.ts';
import { writeValueCsv, writeValueSheet } from '../../src/sheets/values/write-value-sheet.ts';
import { xlsxOf } from './raw-xlsx.ts';

const STANDARDS: ValueStandards = { source: 'YEARBOOK', status: null, confidence: 'high' };
const TODAY = dayOf('2026-11-30');
const ON = { asOf: TODAY, placesSince: null };
const NO_NAMES: ValueAsking = { names: [] };

function row(table: TableName, cells: Readonly<Record<string, unknown>>): AnyRow {
  const all = Object.entries(fieldsOf(table)).map(([name, field]) => [
    name,
    field.kind === 'list' ? [] : field.kind === 'boolean' ? false : field.optional ? null : (field.values?.[0] ?? ''),
  ]);
  return { ...Object.fromEntries(all), ...cells, rev: 1 };
}

const REGISTER: Register = registerOf({
  district: [
    row('district', {
      id: 'd',
      name_zh: '石门区',
      name_en: 'Shimen District',
      languages: ['zh', 'en'],
      units: { percent: { zh: '%', en: '%' }, ha: { zh: '公顷', en: 'ha' } },
      first_day: '2000-01-01',
      last_day: '2099-12-31',
      time_zone: 'Asia/Shanghai',
    }),
  ],
  source: [row('source', { id: 'YEARBOOK', title: '统计年鉴' }), row('source', { id: 'SURVEY', title: '体检调查' })],
  place: ['古城街道:gucheng', '八角街道:bajiao', '苹果园街道:pingguoyuan'].map((each) => {
    const [name_zh, id] = each.split(':');
    return row('place', { id, name_zh });
  }),
  indicator: [
    row('indicator', { id: 'green', name_zh: '绿地率', name_en: 'Green share', unit: 'percent' }),
    row('indicator', { id: 'parks', name_zh: '公园面积', name_en: 'Area of parks', unit: 'ha' }),
    row('indicator', { id: 'ratio', name_zh: '比值', name_en: 'Ratio', unit: 'percent', formula: '[green] / [parks]' }),
  ],
  indicator_value: [
    row('indicator_value', {
      indicator: 'green',
      kind: 'actual',
      period: '2025',
      value: 41,
      status: 'final',
      source: 'YEARBOOK',
      confidence: 'medium',
      note_zh: '，"年"\n底',
    }),
    row('indicator_value', {
      indicator: 'green',
      kind: 'target',
      period: '2026',
      value: 43,
      qualifier: 'at-least',
      source: 'YEARBOOK',
      confidence: 'high',
    }),
  ],
  place_value: [
    row('place_value', {
      indicator: 'parks',
      place: 'gucheng',
      period: '2026-06',
      value: 1.5,
      weight: 3,
      status: 'provisional',
      source: 'SURVEY',
      confidence: 'low',
    }),
  ],
});

async function taken(name: string, file: string | Uint8Array, asking: ValueAsking = NO_NAMES, standards = STANDARDS) {
  const book = await readBook(Buffer.from(file), name);
  const sheet = readValueSheet(valueTerms(REGISTER), book, asking);
  const compared = resultAtOnce(compareSteps(REGISTER, sheet, standards, TODAY));
  const values = compared.changes.map(({ key, after }) => `${key}=${String(after?.value)}`);
  return { sheet, ...compared, values, codes: compared.faults.map(({ code, cell }) => `${code} ${cell.replace(/^.*!/, '')}`) };
}

test('the export of values comes back without a difference, as CSV and as XLSX, in both languages', async () => {
  for (const language of ['zh', 'en'] as const) {
    const csv = await taken('values.csv', writeValueCsv(REGISTER, ON, language));
    assert.deepEqual([csv.counts, csv.faults], [{ new: 0, changed: 0, same: 3, faulty: 0 }, []], language);
    const xlsx = await taken('values.xlsx', await writeValueSheet(REGISTER, ON, language));
    assert.deepEqual([xlsx.counts, xlsx.faults], [{ new: 0, changed: 0, same: 3, faulty: 0 }, []], language);
  }
});

test('a value a row: names, ids and short names of places, periods in words, units, sources and marks', async () => {
  const found = await taken(
    'long.csv',
    `石门区指标数据,,,,,,,
指标,街道,时期,数值,单位,来源,数据质量,备注
绿地率,古城,2026年3月,38.5%,％,体检调查,初步,按图斑
Green share,bajiao,2026Q1,"1,000.25",,SURVEY,final,
公园面积,,2025年,12,公顷,统计年鉴,,
公园面积,古城街道,2026-06,2.5,,SURVEY,,
公园面积,八角街道,2026-06,—,,,,
`,
  );
  assert.deepEqual(found.codes, []);
  assert.deepEqual(found.values, [
    'green|gucheng|2026-03|SURVEY=38.5',
    'green|bajiao|2026-Q1|SURVEY=1000.25',
    'parks|actual|2025|YEARBOOK=12',
    'parks|gucheng|2026-06|SURVEY=2.5',
  ]);
  assert.deepEqual(found.counts, { new: 3, changed: 1, same: 0, faulty: 0 });
  assert.equal(found.sheet.emptyCells, 1);
  const [first, , , corrected] = found.changes;
  assert.deepEqual([first?.after?.status, first?.after?.note_zh], ['provisional', '按图斑']);
  // What the sheet does not say stays; the value before is what the change begins with.
  assert.deepEqual(
    [corrected?.before?.value, corrected?.after?.status, corrected?.after?.weight, corrected?.after?.rev],
    [1.5, 'provisional', 3, 2],
  );
});

test('months across under years that are merged, and sums that are left out', async () => {
  const months = await taken(
    'months.csv',
    `序号,指标,单位,2025年,,2026年,
,,,11月,12月,1月,2月
1,绿地率,%,40,40.5,41,—
2,公园面积,公顷,5,6,7,8
,合计,,45,46.5,48,8
`,
  );
  assert.deepEqual(months.codes, []);
  assert.deepEqual(months.values, [
    'green|actual|2025-11|YEARBOOK=40',
    'green|actual|2025-12|YEARBOOK=40.5',
    'green|actual|2026-01|YEARBOOK=41',
    'parks|actual|2025-11|YEARBOOK=5',
    'parks|actual|2025-12|YEARBOOK=6',
    'parks|actual|2026-01|YEARBOOK=7',
    'parks|actual|2026-02|YEARBOOK=8',
  ]);
  assert.deepEqual([months.sheet.shape, months.sheet.sumCells, months.sheet.emptyCells], ['cross', 4, 1]);
});

test('places across, and the period and source above them, in a workbook with merged heads', async () => {
  const bytes = xlsxOf([
    {
      name: '体检',
      rows: [
        ['2026年6月各街道指标（数据来源：体检调查）', null, null, null],
        ['指标', '街道', null, '全区'],
        [null, '古城街道', '八角', null],
        ['绿地率（%）', 30, 31, 33],
        ['公园面积（公顷）', 1.5, 9, 20],
      ],
      merges: ['A1:D1', 'A2:A3', 'B2:C2', 'D2:D3'],
    },
  ]);
  const found = await taken('check.xlsx', bytes, NO_NAMES, { ...STANDARDS, source: null });
  assert.deepEqual(found.values, [
    'green|gucheng|2026-06|SURVEY=30',
    'green|bajiao|2026-06|SURVEY=31',
    'green|actual|2026-06|SURVEY=33',
    'parks|bajiao|2026-06|SURVEY=9',
    'parks|actual|2026-06|SURVEY=20',
  ]);
  assert.deepEqual([found.codes, found.counts.same], [[], 1]);
});

test('the monthly form of an office: its reporting unit is no unit of measure, a column under another name is asked, a slip of one letter is proposed', async () => {
  const file = `各街道指标月报,,,,
填报单位：区园林绿化局,,,2026年6月,
序号,街道名称,绿化率（%）,公园面积（公顷）,备注
1,古城街道,93.4%,"1,234.5",
2,八脚街道,—,9,
3,苹果园街道,40,/,
,合计,,"1,243.5",
`;
  const found = await taken('form.csv', file);
  assert.deepEqual(
    found.sheet.unknownNames.map(({ kind, name, proposed }) => [kind, name, proposed]),
    [
      ['indicator', '绿化率（%）', ['green']],
      ['place', '八脚街道', ['bajiao']],
    ],
  );
  assert.deepEqual(found.values, ['parks|gucheng|2026-06|SURVEY=1234.5']);
  const names = found.sheet.unknownNames.map(({ kind, name, proposed: [id = ''] }) => ({ kind, name, id }));
  assert.deepEqual((await taken('form.csv', file, { names })).codes, []);
});

test('a note or status behind each period of a cross table is said of no other value: it is not read', async () => {
  const { sheet, changes, codes } = await taken(
    'notes.csv',
    `指标,街道,2026年1月,备注,2026年2月,备注,数据质量
公园面积,古城,1,按图斑,2,,初步
公园面积,八角,4,,5,实测,终值
`,
  );
  assert.deepEqual([sheet.shape, codes], ['cross', []]);
  assert.deepEqual(
    changes.map(({ after }) => [after?.value, after?.note_zh, after?.status]),
    [
      [1, null, 'provisional'],
      [2, null, 'provisional'],
      [4, null, 'final'],
      [5, null, 'final'],
    ],
  );
  const notes = sheet.columns.filter(({ head }) => head === '备注');
  assert.deepEqual(
    notes.map(({ role }) => role),
    [null, null],
    'and the receipt says so',
  );
});

test('a cross table with status, weight and note beside its months is taken in as the same values one a row', async () => {
  const cross = await taken(
    'cross.csv',
    `指标,街道,2026年1月,2026年2月,数据质量,权重,备注
公园面积,古城,1,2,初步,3,按图斑
公园面积,八角,4,,终值,5,as surveyed
`,
  );
  const long = await taken(
    'long.csv',
    `指标,街道,时期,数值,数据质量,权重,备注
公园面积,古城,2026年1月,1,初步,3,按图斑
公园面积,古城,2026年2月,2,初步,3,按图斑
公园面积,八角,2026年1月,4,终值,5,as surveyed
`,
  );
  assert.deepEqual([cross.sheet.shape, long.sheet.shape, cross.codes, long.codes], ['cross', 'long', [], []]);
  assert.deepEqual(cross.changes, long.changes);
  const [first] = cross.changes;
  assert.deepEqual([first?.after?.status, first?.after?.weight, first?.after?.note_zh], ['provisional', 3, '按图斑']);
  const odd = await taken('odd.csv', '指标,街道,2026年1月,2026年2月,数据质量,权重\n公园面积,古城,1,,大概,\n公园面积,八角,1,,,多\n');
  assert.deepEqual(odd.codes, ['word-not-understood E2', 'value-not-understood F3']);
});

test('what is refused is told with its cell, and a name is understood once a person says what it means', async () => {
  const file = `指标,街道,时期,数值,单位,来源
绿地率,古城街道,2026-03,约40,,SURVEY
绿地率,古桥街道,2026-03,40,,SURVEY
绿地率,古城街道,2026-03,40,公顷,SURVEY
绿化,古城街道,2026-03,40,,SURVEY
绿地率,古城街道,明年,40,,SURVEY
绿地率,古城街道,2027-03,40,,SURVEY
绿地率,八角街道,2026-03,40,,无此来源
比值,八角街道,2026-03,40,,SURVEY
绿地率,八角街道,2026-03,40,,SURVEY
绿地率,八角街道,2026-03,41,,SURVEY
`;
  const found = await taken('faults.csv', file);
  assert.deepEqual(found.codes.sort(), [
    'calculated-indicator D9',
    'duplicate-value D11',
    'period-cannot-be D7',
    'period-not-understood C6',
    'unit-differs E4',
    'unknown-indicator A5',
    'unknown-place B3',
    'unknown-source F8',
    'value-not-understood D2',
  ]);
  assert.deepEqual([found.values, found.counts.new], [['green|bajiao|2026-03|SURVEY=40'], 1]);
  const [name] = found.sheet.unknownNames.filter(({ kind }) => kind === 'place');
  assert.deepEqual([name?.name, name?.cells.length], ['古桥街道', 1]);
  const said = await taken('faults.csv', file, { names: [{ kind: 'place', name: '古桥街道', id: 'pingguoyuan' }] });
  assert.ok(said.values.includes('green|pingguoyuan|2026-03|SURVEY=40'));
  const unsourced = await taken('no-source.csv', '指标,时期,数值\n绿地率,2024,40\n绿地率,2025,41\n', NO_NAMES, {
    ...STANDARDS,
    source: null,
  });
  // What is held already has its source.
  assert.deepEqual([unsourced.codes, unsourced.counts.same], [['no-source C2'], 1]);
});

test('what is taken in comes out as it went in, whatever values there are', async () => {
  let state = 11;
  const lot = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % most;
  };
  for (let round = 0; round < 40; round += 1) {
    const lines = Array.from({ length: 1 + lot(20) }, (_, at) => {
      const value = (lot(2_000_001) - 1_000_000) / 10 ** lot(5);
      const place = ['', 'gucheng', 'bajiao'][lot(3)];
      return `${['green', 'parks'][lot(2)]},${place},${2001 + at}-${String(1 + lot(12)).padStart(2, '0')},${value},${['', 'final', 'estimate'][lot(3)]},SURVEY`;
    });
    const found = await taken('drawn.csv', `indicator,place,period,value,status,source\n${lines.join('\n')}\n`);
    assert.deepEqual([found.codes, found.changes.length], [[], lines.length]);
    const after = applyChanges(REGISTER, found.changes);
    const sheet = readValueSheet(valueTerms(after), await readBook(Buffer.from(writeValueCsv(after, ON, 'zh')), 'again.csv'), NO_NAMES);
    const again = resultAtOnce(compareSteps(after, sheet, STANDARDS, TODAY));
    assert.deepEqual(again.counts, { new: 0, changed: 0, same: lines.length + 3, faulty: 0 });
  }
});

test('what is worked out from places stands in the export with its day and the nearest place, and is never brought back as typed', async () => {
  const at = (lng: number) => ({ geometry: { type: 'Point', coordinates: [lng, 39.9] } });
  const made = (table: TableName, key: string, cells: Readonly<Record<string, unknown>>) => ({
    table,
    key,
    before: null,
    after: row(table, { id: key, ...cells }),
  });
  const method = { unit: 'm', check_level: 'compound', place_method: 'nearest', place_kind: 'park', direction: 'down' };
  const after = applyChanges(REGISTER, [
    made('place', 'yard', { name_zh: '三号院', name_en: 'Yard 3', kind: 'compound', survey_level: 'compound', ...at(116) }),
    made('place', 'green', { name_zh: '西公园', name_en: 'West park', kind: 'park', ...at(116.01) }),
    made('indicator', 'far', { name_zh: '到公园的距离', name_en: 'Distance to park', ...method }),
  ]);
  const lines = writeValueCsv(after, ON, 'zh')
    .split('\n')
    .filter((line) => line.startsWith('far,'));
  assert.equal(lines.length, 1);
  for (const said of ['三号院', '按地点计算', '2026-11-30', '855', '西公园']) assert.ok(lines[0]?.includes(said), `${said} in ${lines[0]}`);
  assert.ok(
    !writeValueCsv(
      after,
      { ...ON, placesSince: { ofPlace: () => null, ofKind: () => ({ day: dayOf('2026-12-01'), none: null }) } },
      'zh',
    ).includes('按地点计算'),
  );
  for (const [name, file] of [
    ['zh.csv', writeValueCsv(after, ON, 'zh')],
    ['en.csv', writeValueCsv(after, ON, 'en')],
    ['zh.xlsx', await writeValueSheet(after, ON, 'zh')],
  ] as const) {
    const sheet = readValueSheet(valueTerms(after), await readBook(Buffer.from(file), name), NO_NAMES);
    const again = resultAtOnce(compareSteps(after, sheet, STANDARDS, TODAY));
    assert.deepEqual([again.counts, sheet.sumCells, again.changes.length], [{ new: 0, changed: 0, same: 3, faulty: 0 }, 1, 0], name);
  }
});

test('periods as offices write them', () => {
  const said: readonly (readonly [string, string | null, string | null])[] = [
    ['2026-06', null, '2026-06'],
    ['2026年6月', null, '2026-06'],
    ['2026/6', null, '2026-06'],
    ['2026年二季度', null, '2026-Q2'],
    ['2026 Q2', null, '2026-Q2'],
    ['2026上半年', null, '2026-H1'],
    ['2025年度', null, '2025'],
    ['6月', '2026', '2026-06'],
    ['第三季度', '2026', '2026-Q3'],
    ['6月', null, null],
    ['6', '2026', null],
    ['13月', '2026', null],
    ['六', '2026', null],
    ['2026-06-30', null, '2026-06-30'],
  ];
  for (const [text, year, period] of said) assert.equal(periodIn(text, year), period, text);
});
