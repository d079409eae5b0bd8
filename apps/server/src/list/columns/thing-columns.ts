import type { Bilingual, Said } from '@westgate/base';
import {
  attributionOf,
  type DatedValue,
  indicatorStanding,
  industriesServed,
  largestSlip,
  milestonesOf,
  type Row,
  sayAge,
  traceOf,
  valueCautions,
  vocabulary,
  vocabularyName,
} from '@westgate/domain';
import { unitOf } from '../../present/figure.ts';
import { actualIn, targetIn } from '../../present/indicator.ts';
import { sentenceNumbersOf } from '../../present/order.ts';
import { areaOf, centreOf, leadOf } from '../../present/place.ts';
import { linkOf, sourceAt } from '../../present/source.ts';
import { NO_TEXT, pair } from '../../present/text.ts';
import { linksIn, type View } from '../../view/view.ts';
import {
  type Column,
  dayColumn,
  fieldOf,
  idColumn,
  numberColumn,
  plainColumn,
  type Seen,
  saidOf,
  severalColumn,
  sourceColumn,
  thingColumn,
  thingsColumn,
  wordColumn,
  wordsColumn,
} from './column.ts';
import { areaM2, firstSentenceRank } from './place-order.ts';
import {
  aimColumn,
  belongsColumns,
  dueColumns,
  linkColumns,
  noPlaceColumn,
  noteColumn,
  placesColumn,
  reportColumns,
  rowOf,
  stateColumns,
} from './shared.ts';

type Place = Row<'place'>;
type Project = Row<'project'>;
type Indicator = Row<'indicator'>;
type Source = Row<'source'>;

const STAGES = ['candidate', 'under-way', 'done', 'not-known'] as const;
/** Rests on the figures and projects of a place. */
const areaIn = ({ register }: View, id: string): Row<'figure'> | null => areaOf(register, id);
const named = ({ name_zh, name_en }: Pick<Place, 'name_zh' | 'name_en'>): Bilingual => pair(name_zh, name_en);

export const PLACE_COLUMNS: readonly Column<Place>[] = [
  idColumn(),
  wordsColumn('name', ['地点', 'Place'], named, { width: 30 }),
  wordColumn('kind', ['类别', 'Kind'], ['place', vocabulary.PLACE_KINDS], ({ kind }) => kind, { width: 14 }),
  {
    id: 'is_site',
    head: { zh: '可更新', en: 'A site' },
    field: fieldOf('boolean'),
    of: ({ is_site }) => is_site,
    paper: ({ is_site }, _seen, { say }) => (is_site ? say.text('是', 'yes') : say.text('否', 'no')),
    width: 8,
  },
  wordColumn('stage', ['阶段', 'Stage'], ['stage', STAGES], ({ id }, { view }) => view.stage(id), { width: 12, byDay: true }),
  aimColumn(rowOf('place')),
  ...belongsColumns<Place>('place'),
  wordColumn('position', ['位置', 'Position'], ['position', vocabulary.POSITIONS], ({ position }) => position, { width: 16 }),
  ...(['经度（WGS 84，度）', '纬度（WGS 84，度）'] as const).map((zh, axis) =>
    numberColumn<Place>(
      axis === 0 ? 'longitude' : 'latitude',
      [zh, axis === 0 ? 'Longitude (WGS 84, degrees)' : 'Latitude (WGS 84, degrees)'],
      (row, { view }) => centreOf(view.register, row)?.[axis] ?? null,
      { width: 14, sums: false, isDear: true },
    ),
  ),
  sourceColumn('source', ['位置来源', 'Source of the position'], (row, { view }) => sourceAt(view.register, row), { width: 16 }),
  wordsColumn(
    'attribution',
    ['位置署名', 'Attribution of the position'],
    ({ source }, { view }) => attributionOf(view.register, source) ?? NO_TEXT,
    { width: 30, without: 'nothing', restsOnOthers: true },
  ),
  thingColumn('lead', ['牵头单位', 'Lead'], 'department', ({ id }, { view }) => leadOf(view.register, id), { width: 24 }),
  {
    ...numberColumn<Place>('area', ['面积', 'Area'], ({ id }, { view }) => areaIn(view, id)?.value ?? null, { width: 10, sums: false }),
    order: ({ id }, { view }) => areaM2(areaIn(view, id)),
  },
  wordsColumn('area_unit', ['面积单位', 'Unit of the area'], ({ id }, { view }) => unitOf(view, areaIn(view, id)?.unit ?? null), {
    width: 12,
    without: 'nothing',
  }),
  wordColumn(
    'area_bound',
    ['面积限定', 'Bound of the area'],
    ['qualifier', vocabulary.QUALIFIERS],
    ({ id }, { view }) => areaIn(view, id)?.qualifier ?? null,
  ),
  {
    ...dayColumn<Place>('year', ['面积时间', 'Time of the area'], ({ id }, { view }) => areaIn(view, id)?.period ?? null, {
      kind: 'period',
      width: 12,
    }),
    order: ({ id }, { view }) => areaIn(view, id)?.period?.slice(0, 4) ?? null,
  },
  sourceColumn('area_source', ['面积来源', 'Source of the area'], ({ id }, { view }) => {
    const area = areaIn(view, id);
    return area && sourceAt(view.register, area);
  }),
  {
    ...severalColumn<Place>('sentence', ['所在句序', 'Sentences no.'], numbersOf, {
      isDear: true,
      nameOf: (key) => ({ zh: key, en: key }),
      paper: (row, seen) => numbersOf(row, seen).join('; ') || null,
    }),
    order: ({ id }, { view }) => firstSentenceRank(view, traceOf(view.register).sentencesOfPlace(id)),
  },
  ...linkColumns<Place>('place', ['sentences', 'commitments', 'projects', 'indicators']),
  noteColumn(),
  noPlaceColumn(),
];

