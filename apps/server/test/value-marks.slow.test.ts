import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { listSchema, publicationSchema, runSchema } from '@westgate/contract';
import { z } from 'zod';
import { openOffice, PLENTY } from './office.ts';
import { textIn } from './text-in.ts';

// Three values of the practice district are made numbers found nowhere else: the last one of an indicator, which is provisional; the last one of another, which is out of date;
// one of a place, which is provisional. Wherever one of them stands in an answer, a paper, a list or a public page, the mark stands with it.

const PRACTICE = join(fileURLToPath(new URL('../../../../', import.meta.url)), 'data', 'practice');
const office = await openOffice(PRACTICE, null, PLENTY);
const { desk } = office;

const PROVISIONAL = /provisional|初步数/i;
const OUT_OF_DATE = /stale|无新值|no new value/i;
const MARKED = [
  { number: '87.6543', mark: PROVISIONAL, of: 'empty' },
  { number: '61.9273', mark: OUT_OF_DATE, of: 'answered' },
  { number: '54.3217', mark: PROVISIONAL, of: 'H01' },
] as const;
/** Dated records as they are held, each with its period and status: none of them is shown as the last one. */
const AS_HELD = /\/district\/export|\/history|\/exports\/values\.|\/deeds|\/changes/;

const openApi = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

await distinct();
const run = await pagesMade();
await office.post('/api/v1/reports', { who: 'Ada', title: { zh: '报告', en: 'Report' } });

async function distinct(): Promise<void> {
  const placed = [...desk.register.place_value].filter(([, row]) => row.indicator === 'H01' && row.period.startsWith('2026')).at(-1);
  assert.ok(placed);
  const stale = [...desk.register.indicator_value.keys()].find((key) => key.startsWith('answered|actual|2026-07'));
  const edits = [
    ['indicator_value', 'empty|actual|2026-10|SITE', { value: 87.6543, source: 'SITE', confidence: 'high' }],
    ['indicator_value', stale ?? '', { value: 61.9273, source: 'SITE', confidence: 'high' }],
    ['place_value', placed[0], { value: 54.3217, status: 'provisional', source: placed[1].source, confidence: 'high' }],
  ].map(([table, key, fields]) => ({ action: 'revise', table, key, rev: 1, fields }));
  const answer = await office.post('/api/v1/edits', { who: 'Ada', edits });
  assert.equal(answer.status, 200, await answer.text());
}

async function pagesMade(): Promise<string> {
  const asked = await office.post('/api/v1/runs', { kind: 'public-pages', ask: { to: 'archive' } });
  const { id } = runSchema.run.parse(await asked.json());
  for (;;) {
    const found = runSchema.runs.parse(await office.get('/api/v1/runs')).items.find((each) => each.id === id);
    if (found?.endedAt) return id;
    await sleep(20);
  }
}

/** Lists whose columns tell values. */
const LISTS = ['indicators', 'places', 'commitments', 'projects', 'industries'];

/** The values of the plan axes, as `axis/value`. */
function valuesOfAxes(): readonly string[] {
  return [...desk.register.district.values()].flatMap(({ axes }) =>
    axes.flatMap(({ id, values }) => values.map((value) => `${id}/${value.id}`)),
  );
}

/** Downloads in which values of indicators stand. */
const WITH_VALUES = [
  '/api/v1/exports/indicators.xlsx',
  '/api/v1/exports/indicators.csv',
  '/api/v1/exports/health-check.docx',
  '/api/v1/reports/1/report.docx',
  '/api/v1/reports/1/figures.xlsx',
];

/** What is downloaded as a paper or a sheet. */
const IS_DOWNLOAD = /\.(?:docx|xlsx|csv|pdf)$/;

/** Every address that answers, those of single records asked of a few of them. */
async function addresses(): Promise<readonly string[]> {
  const { paths } = openApi.parse(await office.get('/api/openapi.json'));
  const ids: Readonly<Record<string, readonly string[]>> = {
    indicators: MARKED.map(({ of }) => of),
    places: [...desk.register.place_value.values()].filter(({ value }) => value === 54.3217).map(({ place }) => place),
    departments: ['industry'],
    projects: [...desk.register.project.keys()].slice(0, 3),
    industries: [...desk.register.industry.keys()],
    parks: [...desk.register.park.keys()],
    outputs: [...desk.register.output.keys()],
    issues: [...desk.register.issue.keys()],
    events: [...desk.register.event.keys()],
    documents: [...desk.register.document.keys()],
    commitments: [...desk.register.link.values()].filter(({ from_id: from }) => from === 'empty').map(({ to_id: to }) => to),
    runs: [run],
  };
  return Object.entries(paths).flatMap(([path, { get }]) => {
    if (!get || path.includes('/map/tiles/') || path.endsWith('/changes')) return [];
    if (path === '/api/v1/lists/{list}') return LISTS.map((list) => path.replace('{list}', list));
    if (path === '/api/v1/axes/{axis}/{value}') return valuesOfAxes().map((value) => path.replace('{axis}/{value}', value));
    if (path.includes('{number}')) return [path.replace('{number}', '1')];
    const [, noun = ''] = /^\/api\/v1\/([a-z-]+)\/\{id\}/.exec(path) ?? [];
    if (path.includes('{id}')) return (ids[noun] ?? []).map((id) => path.replace('{id}', encodeURIComponent(id)));
    return path.includes('{') ? [] : [path];
  });
}

