import { day, emptyIs, maybeDay, maybeJson, maybeRef, maybeText, oneOf, text } from '../register/fields/fields.ts';
import type { MatterOrigin } from '../register/fields/vocabulary.ts';
import { TABLES } from '../register/tables.ts';
import { action, called, calledPair, columnsOf, subject } from './action.ts';

/** Of what something may have happened. */
const OUTCOME_SUBJECTS = ['commitment', 'project', 'event'] as const;
/** What may be decided of a question; what histories say of it is the same. */
const ANSWERED = { verb: 'answer-question', done: { zh: '决定了一句的去向', en: 'decided about a sentence' } } as const;

type Texts = { readonly zh: string | null; readonly en: string | null };
/** A month that a report freezes, with what people write of it. */
export type MonthFrozen = {
  readonly month: string;
  readonly narrative: { readonly overview: Texts; readonly problems: Texts; readonly next: Texts };
};

/** The period that a supervision circular is of, what it tells of, with what people write in it. */
export type CircularFrozen = {
  readonly from: string;
  readonly to: string;
  readonly words: Texts;
  readonly origins?: readonly MatterOrigin[];
};

/** What departments, and bodies outside the district, tell of their records; and what is made of that. */
export const REPORTING_ACTIONS = {
  'report-updates': action({
    on: null,
    path: 'updates',
    label: { zh: '填报进展', en: 'Submit update' },
    done: { zh: '填报了进展', en: 'submitted an update' },
    verb: 'report-update',
    about: {
      zh: '一次操作填报一条或多条记录：较上期无变化，或填报变化情况',
      en: 'Report on one or several records in one step: that nothing changed, or what did',
    },
    right: 'update',
    makes: 'status_update',
    fields: {},
    each: {
      as: 'updates',
      fields: columnsOf('status_update', 'id', 'reported_on', 'reporter', 'outside_zh', 'outside_en'),
    },
  }),
  'report-month': action({
    on: null,
    path: 'monthly',
    label: { zh: '填报月度进展', en: 'Submit monthly return' },
    done: { zh: '填报了月度进展', en: 'submitted a monthly return' },
    about: {
      zh: '一次操作填报一个或多个项目某月的月度进展；已填报的月份可重新填报',
      en: 'Report one month of one or several projects in one step; a month that was reported before is reported again',
    },
    right: 'update',
    errors: ['WG_NOT_FOUND'],
    fields: { month: called(text('月份，如 2024-12', 'the month, such as 2024-12'), '月份', 'Month') },
    each: {
      as: 'reports',
      fields: columnsOf('monthly_progress', 'month', 'reported_on', 'reporter'),
    },
  }),
  'record-outcome': action({
    on: null,
    path: 'outcomes',
    label: { zh: '登记结果', en: 'Record outcome' },
    done: { zh: '登记结果', en: 'recorded an outcome' },
    about: {
      zh: '登记结果，注明日期和来源',
      en: 'Record that something happened, with its date and source',
    },
    right: 'update',
    makes: 'outcome',
    errors: ['WG_STALE_RECORD'],
    fields: {
      ...subject(OUTCOME_SUBJECTS),
      ...columnsOf('outcome', 'id', 'subject_kind', 'subject_id', 'known_from', 'visibility'),
      what: called(TABLES.outcome.fields.what, '结果类型', 'Outcome'),
      new_due_on: called(TABLES.outcome.fields.new_due_on, '新的完成时限', 'New due date'),
    },
  }),
  'make-outside-link': action({
    on: null,
    path: 'outside-links',
    label: { zh: '请系统外单位填报', en: 'Request external update' },
    done: { zh: '请系统外单位填报', en: 'requested an update from an external organisation' },
    about: {
      zh: '生成填报链接：系统外单位无需账号，可在截止日期前填报一条记录',
      en: 'Make a link by which a body outside the district reports on a record, without an account, up to a day',
    },
    right: 'edit',
    makes: 'outside_link',
    // Behind the # of a screen a secret is never sent to a server.
    opens: '/outside#:secret',
    needs: 'body',
    errors: ['WG_NOT_FOUND'],
    fields: {
      ...subject(['commitment', 'project']),
      ...calledPair(
        'body',
        '凭链接填报的单位，至少填一种语言',
        'the body that reports by it, in one language at least',
        '填报单位',
        'Reporting organisation',
      ),
      expires_on: called(day('可使用的最后一日', 'the last day on which it can be used'), '链接有效至', 'Link valid until'),
    },
  }),
  'answer-question': action({
    on: 'text_question',
    path: 'answer',
    label: { zh: '决定', en: 'Decide' },
    done: {
      by: 'decision',
      variants: {
        follow: { label: { zh: '就是这一句', en: 'Same sentence' }, ...ANSWERED, takes: ['sentence'] },
        withdraw: { label: { zh: '留在文外', en: 'Keep outside text' }, ...ANSWERED, takes: [] },
        words: { label: { zh: '采用这些词', en: 'Use these words' }, ...ANSWERED, takes: ['zh', 'en'] },
      },
    },
    about: {
      zh: '对替换文本后留下的疑问作出决定',
      en: 'Decide what a replaced text left open',
    },
    right: 'edit-all',
    isPlaced: true,
    fields: {
      decision: called(
        oneOf(
          ['follow', 'withdraw', 'words'],
          'follow：由候选句或指定的句子接续；withdraw：连同所附记录留在文外，短语则移出；words：以此为准',
          'follow: it continues in the candidates, or in the sentence named; withdraw: it stays out of the text with what hangs on it, a phrase is removed; words: these are the words',
        ),
        '决定',
        'Decision',
      ),
      sentence: emptyIs(
        maybeRef('sentence', '接续的句子；不填：候选句', 'the sentence in which it continues; the candidates where none is named'),
        {
          zh: '候选句子',
          en: 'the candidates',
        },
      ),
      zh: called(
        maybeText('中文文字；两种语言都不填：采用建议的文字', 'the words in Chinese; those proposed where neither language is given'),
        '中文词句',
        'Words in Chinese',
      ),
      en: called(maybeText('英文文字', 'the words in English'), '英文词句', 'Words in English'),
    },
  }),
  'make-report': action({
    on: null,
    path: 'reports',
    label: { zh: '生成报告', en: 'Create report' },
    done: { zh: '生成了报告', en: 'created a report' },
    about: {
      zh: '生成下一期编号报告：将本区截至某日的情况定稿',
      en: 'Make the next numbered report: it holds fast what the district says now of a day',
    },
    right: 'report',
    makes: 'report',
    fields: {
      ...calledPair('title', '标题，至少填一种语言', 'its title, in one language at least', '标题', 'Title'),
      as_of: called(
        maybeDay('状态的截止日期；不填：本区今日', 'the day states are computed for; today in the district where none is given'),
        '数据截至',
        'Data as of',
      ),
      plan: called(
        emptyIs(maybeRef('document', '只含该计划；不填：全区', 'of this plan alone; of the whole district where none is named'), {
          zh: '全区',
          en: 'the whole district',
        }),
        '计划',
        'Plan',
      ),
      monthly: maybeJson<MonthFrozen>(
        '定稿的月份及人员所写的内容；不填：承诺报告',
        'the month it freezes, with what people write of it; a report on the promises where none is given',
      ),
      circular: maybeJson<CircularFrozen>(
        '按时办结率排名并点名逾期事项的期间',
        'the period of which it ranks the departments by what they closed on time, and names what is overdue',
      ),
    },
  }),
};
