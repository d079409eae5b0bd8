import type { Bilingual, Geometry } from '@westgate/base';
import {
  anyRef,
  type Fields,
  flag,
  id,
  integer,
  json,
  list,
  maybeAnyRef,
  maybeDay,
  maybeInteger,
  maybeJson,
  maybeNumber,
  maybeOneOf,
  maybePeriod,
  maybeRef,
  maybeText,
  number,
  oneOf,
  pair,
  period,
  type RowOf,
  ref,
  text,
} from './fields.ts';
import {
  CONFIDENCES,
  DIRECTIONS,
  DOCUMENT_KINDS,
  FEATURE_LAYERS,
  INDICATOR_VALUE_KINDS,
  LAND_TITLES,
  OUTCOME_KINDS,
  PLACE_KINDS,
  POSITIONS,
  PROJECT_KINDS,
  QUALIFIERS,
  QUESTION_KINDS,
  RELATIONS,
  SENTENCE_KINDS,
  SOURCE_KINDS,
  THING_KINDS,
  VERB_CLASSES,
  WORDINGS,
} from './vocabulary.ts';

/** A value of a plan axis. On the axis `aim` it carries the colour token and pattern it is drawn with. */
export type AxisValue = { readonly id: string; readonly name: Bilingual; readonly colour?: string; readonly pattern?: string };
/** An axis on which the district sorts its promises: aims, strategies, integrations, icons, key projects, tiers. */
export type Axis = { readonly id: string; readonly name: Bilingual; readonly values: readonly AxisValue[] };
/** West, south, east, north in WGS 84 degrees. */
export type Frame = readonly [number, number, number, number];
export type UnitNames = { readonly [code: string]: Bilingual };

interface Table<F extends Fields> {
  readonly name: string;
  /** Where the rows are kept in a district folder. */
  readonly file: string;
  /** The columns that identify a row. */
  readonly key: readonly (keyof F & string)[];
  /** The pair of which one language must be filled, if any. */
  readonly named?: string;
  readonly about: string;
  readonly fields: F;
}

function table<F extends Fields>(definition: Table<F>): Table<F> {
  return definition;
}

const tags = () => list('values of the plan axes, as axis:value');
const note = () => pair('note', 'a remark shown beside the record');
const dueFields = {
  due_on: maybeDay('the day by which it is promised'),
  ...pair('due_basis', 'where the due day comes from'),
  due_source: maybeRef('source', 'the source of the due day'),
};
const noPlace = () => pair('no_place_reason', 'why it has no place, where it has none');

/**
 * Every table of the register, in an order in which a row only points to rows of tables above it.
 * One truth: CSV headers, SQL columns, row types, validation, the dry-run and docs/district-folder.md follow from it.
 */
