import type { Geometry } from '@westgate/base';
import { flag, id, json, maybeInteger, maybeJson, maybeNumber, maybeOneOf, maybeRef, maybeText, oneOf, pair } from '../fields.ts';
import { noPlace, note, table, tags, visibility } from '../table.ts';
import { CONFIDENCES, FEATURE_LAYERS, LAND_TITLES, PLACE_KINDS, POSITIONS } from '../vocabulary.ts';

/** What stands where, and what the map shows around it. */
export const PLACES_TABLES = {
  place: table({
    name: 'place',
    file: 'places/places.geojson',
    key: ['id'],
    named: 'name',
    about: 'a thing with a position; a site is a place that can be renewed',
    based: [
      {
        value: ['position', 'geometry'],
        basis: ['confidence', 'position_basis_zh', 'position_basis_en', 'source', 'source_ref'],
        words: 'position_basis',
      },
      { value: ['land_title'], basis: ['land_title_note_zh', 'land_title_note_en'], words: 'land_title_note' },
    ],
    fields: {
      id: id<'place'>('stable id'),
      ...pair('name', 'the name'),
      kind: oneOf(PLACE_KINDS, 'what it is'),
      is_site: flag('it can be renewed'),
      position: oneOf(POSITIONS, 'what is known of where it lies'),
      confidence: maybeOneOf(CONFIDENCES, 'how sure the position is'),
      ...pair('position_basis', 'how the position was found'),
      source: maybeRef('source', 'the source the position was taken from'),
      source_ref: maybeText('its number at that source, such as way/25999323'),
      ...noPlace(),
      land_title: maybeOneOf(LAND_TITLES, 'who holds the land'),
      ...pair('land_title_note', 'what is known of the title'),
      tags: tags(),
      ...note(),
      geometry: maybeJson<Geometry>('GeoJSON geometry, WGS 84'),
      ...visibility(),
    },
  }),
  feature: table({
    name: 'feature',
    file: 'places/features.geojson',
    key: ['id'],
    about: 'a drawn line or area: the outline of a place, or the base map',
    based: [{ value: ['geometry'], basis: ['basis_zh', 'basis_en', 'source'], words: 'basis' }],
    fields: {
      id: id<'feature'>('stable id'),
      layer: oneOf(FEATURE_LAYERS, 'what it draws'),
      place: maybeRef('place', 'the place it outlines'),
      ...pair('name', 'the label'),
      rank: maybeInteger('1 = most important, for drawing'),
      height_m: maybeNumber('height of a contour, metres'),
      illustrative: flag('drawn by hand, not surveyed'),
      ...pair('basis', 'what it was drawn from'),
      source: maybeRef('source', 'the source it was taken from; with an attribution, its features lie in places/<source>.geojson'),
      geometry: json<Geometry>('GeoJSON geometry, WGS 84'),
    },
  }),
} as const;
