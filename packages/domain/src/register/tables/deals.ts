import { between, day, id, maybeDay, maybeNumber, maybePeriod, maybeRef, maybeText, oneOf, pair, past, ref } from '../fields/fields.ts';
import { CONFIDENCES, DEAL_STEPS } from '../fields/vocabulary.ts';
import { label, note, table, visibilityWithin } from './table.ts';

/** More than any amount that is agreed on. */
const MOST = 1_000_000_000_000;

/** What was agreed on at an event, and what became of it. */
export const DEAL_TABLES = {
  deal: table({
    label: label('签约项目', 'deal', 'deals', '个'),
    file: 'results/deals.csv',
    isRare: true,
    since: 34,
    key: ['id'],
    named: 'name',
    about: {
      zh: '活动中达成的合作：合作各方、金额、产业、跟进单位和时限',
      en: 'what was agreed on at an event: between whom, for how much, in which industry, who follows it up by when',
    },
    of: ['event'],
    goesWith: ['event'],
    owner: 'owner',
    audience: 'own',
    written: 'form',
    right: 'update',
    address: 'deals',
    page: 'plain',
    icon: 'M3 8l4-3 3 2 3-2 4 3-2 6-5 3-5-3zM7 11l2 2M10 9l3 3',
    search: { name: 'name', parties: 'text', note: 'remark' },
    list: ['name', 'event', 'standing', 'amount', 'realised', 'unit', 'parties', 'industry', 'owner', 'follow_up_on'],
    order: 'event',
    form: {
      first: ['event', 'name', 'parties', 'amount', 'unit', 'amount_period', 'industry', 'owner', 'follow_up_on', 'source', 'confidence'],
    },
    based: [
      {
        value: ['amount', 'unit', 'amount_period'],
        basis: ['source', 'confidence', 'note_zh', 'note_en'],
        words: 'note',
      },
    ],
    fields: {
      id: id<'deal'>('固定编号', 'stable id'),
      event: ref('event', '达成该签约项目的活动', 'the event at which it was agreed on'),
      ...pair('name', '签约内容', 'what was agreed on'),
      ...pair('parties', '签约方', 'between whom'),
      amount: {
        ...between(0, MOST, maybeNumber('金额，以所填单位计；未知时为空', 'for how much, in the unit; empty where that is not known')),
        label: { zh: '签约金额', en: 'Amount agreed' },
      },
      unit: maybeText('金额的计量单位代码，名称见 district.json', 'unit code of its amounts, named in district.json'),
      amount_period: {
        ...maybePeriod('金额所属的年份', 'the year or years that the amount is of'),
        label: { zh: '金额年份', en: 'Year of amount' },
      },
      industry: maybeRef('industry', '所属产业', 'the industry it belongs to'),
      owner: {
        ...maybeRef('department', '跟进单位', 'the department that follows it up'),
        label: { zh: '跟踪单位', en: 'Followed up by' },
      },
      follow_up_on: {
        ...maybeDay('下次跟进的时限', 'the day by which what became of it is looked at next'),
        label: { zh: '跟踪日期', en: 'Follow up by' },
        none: { zh: '未定', en: 'not set' },
      },
      source: maybeRef('source', '来源', 'where it was read'),
      confidence: oneOf(CONFIDENCES, '可信度', 'how sure it is'),
      ...note(),
      ...visibilityWithin(),
    },
  }),
  deal_step: table({
    label: label('履约进展', 'deal step', 'deal steps', '条'),
    file: 'results/deal-steps.csv',
    isRare: true,
    since: 34,
    key: ['deal', 'on', 'what'],
    about: {
      zh: '合作的进展记录：已签约、推进中、已落地、未落地；合作的状态由此得出',
      en: 'what became of a deal on a day: signed, under way, realised, fallen through; its status follows from these',
    },
    of: ['deal'],
    goesWith: ['deal'],
    audience: 'record',
    written: 'form',
    right: 'update',
    isFact: true,
    form: { first: ['what', 'on', 'realised', 'source', 'confidence', 'note'], without: ['deal'] },
    based: [{ value: ['realised'], basis: ['source', 'confidence', 'note_zh', 'note_en'], words: 'note' }],
    fields: {
      deal: ref('deal', '签约项目', 'the deal'),
      what: {
        ...oneOf(DEAL_STEPS, '履约进展', 'what became of it'),
        label: { zh: '进展', en: 'Step' },
        names: {
          signed: { zh: '签约', en: 'signed' },
          'under-way': { zh: '履约中', en: 'under way' },
          realised: { zh: '已落地', en: 'realised' },
          'fallen-through': { zh: '已终止', en: 'fallen through' },
        },
      },
      on: { ...past(day('发生日期', 'the day it happened')), label: { zh: '发生日期', en: 'On' } },
      realised: {
        ...between(
          0,
          MOST,
          maybeNumber(
            '截至该日累计落实额，以该签约项目的单位计；未知时为空',
            'realised in all up to that day, in the unit of the deal; empty where that is not known',
          ),
        ),
        label: { zh: '累计落地金额', en: 'Realised in all' },
      },
      source: ref('source', '履约进展的来源', 'what shows it'),
      confidence: oneOf(CONFIDENCES, '可信度', 'how sure it is'),
      ...note(),
    },
  }),
} as const;
