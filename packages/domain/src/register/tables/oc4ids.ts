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
    about: {
      zh: '项目的 OC4IDS 原文，整份保存；没有对应栏目的内容导出时原样给出',
      en: 'a project as an OC4IDS document said it, whole: what no column holds is given back as it came',
    },
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
      project: ref('project', '该项目成为的项目', 'the project it became'),
      oc4ids_id: { ...text('文件中的编号', 'its id in the document'), label: { zh: 'OC4IDS 编号', en: 'OC4IDS id' } },
      came: {
        ...text('所属的文件导入；同一文件的各项目相同', 'which import of which document it came with; those of one document have the same'),
        label: { zh: '导入批次', en: 'Came with' },
      },
      position: { ...integer('在文件各项目中的次序', 'its place among the projects of the document'), label: { zh: '次序', en: 'Order' } },
      came_on: { ...past(day('导入日期', 'the day it came')), label: { zh: '导入日期', en: 'Came on' } },
      file_name: { ...maybeText('读取的文件名', 'the file it was read from'), label: { zh: '文件名', en: 'File' } },
      head: {
        ...maybeJson<Json>(
          '数据包在项目之外的内容；文件只含一个项目时为空',
          'what the package says beside its projects; empty where the document is one project',
        ),
        label: { zh: '数据包信息', en: 'Package' },
      },
      document: { ...maybeJson<Json>('文件所载的项目原样', 'the project as it was said'), label: { zh: '原文', en: 'Original' } },
      rows: {
        ...maybeJson<Readonly<Record<string, string>>>(
          '各部分成为的记录：由 JSON pointer 到编号',
          'which record each part became: JSON pointer to key',
        ),
        label: { zh: '对应记录', en: 'Records' },
      },
    },
  }),
} as const;
