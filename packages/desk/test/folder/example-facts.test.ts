import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EXAMPLE } from '../folders.ts';

/** The facts the example was compiled from, where they lie beside the project. Everything here is read raw, with nothing of Westgate. */
const FACTS = new URL('../../../../../../shared/facts/shijingshan.json', import.meta.url);
const skip = existsSync(FACTS) ? false : '../shared/facts not found: the example was not compared with its facts';

type Cells = Readonly<Record<string, string>>;
interface Fact {
  readonly value: unknown;
  readonly year: number | string | null;
  readonly source: string;
  readonly confidence: string;
}
interface Subject {
  readonly id: string;
  readonly lon?: number | null;
  readonly lat?: number | null;
  readonly figures?: Readonly<Record<string, Fact>>;
}
interface IndicatorFact {
  readonly id: string;
  readonly [kind: string]: unknown;
}
interface Facts {
  readonly district: {
    readonly figures: Readonly<Record<string, Fact>>;
    readonly subdistricts: readonly (Subject & { readonly code: string })[];
  };
  readonly places: readonly Subject[];
  readonly projects: readonly Subject[];
  readonly parks: readonly Subject[];
  readonly events: readonly Subject[];
  readonly departments: readonly Subject[];
  readonly indicators: { readonly programme: readonly IndicatorFact[] };
  readonly sources: Readonly<Record<string, { readonly kind: string; readonly url: string | null }>>;
}

/** Rows of a CSV file; quoted cells may hold commas, quotes and line breaks. */
function rowsIn(file: string): readonly Cells[] {
  const rows: string[][] = [[]];
  const text = readFileSync(join(EXAMPLE, file), 'utf8');
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  const [header = [], ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

interface Drawn {
  readonly properties: Readonly<Record<string, string | null>>;
  readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] } | null;
}
const drawnIn = (file: string): readonly Drawn[] =>
  (JSON.parse(readFileSync(join(EXAMPLE, file), 'utf8')) as { readonly features: readonly Drawn[] }).features;
const factsRead = (): Facts => JSON.parse(readFileSync(FACTS, 'utf8')) as Facts;
const counted = (rows: readonly Cells[], column: string): number => rows.filter((row) => row[column] !== '').length;

/** Facts that are kept in another form, each with why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'two-strategies-four-integrations-zh': 'the list is the axis `integration`, and a figure of another id in both languages',
};
/** Values of indicators in the facts that are no real targets or actuals, each with why. */
const NOT_TAKEN: Readonly<Record<string, string>> = {
  'P03 actual': 'the page bears no date and cannot tell a plan from what happened',
  'P14 target': 'taken from the report of the result',
  'P19 target': 'stands in the article that gives the actual value',
};

test('every figure of the facts is in the example: value, year, source and confidence', { skip }, () => {
  const facts = factsRead();
  const held = new Map(rowsIn('results/figures.csv').map((row) => [row.id, row]));
  const subjects = [{ id: '110107', figures: facts.district.figures }, ...facts.places, ...facts.projects, ...facts.parks, ...facts.events];
  let compared = 0;
  for (const { id, figures = {} } of subjects) {
    for (const [key, fact] of Object.entries(figures)) {
      const name = `${id}-${key.replaceAll('_', '-')}`;
      if (ELSEWHERE[name]) continue;
      const row = held.get(name);
      assert.ok(row, name);
      if (typeof fact.value === 'number') assert.equal(Number(row.value || row.words_en), fact.value, name);
      else assert.ok(row.words_zh !== '' && row.words_en !== '', `${name} in words`);
      assert.deepEqual([row.source, row.confidence], [fact.source, fact.confidence], name);
      // A figure that is itself a year needs no other.
      const when = row.period || row.words_en;
      for (const year of String(fact.year ?? '').match(/\d{4}/g) ?? []) assert.ok(when?.includes(year), `${name}: ${when}`);
      compared += 1;
    }
  }
  assert.equal(compared, 228);
});

test('every source, department, subdistrict and place of the facts is in the example; a position that differs names its source', {
  skip,
}, () => {
  const facts = factsRead();
  const sources = new Map(rowsIn('results/sources.csv').map((row) => [row.id, row]));
  for (const [id, { kind, url }] of Object.entries(facts.sources)) {
    assert.deepEqual([sources.get(id)?.kind, sources.get(id)?.url], [kind, url ?? ''], id);
  }
  assert.equal(Object.keys(facts.sources).length, 146);
  const departments = new Set(rowsIn('programme/departments.csv').map((row) => row.id));
  for (const { id } of facts.departments) assert.ok(departments.has(id) || id === 'subdistrict', id);
  const places = drawnIn('places/places.geojson');
  const byId = new Map(places.map((place) => [place.properties.id, place]));
  for (const { id, lon, lat } of [...facts.places, ...facts.projects]) {
    if (typeof lon !== 'number' || typeof lat !== 'number') continue;
    const place = byId.get(id);
    assert.ok(place, id);
    if (place.properties.position === 'none') assert.ok(place.properties.no_place_reason_zh && place.properties.no_place_reason_en, id);
    else if (place.properties.source === null) assert.deepEqual(place.geometry?.coordinates, [lon, lat], id);
    else assert.ok(place.properties.source_ref && sources.get(place.properties.source)?.attribution_en, id);
  }
  for (const { code, ...area } of facts.district.subdistricts) {
    const place = places.find(({ properties }) => properties.note_zh?.includes(code));
    assert.deepEqual([place?.geometry?.type, place?.geometry?.coordinates], ['Point', [area.lon, area.lat]], code);
  }
});