/** The least pieces of a text around a place that say something by themselves: of a list or a page its row, of an answer the object of the value and that of the record. */
function around(text: string, at: number, isJson: boolean): readonly string[] {
  if (isJson) return [objectAround(text, at, /./), objectAround(text, at, /"name":/)];
  const bounds: readonly (readonly [RegExp, string])[] = [
    [/<row\b/g, '</row>'],
    [/<w:tr\b/g, '</w:tr>'],
    [/<li\b/g, '</li>'],
    [/<div>/g, '</div>'],
    [/<tr\b/g, '</tr>'],
  ];
  const pieces = bounds.flatMap(([from, to]) => {
    const start = [...text.slice(Math.max(0, at - 6_000), at).matchAll(from)].at(-1)?.index;
    const [begin, end] = [start === undefined ? -1 : Math.max(0, at - 6_000) + start, text.indexOf(to, at)];
    return begin >= 0 && end >= 0 && !text.slice(begin, at).includes(to) ? [text.slice(begin, end)] : [];
  });
  const [least] = pieces.sort((one, other) => one.length - other.length);
  return [least ?? text.slice(text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at) < 0 ? undefined : text.indexOf('\n', at))];
}

/** Whether a place stands in the line of a JSON file, such as one of an archive. */
function isJsonLine(text: string, at: number): boolean {
  return /^\s*"\w+": $/.test(text.slice(text.lastIndexOf('\n', at) + 1, at));
}

/** The least object around a place that says so. */
function objectAround(text: string, at: number, says: RegExp): string {
  let depth = 0;
  for (let from = at; from >= 0; from -= 1) {
    if (text[from] === '}') depth += 1;
    if (text[from] !== '{') continue;
    if (depth > 0) depth -= 1;
    else {
      const piece = closed(text, from);
      if (says.test(piece)) return piece;
    }
  }
  return text;
}

function closed(text: string, from: number): string {
  let depth = 0;
  for (let to = from; to < text.length; to += 1) {
    if (text[to] === '{') depth += 1;
    if (text[to] === '}') depth -= 1;
    if (depth === 0) return text.slice(from, to + 1);
  }
  return text.slice(from);
}

for (const lang of ['zh', 'en']) {
  test(`a provisional value, and one out of date, is marked wherever it stands, ${lang}`, async () => {
    const bare: string[] = [];
    const places = new Map<string, number>();
    const downloads = new Map<string, number>();
    for (const path of await addresses()) {
      if (AS_HELD.test(path)) continue;
      const answer = await office.ask(/\.(?:csv|xlsx|docx)$/.test(path) && !path.includes('site') ? `${path}?lang=${lang}` : path);
      if (IS_DOWNLOAD.test(path)) downloads.set(path, answer.status);
      if (answer.status !== 200) continue;
      const isJson = (answer.headers.get('content-type') ?? '').includes('json');
      const text = await textIn(answer);
      for (const { number, mark } of MARKED) {
        for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
          // How far it is from its target is another number.
          if (/[\d.]/.test(text[at - 1] ?? '')) continue;
          // How old a value is follows from its period: that stands with its record. Whether it is final stands with itself.
          const [own = '', whole = own] = around(text, at, isJson || isJsonLine(text, at));
          places.set(path, (places.get(path) ?? 0) + 1);
          if (!mark.test(own) && !(mark === OUT_OF_DATE && mark.test(whole))) bare.push(`${path}: ${number} in ${own.slice(0, 300)}`);
        }
      }
    }
    // A download that is refused would be looked at by nobody.
    assert.deepEqual(
      [...downloads].filter(([, status]) => status !== 200),
      [],
    );
    assert.ok(downloads.size > WITH_VALUES.length, [...downloads.keys()].join(' '));
    for (const path of WITH_VALUES) assert.ok(places.has(path), `${path} holds none of the values`);
    assert.ok(places.size >= 12, [...places.keys()].join(' '));
    assert.deepEqual(bare, []);
  });
}

test('a figure without its unit, its period or its source is not published, and it is told why', async () => {
  const fields = {
    subject_kind: 'project',
    subject_id: [...desk.register.project.values()].find(({ visibility }) => visibility === 'public')?.id,
    label_en: 'Homes',
    label_zh: '住房',
    value: 4711,
    source: 'SITE',
    confidence: 'high',
    visibility: 'public',
  };
  const made = (id: string, more: object) => [
    { action: 'create', table: 'figure', fields: { ...fields, id, unit: 'households', period: '2026-10', ...more } },
  ];
  const write = async (edits: unknown): Promise<number> => (await office.post('/api/v1/edits', { who: 'Ada', edits })).status;
  assert.equal(await write([...made('whole', {}), ...made('no-period', { period: null })]), 200);
  const { projects } = publicationSchema.publication.parse(await office.get('/api/v1/publication'));
  const told = projects.flatMap(({ figures }) => figures.flatMap(({ id, value }) => (value === 4711 ? [id] : [])));
  assert.deepEqual(told, ['whole']);
  const listed = listSchema.listTable.parse(await office.get('/api/v1/lists/publicity?filter=standing:is:incomplete&limit=50'));
  assert.deepEqual(
    listed.rows.map(({ of }) => of?.id),
    ['no-period'],
  );
  // One without a unit or a source is not even taken.
  assert.equal(await write(made('no-unit', { unit: null })), 400);
  assert.equal(await write(made('no-source', { source: null })), 400);
});