function numbersOf({ id }: Place, { view }: Seen): readonly string[] {
  return sentenceNumbersOf(
    view.register,
    linksIn(view, 'place', id).sentences.map((link) => link.id),
  );
}

export const PROJECT_COLUMNS: readonly Column<Project>[] = [
  idColumn(),
  wordsColumn('name', ['项目', 'Project'], named, { width: 36 }),
  wordColumn('kind', ['类别', 'Kind'], ['project', vocabulary.PROJECT_KINDS], ({ kind }) => kind, { width: 14 }),
  aimColumn(rowOf('project')),
  ...belongsColumns<Project>('project'),
  thingColumn('lead', ['牵头单位', 'Lead'], 'department', ({ lead }) => lead, { width: 24 }),
  wordsColumn('lead_basis', ['牵头依据', 'Lead from'], (row) => pair(row.lead_basis_zh, row.lead_basis_en), {
    width: 30,
    without: 'nothing',
  }),
  ...dueColumns<Project>(),
  ...stateColumns<Project>('project'),
  ...linkColumns<Project>('project', ['sentences', 'commitments', 'places', 'indicators']),
  noteColumn(),
  noPlaceColumn(),
  placesColumn('project'),
  ...reportColumns<Project>('project'),
  numberColumn('slip', ['滞后', 'Behind'], ({ id }, { view }) => largestSlip(milestonesOf(view.register, id, view.asOf), view.asOf), {
    kind: 'integer',
    width: 12,
    unit: { zh: '天', en: 'days' },
    sums: false,
    byDay: true,
    restsOnOthers: true,
    isDear: true,
  }),
  thingsColumn<Project>('industries', ['所属产业', 'Industries'], 'industry', ({ id }, { view }) => industriesServed(view.register, id)),
];

