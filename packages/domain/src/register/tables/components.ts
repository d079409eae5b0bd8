import type { Geometry } from '@westgate/base';
import { id, integer, maybeDay, maybeJson, maybeRef, oneOf, pair, past, ref } from '../fields/fields.ts';
import { COMPONENT_STAGES } from '../fields/vocabulary.ts';
import { label, note, table } from './table.ts';

/** The parts of a project, each with a shape and a stage of its own. */
export const COMPONENTS_TABLES = {
  component: table({
    label: label('组成部分', 'component', 'components', '个'),
    file: 'programme/components.geojson',
    since: 9,
    key: ['id'],
    named: 'name',
    about: 'a part of a project with a shape and a stage of its own; the stage of the project follows from those of its parts',
    of: ['project'],
    goesWith: ['project'],
    audience: 'record',
    written: 'form',
    form: { first: ['name', 'stage', 'stage_on', 'geometry', 'position'], without: ['project'] },
    based: [{ value: ['stage', 'stage_on'], basis: ['source'] }],
    fields: {
      id: id<'component'>('stable id'),
      project: ref('project', 'the project'),
      position: integer('its place among the components of the project'),
      ...pair('name', 'the name'),
      stage: oneOf(COMPONENT_STAGES, 'how far it is'),
      stage_on: past(maybeDay('the day from which that holds')),
      source: maybeRef('source', 'where that was read'),
      ...note(),
      geometry: maybeJson<Geometry>('GeoJSON geometry, WGS 84'),
    },
  }),
} as const;
