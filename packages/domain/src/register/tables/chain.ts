import { between, day, emptyIs, id, maybeDay, maybeNumber, maybeRef, number, oneOf, pair, past, ref, text } from '../fields/fields.ts';
import { CONFIDENCES, DRIVER_STRENGTHS } from '../fields/vocabulary.ts';
import { label, note, table, visibilityWithin } from './table.ts';

/** More than any quantity that works make. */
const MOST = 1_000_000_000_000;

/** What projects make, how much of it was delivered by when, and which indicators that is meant to move. */
export const CHAIN_TABLES = {
  output: table({
    label: label('产出', 'output', 'outputs', '项'),
    file: 'results/outputs.csv',
    isRare: true,
    since: 34,
    key: ['id'],
    named: 'name',
    about: {
      zh: '项目的产出，按计划数量和交付数量计：改造住房、公园面积、停车位等',
      en: 'what a project makes, in a quantity that is planned and delivered: dwellings renewed, m² of park, parking spaces',
    },
    of: ['project'],
    goesWith: ['project'],
    audience: 'own',
    written: 'form',
    address: 'outputs',
    page: 'plain',
    icon: 'M4 7l6-3 6 3v6l-6 3-6-3zM4 7l6 3 6-3M10 10v6',
    search: { name: 'name', note: 'remark' },
    list: ['name', 'project', 'standing', 'planned', 'delivered', 'unit', 'due_on', 'delivered_on'],
    order: 'project',
    form: { first: ['project', 'name', 'planned', 'unit', 'due_on', 'source', 'confidence'] },
    based: [
      {
        value: ['planned', 'unit', 'due_on'],
        basis: ['source', 'confidence', 'note_zh', 'note_en'],
        words: 'note',
      },
    ],
    fields: {
      id: id<'output'>('固定编号', 'stable id'),
      project: { ...ref('project', '产生该产出的项目', 'the project that makes it'), label: { zh: '所属项目', en: 'Project' } },
      ...pair('name', '产出内容', 'what is made'),
      planned: {
        ...between(
          0,
          MOST,
          maybeNumber('计划数量，以所填单位计；未知时为空', 'how much of it is planned, in the unit; empty where that is not known'),
        ),
        label: { zh: '计划数量', en: 'Planned' },
      },
      unit: text('计量单位代码，名称见 district.json', 'unit code, named in district.json'),
      due_on: {
        ...maybeDay('全部交付的时限', 'the day by which all of it is to be delivered'),
        label: { zh: '计划交付日期', en: 'Planned delivery' },
      },
      source: maybeRef('source', '计划数量的来源', 'where the plan of it was read'),
      confidence: oneOf(CONFIDENCES, '可信度', 'how sure that is'),
      ...note(),
      ...visibilityWithin(),
    },
  }),
  delivery: table({
    label: label('交付记录', 'delivery record', 'delivery records', '条'),
    file: 'results/deliveries.csv',
    isRare: true,
    since: 34,
    key: ['output', 'on'],
    about: {
      zh: '产出截至某日的累计交付数量及依据',
      en: 'how much of an output was delivered in all up to a day, and what shows it',
    },
    of: ['output'],
    goesWith: ['output'],
    audience: 'record',
    written: 'form',
    right: 'update',
    isFact: true,
    form: { first: ['on', 'quantity', 'evidence', 'source', 'confidence'], without: ['output'] },
    based: [{ value: ['quantity'], basis: ['source', 'confidence', 'note_zh', 'note_en'], words: 'note' }],
    fields: {
      output: ref('output', '产出', 'the output'),
      on: { ...past(day('累计交付量的截止日期', 'the day up to which it is counted')), label: { zh: '数据日期', en: 'As of' } },
      quantity: {
        ...between(0, MOST, number('截至该日的累计交付量，以该产出的单位计', 'delivered in all up to that day, in the unit of the output')),
        label: { zh: '累计交付数量', en: 'Delivered in all' },
      },
      ...pair('evidence', '交付的佐证，如验收记录', 'what shows it, such as a record of acceptance'),
      source: ref('source', '来源', 'where it was read'),
      confidence: oneOf(CONFIDENCES, '可信度', 'how sure it is'),
      ...note(),
    },
  }),
  driver: table({
    label: label('推动关系', 'driver', 'drivers', '条'),
    file: 'results/drivers.csv',
    isRare: true,
    since: 34,
    key: ['id'],
    about: {
      zh: '项目或其产出对指标的带动作用：作用强弱、判断人、判断日期及依据',
      en: 'that a project, or an output of it, moves an indicator: how strongly, who judged that when, and on what it rests',
    },
    of: ['indicator', 'project', 'output'],
    goesWith: ['indicator', 'project', 'output'],
    audience: 'record',
    written: 'form',
    form: { first: ['indicator', 'project', 'output', 'strength', 'judged_by', 'judged_on', 'basis', 'source'], without: ['id'] },
    based: [{ value: ['strength'], basis: ['source', 'basis_zh', 'basis_en'], words: 'basis' }],
    fields: {
      id: id<'driver'>('固定编号', 'stable id'),
      indicator: ref('indicator', '被推动的指标', 'the indicator that is moved'),
      project: { ...ref('project', '推动该指标的项目', 'the project that moves it'), label: { zh: '推动项目', en: 'Project' } },
      output: emptyIs(
        maybeRef(
          'output',
          '推动该指标的项目产出；由整个项目推动时为空',
          'the output of that project that moves it; empty where the project does as a whole',
        ),
        {
          zh: '项目整体',
          en: 'the project as a whole',
        },
      ),
      strength: {
        ...oneOf(DRIVER_STRENGTHS, '经认定的推动强度', 'how strongly it moves the indicator, as it was judged'),
        label: { zh: '推动强度', en: 'Strength' },
        names: {
          strong: { zh: '强', en: 'strong' },
          medium: { zh: '中', en: 'medium' },
          weak: { zh: '弱', en: 'weak' },
        },
      },
      judged_by: { ...ref('department', '作出认定的单位', 'who judged it'), label: { zh: '认定单位', en: 'Judged by' } },
      judged_on: { ...past(day('认定日期', 'the day it was judged')), label: { zh: '认定日期', en: 'Judged on' } },
      ...pair('basis', '认定依据', 'on what the judgement rests'),
      source: maybeRef('source', '来源', 'where it was read'),
    },
  }),
} as const;