export const TABLES = {
  district: table({
    name: 'district',
    file: 'district.json',
    key: ['id'],
    named: 'name',
    about: 'the district itself: one row',
    fields: {
      id: id<'district'>('the district, e.g. its administrative code'),
      ...pair('name', 'the name'),
      frame: json<Frame>('west, south, east, north of the map frame, WGS 84 degrees'),
      metre_crs: text('EPSG code of the projected system in which metres are measured'),
      time_zone: text('IANA time zone'),
      languages: list('the languages the district keeps: zh, en or both'),
      axes: json<readonly Axis[]>('the plan axes and their values'),
      units: json<UnitNames>('the units of figures and indicators, named in the district’s languages'),
      ...pair('notice', 'a line shown in the head, e.g. that this is example data'),
    },
  }),
  source: table({
    name: 'source',
    file: 'results/sources.csv',
    key: ['id'],
    about: 'where a date, a figure or a position was read',
    fields: {
      id: id<'source'>('short code'),
      title: text('title, publisher and date in one line'),
      kind: oneOf(SOURCE_KINDS, 'where it comes from'),
      url: maybeText('address; shown as a link unless the kind is reprint, recalled or estimate'),
      dated: maybePeriod('day or period of publication'),
    },
  }),
  department: table({
    name: 'department',
    file: 'programme/departments.csv',
    key: ['id'],
    named: 'name',
    about: 'an organ that owns or supports work',
    fields: {
      id: id<'department'>('short code'),
      ...pair('name', 'the name'),
      ...pair('role', 'what it answers for'),
      confidence: oneOf(CONFIDENCES, 'how sure the entry is'),
      source: maybeRef('source', 'where it was read'),
    },
  }),
  document: table({
    name: 'document',
    file: 'words/documents.csv',
    key: ['id'],
    named: 'title',
    about: 'a plan, or another plan it carries out',
    fields: {
      id: id<'document'>('short code; the text is words/<id>.<language>.md'),
      ...pair('title', 'the title'),
      kind: oneOf(DOCUMENT_KINDS, 'the district’s plan, or a linked plan of others'),
      wording: oneOf(WORDINGS, 'official = the publisher’s words; rendering = ours; none = no text is held'),
      covers: maybePeriod('the years the plan is for'),
      ...pair('publisher', 'who published it'),
      published_on: maybeDay('when it was published'),
      source: maybeRef('source', 'where it was read'),
      ...note(),
    },
  }),
  sentence: table({
    name: 'sentence',
    file: 'words/sentences.csv',
    key: ['id'],
    about: 'a sentence of a plan text',
    fields: {
      id: id<'sentence'>('stable id'),
      document: ref('document', 'the plan it stands in'),
      paragraph: integer('paragraph, from 1'),
      position: integer('sentence within the paragraph, from 1'),
      ...pair('text', 'the sentence; empty here where words/<document>.<language>.md holds it'),
      kind: oneOf(SENTENCE_KINDS, 'what it does'),
      ...pair('reason', 'why it is narrative'),
      checked_zh: flag('the Chinese was checked by a person'),
      checked_en: flag('the English was checked by a person'),
      tags: tags(),
      revision: integer('how often its words were set, from 1'),
      in_text: flag('it stands in the present text; one that does not is held for what hangs on it'),
    },
  }),
  commitment: table({
    name: 'commitment',
    file: 'programme/commitments.csv',
    key: ['id'],
    named: 'title',
    about: 'one promising verb with its objects',
    fields: {
      id: id<'commitment'>('stable id'),
      sentence: ref('sentence', 'the sentence that promises it'),
      ...pair('title', 'a short title'),
      ...pair('clause', 'the promising clause, letter by letter as in the sentence'),
      verb_class: maybeOneOf(VERB_CLASSES, 'the class of its verb: it decides what counts as done'),
      list_closed: flag('the list of its objects is complete, so that it can be counted to the end'),
      owner: maybeRef('department', 'the department that answers for it'),
      ...pair('owner_basis', 'where the owner comes from'),
      ...dueFields,
      ...noPlace(),
      tags: tags(),
      ...note(),
    },
  }),
  place: table({
    name: 'place',
    file: 'places/places.geojson',
    key: ['id'],
    named: 'name',
    about: 'a thing with a position; a site is a place that can be renewed',
    fields: {
      id: id<'place'>('stable id'),
      ...pair('name', 'the name'),
      kind: oneOf(PLACE_KINDS, 'what it is'),
      is_site: flag('it can be renewed'),
      position: oneOf(POSITIONS, 'what is known of where it lies'),
      confidence: maybeOneOf(CONFIDENCES, 'how sure the position is'),
      ...pair('position_basis', 'how the position was found'),
      ...noPlace(),
      land_title: maybeOneOf(LAND_TITLES, 'who holds the land'),
      ...pair('land_title_note', 'what is known of the title'),
      tags: tags(),
      ...note(),
      geometry: maybeJson<Geometry>('GeoJSON geometry, WGS 84'),
    },
  }),
  feature: table({
    name: 'feature',
    file: 'places/features.geojson',
    key: ['id'],
    about: 'a drawn line or area: the outline of a place, or the base map',
    fields: {
      id: id<'feature'>('stable id'),
      layer: oneOf(FEATURE_LAYERS, 'what it draws'),
      place: maybeRef('place', 'the place it outlines'),
      ...pair('name', 'the label'),
      rank: maybeInteger('1 = most important, for drawing'),
      height_m: maybeNumber('height of a contour, metres'),
      illustrative: flag('drawn by hand, not surveyed'),
      ...pair('basis', 'what it was drawn from'),
      geometry: json<Geometry>('GeoJSON geometry, WGS 84'),
    },
  }),
  project: table({
    name: 'project',
    file: 'programme/projects.csv',
    key: ['id'],
    named: 'name',
    about: 'work on sites',
    fields: {
      id: id<'project'>('stable id'),
      ...pair('name', 'the name'),
      kind: oneOf(PROJECT_KINDS, 'the kind of work'),
      verb_class: maybeOneOf(VERB_CLASSES, 'what counts as done for it'),
      lead: maybeRef('department', 'the department in the lead'),
      ...pair('lead_basis', 'where the lead comes from'),
      ...dueFields,
      ...noPlace(),
      tags: tags(),
      ...note(),
    },
  }),
  event: table({
    name: 'event',
    file: 'results/events.csv',
    key: ['id'],
    named: 'name',
    about: 'a dated event',
    fields: {
      id: id<'event'>('stable id'),
      ...pair('name', 'the name'),
      dates: period('the days it is held'),
      place: maybeRef('place', 'the venue'),
      ...pair('organisers', 'who holds it'),
      confidence: oneOf(CONFIDENCES, 'how sure the dates are'),
      source: maybeRef('source', 'where the dates were read'),
      ...noPlace(),
      tags: tags(),
      ...note(),
    },
  }),
  park: table({
    name: 'park',
    file: 'results/parks.csv',
    key: ['id'],
    named: 'name',
    about: 'an industrial park or cluster',
    fields: {
      id: id<'park'>('stable id'),
      ...pair('name', 'the name'),
      place: maybeRef('place', 'where it lies'),
      project: maybeRef('project', 'the project that builds it'),
      ...noPlace(),
      tags: tags(),
      ...note(),
    },
  }),
  indicator: table({
    name: 'indicator',
    file: 'results/indicators.csv',
    key: ['id'],
    named: 'name',
    about: 'a defined number',
    fields: {
      id: id<'indicator'>('stable id'),
      ...pair('name', 'the name'),
      unit: text('unit code, named in district.json'),
      direction: oneOf(DIRECTIONS, 'which way is better'),
      ...pair('definition', 'how it is counted'),
      source: maybeRef('source', 'where it is defined'),
      tags: tags(),
    },
  }),
  mention: table({
    name: 'mention',
    file: 'words/mentions.csv',
    key: ['sentence', 'thing_kind', 'thing_id'],
    about: 'words of a sentence that name a thing',
    fields: {
      sentence: ref('sentence', 'the sentence'),
      thing_kind: oneOf(THING_KINDS, 'the kind of thing named'),
      thing_id: anyRef('thing_kind', 'the thing named'),
      ...pair('phrase', 'the words, letter by letter as in the sentence'),
      aim: maybeText('the aim the words are underlined in, where not the sentence’s'),
    },
  }),
  text_question: table({
    name: 'text_question',
    file: 'words/questions.csv',
    key: ['id'],
    about: 'what a replaced text leaves open, until a person decides',
    fields: {
      id: id<'text_question'>('stable id'),
      document: ref('document', 'the plan whose text was replaced'),
      kind: oneOf(QUESTION_KINDS, 'what became of the sentence, as far as the texts tell'),
      sentence: ref('sentence', 'the sentence that was held'),
      candidates: list('sentences of the present text that may follow it, the likeliest first'),
      commitment: maybeRef('commitment', 'the commitment whose clause is looked for'),
      mention_kind: maybeOneOf(THING_KINDS, 'kind of the thing whose phrase is looked for'),
      mention_id: maybeAnyRef('mention_kind', 'the thing whose phrase is looked for'),
      ...pair('words', 'the words of the sentence that may be the ones looked for'),
    },
  }),
  link: table({
    name: 'link',
    file: 'programme/links.csv',
    key: ['from_kind', 'from_id', 'relation', 'to_kind', 'to_id'],
    about: 'how one record bears on another',
    fields: {
      from_kind: oneOf(THING_KINDS, 'kind of the first record'),
      from_id: anyRef('from_kind', 'the first record'),
      relation: oneOf(RELATIONS, 'how it bears on the second'),
      to_kind: oneOf(THING_KINDS, 'kind of the second record'),
      to_id: anyRef('to_kind', 'the second record'),
      source: maybeRef('source', 'who says so'),
      ...note(),
    },
  }),
  indicator_value: table({
    name: 'indicator_value',
    file: 'results/indicator-values.csv',
    key: ['indicator', 'kind', 'period', 'source'],
    about: 'a dated value of an indicator',
    fields: {
      indicator: ref('indicator', 'the indicator'),
      kind: oneOf(INDICATOR_VALUE_KINDS, 'baseline, target or actual'),
      period: period('what it is for'),
      value: number('the value, in the indicator’s unit'),
      qualifier: maybeOneOf(QUALIFIERS, 'how the publisher bounded it'),
      source: ref('source', 'where it was read'),
      confidence: oneOf(CONFIDENCES, 'how sure it is'),
      ...note(),
    },
  }),
  figure: table({
    name: 'figure',
    file: 'results/figures.csv',
    key: ['id'],
    named: 'label',
    about: 'a published figure of a record',
    fields: {
      id: id<'figure'>('stable id'),
      subject_kind: oneOf(THING_KINDS, 'kind of record'),
      subject_id: anyRef('subject_kind', 'the record'),
      ...pair('label', 'what it is'),
      value: maybeNumber('the number; empty where the figure is words'),
      ...pair('words', 'the figure in words'),
      unit: maybeText('unit code, named in district.json'),
      qualifier: maybeOneOf(QUALIFIERS, 'how the publisher bounded it'),
      period: maybePeriod('what it is for'),
      source: ref('source', 'where it was read'),
      confidence: oneOf(CONFIDENCES, 'how sure it is'),
      ...note(),
    },
  }),
  outcome: table({
    name: 'outcome',
    file: 'results/outcomes.csv',
    key: ['id'],
    about: 'something that happened, with its date and source: states are computed from these',
    fields: {
      id: id<'outcome'>('stable id'),
      subject_kind: oneOf(['commitment', 'project', 'event'], 'kind of record it happened to'),
      subject_id: anyRef('subject_kind', 'the record'),
      what: oneOf(OUTCOME_KINDS, 'what happened'),
      dates: period('when it happened'),
      known_from: maybeDay('the day it was first known, where later than it happened'),
      value: maybeNumber('a measured number, where there is one'),
      unit: maybeText('its unit code'),
      new_due_on: maybeDay('rescheduled: the new due day'),
      source: maybeRef('source', 'where it was read'),
      confidence: oneOf(CONFIDENCES, 'how sure it is'),
      ...note(),
    },
  }),
} as const;

export type TableName = keyof typeof TABLES;
export type Row<T extends TableName> = RowOf<(typeof TABLES)[T]['fields']>;
/** Table names, each after the tables it points to. */
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** A row of any table, its columns not yet narrowed: what CSV, SQL and the journal hand over. */
export type AnyRow = Readonly<Record<string, unknown>> & { readonly rev: number };

/** The fields of a table, untyped, for code that serves all tables. */
export function fieldsOf(name: TableName): Fields {
  return TABLES[name].fields;
}

/** The key of a row within its table: the key columns joined by `|`. */
export function keyOf(name: TableName, row: Readonly<Record<string, unknown>>): string {
  return TABLES[name].key.map((column) => String(row[column])).join('|');
}
