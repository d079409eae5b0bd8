import type { Json } from '@westgate/base';
import { day, integer, maybeJson, maybeText, past, ref, text } from '../fields/fields.ts';
import { byAction, label, table } from './table.ts';

/** What projects were read from in the open standard, kept as it came. */
export const OC4IDS_TABLES = {
  oc4ids_original: table({
    label: label('OC4IDS 原文', 'OC4IDS original', 'OC4IDS originals', '份'),
    file: 'programme/oc4ids-originals.csv',
    isRare: true,
    since: 28,
    key: ['project'],
    about: 'a project as an OC4IDS document said it, whole: what no column holds is given back as it came',
    of: ['project'],
    goesWith: ['project'],
    audience: 'record',
    forDistrict: ['file_name', 'head', 'document', 'rows'],
    written: byAction(
      '由导入 OC4IDS 产生（POST /api/v1/oc4ids/import），撤销那次操作即撤销',
      'an original comes with an import of OC4IDS (POST /api/v1/oc4ids/import), and goes by undoing that',
    ),
    isFact: true,
    fields: {
      project: ref('project', 'the project it became'),
      oc4ids_id: { ...text('its id in the document'), label: { zh: 'OC4IDS 编号', en: 'OC4IDS id' } },
      came: {
        ...text('which import of which document it came with; those of one document have the same'),
        label: { zh: '导入批次', en: 'Came with' },
      },
      position: { ...integer('its place among the projects of the document'), label: { zh: '次序', en: 'Order' } },
      came_on: { ...past(day('the day it came')), label: { zh: '导入日期', en: 'Came on' } },
      file_name: { ...maybeText('the file it was read from'), label: { zh: '文件名', en: 'File' } },
      head: {
        ...maybeJson<Json>('what the package says beside its projects; empty where the document is one project'),
        label: { zh: '数据包信息', en: 'Package' },
      },
      document: { ...maybeJson<Json>('the project as it was said'), label: { zh: '原文', en: 'Original' } },
      rows: {
        ...maybeJson<Readonly<Record<string, string>>>('which record each part became: JSON pointer to key'),
        label: { zh: '对应记录', en: 'Records' },
      },
    },
  }),
} as const;
