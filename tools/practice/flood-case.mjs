// The flood case of the practice district.
import { createHash } from 'node:crypto';
import { evidencePath } from '../../packages/domain/dist/src/index.js';
import { toCrs, writeAsciiGrid } from '../../packages/flood/dist/src/index.js';

const ID = 'river-park';
const HOURS = 8;
/** Heights of a bed between banks, river and park: the same columns as in the case. */
const [COLUMNS, ROWS, CELL] = [120, 60, 25];

/** The same case as records: its ground with its file, the case, and that a project took it on. `project`: that project. */
export function floodRows(project) {
  const ground = Buffer.from(floodFiles().get('flood/ground.asc'));
  const sha256 = createHash('sha256').update(ground).digest('hex');
  const { inverse, forward } = toCrs('EPSG:32656');
  const [x, y] = forward([152.99, 20.07]);
  const [west, south] = [Math.round(x / CELL) * CELL - (COLUMNS * CELL) / 2, Math.round(y / CELL) * CELL - (ROWS * CELL) / 2];
  const at = (column, row) =>
    inverse([west + (column + 0.5) * CELL, south + (row + 0.5) * CELL]).map((degree) => Number(degree.toFixed(6)));
  const river = (column) => Math.round(30 + 4 * Math.sin(column / 14));
  const across = (column) => [at(column, river(column) - 1), at(column, river(column) + 1)];
  const design = {
    format: 'westgate-flood-design/1',
    inflows: [{ id: 'river', line: across(0), discharge: { base_m3s: 10, peak_m3s: 180, start_h: 1, rise_h: 2.5, fall_h: 2.5 } }],
    outflows: [{ id: 'downstream', kind: 'normal-depth', slope: 0.001, line: [at(119, 0), at(119, 59)] }],
    gauges: [{ id: 'upstream', name: '公园上游', at: at(50, river(50)) }],
    sections: [{ id: 'downstream', name: '下游断面', line: [at(110, 0), at(110, 59)] }],
    crests: [],
    storages: [
      { id: 'park', name: '河边公园', ring: [at(56, 39), at(84, 39), at(84, 51), at(56, 51)], capacity_m3: 600_000, floor_m: null },
    ],
    structures: [
      {
        ...{ id: 'inlet', name: '进水闸', kind: 'gate', from: at(60, river(60)), to: at(61, 40) },
        ...{ crest_m: 8.4, width_m: 30, full_m: 2, rate_m_per_min: 0.2, opening_m: 0, failures: [] },
      },
    ],
    rules: [
      {
        id: 'R1',
        when: [{ value: { of: 'gauge', id: 'upstream', what: 'level' }, is: '>', than: 9 }],
        gate: 'inlet',
        target_m: 2,
        priority: 1,
      },
    ],
  };
  const row = {
    ...{ id: 'river-park-heights', subject_kind: 'ground', subject_id: ID, requirement: null },
    ...{ title_zh: '虚构高程', title_en: 'Invented heights', file_name: '虚构高程.asc', media_type: 'text/plain' },
    ...{ bytes: ground.length, sha256, on: '2026-03-02', note_zh: null, note_en: null },
  };
  const named = { visibility: 'district', owner: null };
  const frozen = {
    ...{ design, ground: { id: ID, sha256 }, engine: '3', hours: HOURS, cell_m: CELL },
    peaks: [{ section: '下游断面', without_m3s: 170, with_m3s: 150 }],
  };
  return {
    ground: [
      {
        ...{
          id: ID,
          name_zh: '河边公园地形（虚构）',
          name_en: 'Ground of the river park (invented)',
          vertical_unit: 'm',
          crs: 'EPSG:32656',
        },
        ...{ area: null, cell_m: null, river: null, burn_m: null, fill_pits_m: null, smooth_m: null, manning: 0.035 },
        ...{ source: null, confidence: 'high', note_zh: '虚构', note_en: 'invented', ...named },
      },
    ],
    flood_case: [
      {
        ...{
          id: ID,
          name_zh: '河边公园削减洪峰（虚构）',
          name_en: 'A park takes the top off a flood (invented)',
          ground: ID,
          place: null,
          project,
        },
        ...{ hours: HOURS, cell_m: null, manning: null, scheme: 'sd03', design, note_zh: '虚构', note_en: 'invented', ...named },
      },
    ],
    flood_adoption: [
      {
        ...{ id: 'river-park-2026', project, flood_case: ID, on: '2026-05-12', run: 'practice' },
        ...{
          minute_zh: '采用进水闸调度规则 R1。数字为虚构。',
          minute_en: 'Rule R1 of the inlet gate is adopted. The figures are invented.',
        },
        ...{ inputs: createHash('sha256').update(JSON.stringify(frozen)).digest('hex'), frozen },
      },
    ],
    evidence: [row],
    files: [[evidencePath(row), ground]],
  };
}