/** A value of an indicator with its bound, period, source and age. */
function valueColumns(
  [id, zh, en]: readonly ['target' | 'actual', string, string],
  found: (row: Indicator, seen: Seen) => DatedValue | null,
): readonly Column<Indicator>[] {
  const rests = { byDay: true, restsOnOthers: true } as const;
  const of = (row: Indicator, seen: Seen): Row<'indicator_value'> | null => found(row, seen)?.row ?? null;
  return [
    {
      ...numberColumn<Indicator>(id, [zh, en], (row, seen) => of(row, seen)?.value ?? null, { width: 12, sums: false, ...rests }),
      around(row, seen) {
        const qualifier = of(row, seen)?.qualifier ?? null;
        return {
          before: qualifier && vocabularyName('qualifier', qualifier),
          after: saidOf(unitOf(seen.view, row.unit)),
          note: noteOn(found(row, seen), seen),
        };
      },
    },
    wordColumn(
      `${id}_bound`,
      [`${zh}限定`, `${en}, bound`],
      ['qualifier', vocabulary.QUALIFIERS],
      (row, seen) => of(row, seen)?.qualifier ?? null,
      {
        width: 10,
        ...rests,
      },
    ),
    dayColumn(`${id}_period`, [`${zh}时间`, `${en}, period`], (row, seen) => of(row, seen)?.period ?? null, {
      kind: 'period',
      width: 12,
      ...rests,
    }),
    sourceColumn(
      `${id}_source`,
      [`${zh}来源`, `${en}, source`],
      (row, seen) => {
        const value = of(row, seen);
        return value && sourceAt(seen.view.register, value);
      },
      rests,
    ),
    wordsColumn(`${id}_remarks`, [`${zh}说明`, `${en}, remarks`], (row, seen) => joined(cautionsOf(found(row, seen))) ?? NO_TEXT, {
      width: 20,
      without: 'nothing',
      ...rests,
    }),
    wordsColumn(`${id}_age`, [`${zh}时效`, `${en}, age`], (row, seen) => ageOf(of(row, seen), seen), {
      width: 24,
      without: 'nothing',
      ...rests,
    }),
  ];
}

/** What stands beside a value: how old it is, and what else must be known of it. */
function noteOn(value: DatedValue | null, seen: Seen): Said | null {
  const age = value && saidOf(ageOf(value.row, seen));
  return joined([...(age ? [age] : []), ...cautionsOf(value)]);
}

function cautionsOf(value: DatedValue | null): readonly Said[] {
  if (value === null) return [];
  const { row, rests } = value;
  return valueCautions({ status: row.status, isCalculated: rests !== undefined, breaksSeries: row.breaks_series });
}

function joined(all: readonly Said[]): Said | null {
  return all.length === 0 ? null : { zh: all.map(({ zh }) => zh).join('，'), en: all.map(({ en }) => en).join(', ') };
}

/** How old a value is; nothing where its indicator says how often it has one, and that is not too long ago. */
function ageOf(value: Row<'indicator_value'> | null, { view }: Seen): Bilingual {
  const indicator = value && value.kind !== 'target' ? view.whole.indicator.get(value.indicator) : undefined;
  const isInTime = indicator?.frequency != null && indicatorStanding(view.whole, indicator.id, view.asOf)?.name !== 'stale';
  if (isInTime) return NO_TEXT;
  return sayAge(value?.period ?? null, view.asOf, value?.kind === 'target' ? 'target' : 'value') ?? NO_TEXT;
}

export const INDICATOR_COLUMNS: readonly Column<Indicator>[] = [
  idColumn(),
  wordsColumn('name', ['指标', 'Indicator'], named, { width: 40 }),
  wordsColumn('unit', ['计量单位', 'Unit'], ({ unit }, { view }) => unitOf(view, unit), { width: 14, restsOnOthers: true, isTold: true }),
  wordColumn('direction', ['方向', 'Direction'], ['direction', vocabulary.DIRECTIONS], ({ direction }) => direction, { width: 14 }),
  aimColumn(rowOf('indicator')),
  ...belongsColumns<Indicator>('indicator'),
  ...valueColumns(['target', '目标值', 'Target'], ({ id }, { view }) => targetIn(view, id)),
  ...valueColumns(['actual', '实际值', 'Actual'], ({ id }, { view }) => actualIn(view, id)),
  wordsColumn('definition', ['定义', 'Definition'], (row) => pair(row.definition_zh, row.definition_en), { width: 40, without: 'nothing' }),
  sourceColumn('source', ['定义来源', 'Source of the definition'], (row, { view }) => sourceAt(view.register, row)),
  ...linkColumns<Indicator>('indicator', ['sentences', 'commitments', 'places', 'projects']),
];

export const SOURCE_COLUMNS: readonly Column<Source>[] = [
  idColumn(16),
  plainColumn('title', ['标题', 'Title'], ({ title }) => title, { width: 80 }),
  wordColumn('kind', ['类别', 'Kind'], ['source', vocabulary.SOURCE_KINDS], ({ kind }) => kind, { width: 20 }),
  dayColumn('dated', ['日期', 'Dated'], ({ dated }) => dated, { kind: 'period', without: 'unknown', width: 14 }),
  plainColumn('url', ['地址', 'Address'], linkOf, { width: 50, isTold: true }),
];
