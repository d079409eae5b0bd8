import { id, integer, maybeDay, maybeGeometry, maybeRef, oneOf, pair, past, ref } from '../fields/fields.ts';
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
    about: {
      zh: '项目的组成部分，有各自的范围和阶段；项目的阶段由各组成部分得出',
      en: 'a part of a project with a shape and a stage of its own; the stage of the project follows from those of its parts',
    },
    of: ['project'],
    goesWith: ['project'],
    audience: 'record',
    written: 'form',
    form: { first: ['name', 'stage', 'stage_on', 'geometry', 'position'], without: ['project'] },
    based: [{ value: ['stage', 'stage_on'], basis: ['source'] }],
    fields: {
      id: id<'component'>('固定编号', 'stable id'),
      project: ref('project', '项目', 'the project'),
      position: integer('在项目各子项中的次序', 'its place among the components of the project'),
      ...pair('name', '名称', 'the name'),
      stage: oneOf(COMPONENT_STAGES, '所处阶段', 'how far it is'),
      stage_on: past(maybeDay('该阶段的起始日期', 'the day from which that holds')),
      source: maybeRef('source', '来源', 'where that was read'),
      ...note(),
      geometry: maybeGeometry('GeoJSON 几何，WGS 84', 'GeoJSON geometry, WGS 84'),
    },
  }),
} as const;