/** A valley that falls to the east, a river bed in it, a park of lawns behind a bank: 120 × 60 cells of 25 m in the middle of the practice district. */
export function floodFiles() {
  const files = new Map();
  const write = (name, value) =>
    files.set(
      `flood/${name}`,
      `${JSON.stringify(value, null, 1)
        .replace(/\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]/g, '[$1, $2]')
        .replace(/(\d\]),\s+(?=\[\d)/g, '$1, ')}\n`,
    );
  const [columns, rows, cell] = [COLUMNS, ROWS, CELL];
  const [x, y] = toCrs('EPSG:32656').forward([152.99, 20.07]);
  const [west, south] = [Math.round(x / cell) * cell - (columns * cell) / 2, Math.round(y / cell) * cell - (rows * cell) / 2];
  const river = (column) => 30 + 4 * Math.sin(column / 14);
  const values = Float64Array.from({ length: columns * rows }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const away = Math.abs(row - river(column));
    const plain = 12 - column * 0.025 + 0.08 * away + 0.15 * Math.sin(column / 3) * Math.cos(row / 4);
    const bed = away < 2 ? 9 - column * 0.025 : plain;
    const isPark = column > 55 && column < 85 && row > 38 && row < 52;
    const isBank = column >= 54 && column <= 86 && row >= 37 && row <= 53;
    return isPark ? 6.8 : isBank ? 14 : bed;
  });
  const grid = { columns, rows, cell, west, south, values };
  files.set('flood/ground.asc', writeAsciiGrid(grid, 2));
  const at = (column, row) => [west + (column + 0.5) * cell, south + (row + 0.5) * cell];
  const bed = (column) => [-1, 0, 1].map((step) => at(column, Math.round(river(column)) + step));
  write('case.json', {
    format: 'westgate-flood-case/1',
    id: 'practice-park',
    title: 'Invented: a park beside a river takes the top off a flood · 虚构：河边公园削减洪峰',
    crs: 'EPSG:32656',
    dem: 'ground.asc',
    manning: 0.035,
    initial: { depth: 0 },
    time: { start_s: 0, end_s: 28_800 },
    inflows: [{ id: 'river', kind: 'discharge', cells: bed(0), hydrograph: 'inflow.csv' }],
    outflows: [
      { id: 'downstream', kind: 'normal-depth', slope: 0.001, cells: Array.from({ length: rows }, (_, row) => at(columns - 1, row)) },
    ],
    storages: [
      {
        id: 'park',
        cells: Array.from({ length: 29 }, (_, column) => Array.from({ length: 13 }, (_, row) => at(56 + column, 39 + row))).flat(),
        capacity_m3: 600_000,
      },
    ],
    gauges: 'gauges.csv',
    structures: 'structures.json',
    rules: 'rules.json',
    output: { gauges_every_s: 300 },
  });
  write('structures.json', [
    {
      id: 'inlet',
      kind: 'gate',
      from: bed(60),
      to: [at(60, 40), at(61, 40), at(62, 40)],
      crest_m: 8.4,
      width_m: 30,
      full_m: 2,
      rate_m_per_min: 0.2,
    },
  ]);
  write('rules.json', {
    rules: [
      {
        id: 'open',
        priority: 1,
        minDwell_s: 600,
        when: { value: { of: 'gauge', id: 'upstream', what: 'level' }, is: '>', than: 9 },
        acts: [{ gate: 'inlet', target_m: 2 }],
      },
    ],
  });
  const gauges = [
    ['upstream', at(50, Math.round(river(50)))],
    ['downstream', at(110, Math.round(river(110)))],
    ['park', at(70, 45)],
  ];
  files.set('flood/gauges.csv', ['id,x,y', ...gauges.map(([id, point]) => [id, ...point].join(','))].join('\n').concat('\n'));
  files.set('flood/inflow.csv', 'time_s,q_m3s\n0,10\n3600,10\n10800,180\n14400,180\n21600,10\n28800,10\n');
  files.set(
    'flood/README.md',
    `# Flood · 洪水

本目录的地形、洪水过程、闸门和蓄洪公园均为虚构，由 \`node tools/make-practice.mjs\` 生成。运行：\`westgate flood run data/practice/flood -o 结果目录\`。

Ground, flood, gate and park are invented; \`node tools/make-practice.mjs\` writes them. \`westgate flood run data/practice/flood -o OUT\` runs the case. Computed, planning evidence, not a warning service.

| File | What |
|---|---|
| \`case.json\` | the case: a river of 10 to 180 m³/s past a park that may be flooded |
| \`ground.asc\` | invented heights, 120 × 60 cells of 25 m, EPSG:32656 |
| \`inflow.csv\`, \`gauges.csv\` | an invented flood; three points to look at |
| \`structures.json\`, \`rules.json\` | the gate into the park, and when it opens |
`,
  );
  return files;
}