test('every value of an indicator in the facts is in the example, but for those that are none', { skip }, () => {
  const held = rowsIn('results/indicator-values.csv');
  for (const indicator of factsRead().indicators.programme) {
    for (const kind of ['baseline', 'target', 'actual'] as const) {
      const told = indicator[kind];
      const value = typeof told === 'object' && told !== null && 'value' in told ? told.value : told;
      if (typeof value !== 'number') continue;
      const isHeld = held.some((row) => row.indicator === indicator.id && row.kind === kind && Number(row.value) === value);
      assert.equal(isHeld, NOT_TAKEN[`${indicator.id} ${kind}`] === undefined, `${indicator.id} ${kind} ${value}`);
    }
  }
});

test('the example counted by hand: what is promised, led, due, placed and known', () => {
  const commitments = rowsIn('programme/commitments.csv');
  const projects = rowsIn('programme/projects.csv');
  const places = drawnIn('places/places.geojson');
  const outcomes = rowsIn('results/outcomes.csv');
  assert.deepEqual(
    {
      sentences: rowsIn('words/sentences.csv').length,
      promising: rowsIn('words/sentences.csv').filter(({ kind }) => kind === 'promise').length,
      commitments: commitments.length,
      open: commitments.filter(({ list_closed }) => list_closed === 'false').length,
      owned: counted(commitments, 'owner'),
      due: counted(commitments, 'due_on'),
      projects: projects.length,
      led: counted(projects, 'lead'),
      projectsDue: counted(projects, 'due_on'),
      milestones: rowsIn('programme/milestones.csv').length,
      parts: drawnIn('programme/components.geojson').length,
      indicators: rowsIn('results/indicators.csv').length,
      departments: rowsIn('programme/departments.csv').length,
      places: places.length,
      placed: places.filter(({ geometry }) => geometry !== null).length,
      fromOpenStreetMap: places.filter(({ properties }) => properties.source === 'osm-heritage').length,
      gates: rowsIn('programme/gates.csv').length,
      events: rowsIn('results/events.csv').length,
      held: new Set(
        outcomes.filter(({ subject_kind, what }) => subject_kind === 'event' && what === 'held').map(({ subject_id }) => subject_id),
      ).size,
    },
    {
      sentences: 16,
      promising: 15,
      commitments: 38,
      open: 20,
      owned: 28,
      due: 38,
      projects: 31,
      led: 31,
      projectsDue: 8,
      milestones: 13,
      parts: 17,
      indicators: 91,
      departments: 38,
      places: 79,
      placed: 55,
      fromOpenStreetMap: 6,
      gates: 136,
      events: 7,
      held: 6,
    },
  );
});

test('no rule of the example holds before the paper it cites, no outcome comes of a phase, and every owner and lead says what it rests on', () => {
  const sources = new Map(rowsIn('results/sources.csv').map((row) => [row.id, row]));
  const papers: Readonly<Record<string, string>> = { POOL24: '2024-03-28', FIRE24: '2024-04-23', DUAL: '2023-07-31', REG_BJ: '2023-03-01' };
  for (const { id, source = '', effective_from = '' } of rowsIn('programme/gates.csv')) {
    const since = papers[source] ?? sources.get(source)?.dated ?? '';
    assert.ok(since === '' || effective_from >= since, `${id} from ${effective_from}, ${source} of ${since}`);
  }
  for (const { id, owner, owner_basis_zh, owner_basis_en } of rowsIn('programme/commitments.csv')) {
    assert.equal(owner !== '', /推定/.test(owner_basis_zh ?? '') && /assumed/.test(owner_basis_en ?? ''), id);
  }
  for (const { id, lead_basis_zh, lead_basis_en } of rowsIn('programme/projects.csv')) {
    assert.ok(/推定/.test(lead_basis_zh ?? '') && /assumed/.test(lead_basis_en ?? ''), id);
  }
  const inPhases = new Set(drawnIn('programme/components.geojson').flatMap(({ properties }) => properties.project ?? []));
  for (const { id, subject_id = '', what } of rowsIn('results/outcomes.csv')) {
    assert.ok(what !== 'completed' || !inPhases.has(subject_id), `${id}: a project in parts is not completed by one of them`);
  }
  // Areas of administrative divisions need an approval number on a published map: the example has none below the district.
  for (const { properties } of drawnIn('places/features.geojson'))
    assert.ok(!properties.place?.startsWith('subdistrict-'), properties.id ?? '');
});
