import { day, flag, id, json, list, maybeDay, maybePeriod, maybeRef, maybeWeb, oneOf, pair, text } from '../fields.ts';
import { type Axis, type Frame, type LevelNames, table, type UnitNames, visibility } from '../table.ts';
import { USUAL_SPAN } from '../usual-span.ts';
import { CONFIDENCES, SOURCE_KINDS } from '../vocabulary.ts';

/** The district itself, what was read, and who answers. */
export const DISTRICT_TABLES = {
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
      first_day: { ...day('the first day that a date of this district may name'), form: 'bound', standard: USUAL_SPAN.first },
      last_day: { ...day('the last day that a date of this district may name'), form: 'bound', standard: USUAL_SPAN.last },
      opens_on: maybeDay('the day as of which the district opens, e.g. the end of its plan year; empty: today'),
      levels: { ...json<LevelNames>('what the district calls the levels of its programme, where not as the screens do'), standard: {} },
      invented: flag('all of it is invented, for practice; every screen, paper and export says so'),
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
      url: maybeWeb('address; shown as a link unless the kind is reprint, recalled or estimate'),
      dated: maybePeriod('day or period of publication'),
      ...pair('attribution', 'what must be shown wherever the map shows what was taken from it, with its licence'),
      ...visibility(),
    },
  }),
  department: table({
    name: 'department',
    file: 'programme/departments.csv',
    key: ['id'],
    named: 'name',
    about: 'an organ that owns or supports work',
    based: [{ value: ['role_zh', 'role_en'], basis: ['confidence', 'source'] }],
    fields: {
      id: id<'department'>('short code'),
      ...pair('name', 'the name'),
      ...pair('role', 'what it answers for'),
      confidence: oneOf(CONFIDENCES, 'how sure the entry is'),
      source: maybeRef('source', 'where it was read'),
    },
  }),
} as const;
