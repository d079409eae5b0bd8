import * as axisSchema from '../schemas/axes.ts';
import { asOfQuery, scopeQuery } from '../schemas/common.ts';
import * as districtSchema from '../schemas/district.ts';
import * as editSchema from '../schemas/edits.ts';
import * as gatheringSchema from '../schemas/gathering.ts';
import * as leaderSchema from '../schemas/leader.ts';
import * as mapSchema from '../schemas/map.ts';
import * as publicationSchema from '../schemas/publication.ts';
import * as reviseSchema from '../schemas/revise.ts';
import { type Descriptions, fileOf, idempotencyKey } from './told.ts';

const MB = 1024 * 1024;

/** The district as a whole, its beginning, and its map. */
export const district = {
  district: {
    summary: 'The district: names, frame, axes, plans, units',
    query: asOfQuery,
    answer: districtSchema.district,
    errors: ['WG_NO_DISTRICT'],
  },
  'change-district': {
    summary: 'Give fields of the district itself other values: name, frame, languages, axes, units, notice',
    body: reviseSchema.revision('district'),
    answer: districtSchema.receipt,
    errors: ['WG_NO_DISTRICT'],
    isOfRev: true,
  },
  span: {
    summary: 'The first and last day that evidence, due dates and events name: the ends of the time axis',
    tag: 'district',
    answer: districtSchema.span,
    errors: ['WG_NO_DISTRICT'],
  },
  coverage: {
    summary: 'How much of the plan is held fast, and the first gaps of each name with their reasons',
    tag: 'district',
    query: scopeQuery,
    answer: districtSchema.coverage,
  },
  'held-faults': {
    summary:
      'Held values that would be refused today, such as a day outside the span of the district, of all records or of one: shown, and not counted',
    tag: 'district',
    query: districtSchema.heldFaultQuery,
    answer: districtSchema.heldFaults,
    errors: ['WG_NOT_FOUND'],
  },
  gaps: {
    summary: 'What is missing, by the name of the gap, page by page',
    tag: 'district',
    query: districtSchema.gapQuery,
    answer: districtSchema.gapPage,
  },
  search: {
    summary: 'Records by their words, by pinyin or its first letters, or but for a slip, best first',
    tag: 'district',
    query: districtSchema.searchQuery,
    answer: districtSchema.searchResult,
  },
  axis: {
    summary:
      'The commitments under each value of a plan axis with their projects, what is past its due date first; which values no project joins',
    tag: 'district',
    query: axisSchema.axisQuery,
    answer: axisSchema.axisTree,
  },
  gathering: {
    summary: 'Everything under a value of a plan axis: commitments, projects, places, events, parks, industries, indicators, money',
    tag: 'district',
    query: axisSchema.axisQuery,
    answer: gatheringSchema.gathering,
  },
  'place-gathering': {
    summary: 'Everything in a place and its members, with what adds up over the members and of how many it is known',
    tag: 'district',
    query: axisSchema.axisQuery,
    answer: gatheringSchema.gathering,
  },
  'leader-page': {
    summary: 'The district on one sheet: aims, headline indicators, the gravest exceptions with their cause, money, decisions needed',
    tag: 'district',
    query: axisSchema.axisQuery,
    answer: leaderSchema.leaderPage,
  },
  'district-export': {
    summary: 'The district as the files of a district folder, a named download',
    answer: districtSchema.exportAnswer,
    errors: ['WG_NO_DISTRICT'],
  },
  publication: {
    summary: 'Everything that is public, as one named download: what `westgate publish` writes as pages',
    tag: 'district',
    query: asOfQuery,
    answer: publicationSchema.publication,
    errors: ['WG_NO_DISTRICT'],
  },
  'import-district': {
    summary: 'Make the district what the files of a folder say, as one deed; with dryRun only tell what would change',
    body: districtSchema.importRequest,
    answer: districtSchema.importReport,
    errors: ['WG_FOLDER_INVALID', 'WG_BODY_TOO_LARGE', 'WG_MEDIA_REFUSED', 'WG_READ_ONLY', 'WG_TOO_HARD'],
    headers: idempotencyKey,
    consumes: ['application/json', 'multipart/form-data'],
    bodyLimit: 32 * MB,
  },
  'district-standing': {
    summary: 'What is held, also where there is no district, and the districts that could be loaded',
    answer: editSchema.standing,
  },
  'start-district': {
    summary: 'Begin a district with nothing in it; what was held goes, and comes back when that deed is undone',
    body: editSchema.startRequest,
    answer: districtSchema.receipt,
    bodyLimit: 8 * MB,
  },
  'clear-district': {
    summary: 'Take everything out, the district itself as well; it comes back when that deed is undone',
    body: editSchema.clearRequest,
    answer: districtSchema.receipt,
    errors: ['WG_NO_DISTRICT'],
  },
  'load-example': {
    summary: 'Load a district that came with Westgate, the example or the practice district, in place of what is held, as one deed',
    body: editSchema.exampleRequest,
    answer: districtSchema.importReport,
    errors: ['WG_NOT_FOUND', 'WG_FOLDER_INVALID'],
  },
  'map-sheet': {
    summary: 'The frame of the map: what it opens on, its letters, the versions of its tiles',
    query: scopeQuery,
    answer: mapSchema.mapSheet,
  },
  'map-counts': {
    summary: 'How many places pass the filter in a box, by aim, stage and kind',
    query: mapSchema.mapCountsQuery,
    answer: mapSchema.mapCounts,
  },
  'map-marks': {
    summary: 'Places by id, or those that a sentence, commitment or project lights up, with their positions',
    query: mapSchema.mapMarksQuery,
    answer: mapSchema.mapMarks,
  },
  'map-shapes': {
    summary: 'Positions and outlines of one place or of all in a box, to be edited or snapped to',
    query: mapSchema.mapShapesQuery,
    answer: mapSchema.mapShapes,
    errors: ['WG_NOT_FOUND'],
  },
  'map-tile': {
    summary: 'A vector tile (MVT 2, packed with gzip) of the places that pass the filter, or of the drawn base',
    query: mapSchema.tileQuery,
    answer: fileOf('application/vnd.mapbox-vector-tile', mapSchema.tileBytes),
  },
} satisfies Partial<Descriptions>;
