import type { Geometry } from '@westgate/base';
import { id, integer, maybeDay, maybeJson, maybeRef, oneOf, pair, past, ref } from '../fields.ts';
import { note, table } from '../table.ts';
import { COMPONENT_STAGES } from '../vocabulary.ts';

/** The parts of a project, each with a shape and a stage of its own. */
export const COMPONENTS_TABLES = {
  component: table({
    name: 'component',
    file: 'programme/components.geojson',
    key: ['id'],
    named: 'name',
    about: 'a part of a project with a shape and a stage of its own; the stage of the project follows from those of its parts',
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
