import type { Language } from '@westgate/base';
import type { SupervisionStep } from '@westgate/domain';
import type { LetterTelling } from './letter-line.ts';

/** What letters say besides the names of records. */
export interface LetterWords {
  readonly notice: Readonly<Record<LetterTelling, string>>;
  readonly step: Readonly<Record<SupervisionStep, string>>;
  readonly subject: (district: string, count: number, day: string, isReportsAlone: boolean) => string;
  readonly greeting: (name: string) => string;
  readonly lead: (count: number, hasReports: boolean) => string;
  readonly due: (day: string) => string;
  readonly late: (days: number) => string;
  readonly more: (count: number) => string;
  readonly today: string;
  readonly why: string;
  readonly end: string;
  readonly change: string;
  readonly comma: string;
  readonly colon: string;
}

const ZH: LetterWords = {
  notice: {
    escalate: '已过宽限期，报上级',
    stale: '整期未报',
    window: '逾期未报',
    late: '已到期未报，仍在宽限期内',
    due: '今天到期',
    near: '快到期',
    'due-not-known': '到期，结果不明',
    'overdue-matter': '督办或报送材料已逾期',
    'near-matter': '督办或报送材料快到期',
    ask: '请贵单位报送的',
    matter: '督办待办',
    gate: '材料齐全、待通过的环节',
    change: '待审批的变更',
    mention: '批注里提到的',
  },
  step: { 'signed-for': '待签收', reported: '待反馈', returned: '待核查', verified: '待核查', closed: '待办结' },
  subject: (district, count, day, isReportsAlone) => `【${district}】${count} 项${isReportsAlone ? '填报' : ''}提醒，${day}`,
  greeting: (name) => `${name}：`,
  lead: (count, hasReports) => `以下 ${count} 项需要您关注。${hasReports ? '填报无变化的，请按“无变化”。' : ''}`,
  due: (day) => `完成时限 ${day}`,
  late: (days) => `逾期 ${days} 个工作日`,
  more: (count) => `另有 ${count} 项，见“今日待办”。`,
  today: '打开“今日待办”',
  why: '这封邮件由西大门自动发出，因为您负责其中的事项，有人提到您，或您在督查室。邮件里只有您有权看到的内容。',
  end: '不再接收提醒',
  change: '更改提醒设置',
  comma: '，',
  colon: '：',
};

const days = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`;
const EN: LetterWords = {
  notice: {
    escalate: 'Past the grace period, escalated',
    stale: 'Missed a full period: no update',
    window: 'Overdue',
    late: 'Overdue, in grace period',
    due: 'Due today',
    near: 'Due soon',
    'due-not-known': 'Due, outcome not known',
    'overdue-matter': 'Overdue: action items or requested documents',
    'near-matter': 'Due soon: action items or requested documents',
    ask: 'Requested from your department',
    matter: 'Action items: next step',
    gate: 'Gates awaiting decision',
    change: 'Changes awaiting approval',
    mention: 'Comments that mention you',
  },
  step: {
    'signed-for': 'to be acknowledged',
    reported: 'to be reported on',
    returned: 'to be verified',
    verified: 'to be verified',
    closed: 'to be closed',
  },
  subject: (district, count, day, isReportsAlone) =>
    `${district}: ${count} ${isReportsAlone ? (count === 1 ? 'update' : 'updates') : count === 1 ? 'item' : 'items'} for your attention, ${day}`,
  greeting: (name) => `${name},`,
  lead: (count, hasReports) =>
    `${count === 1 ? 'This item needs' : `These ${count} items need`} your attention.${hasReports ? ' Where nothing changed, press “No change”.' : ''}`,
  due: (day) => `due ${day}`,
  late: (count) => `${days(count)} late`,
  more: (count) => `and ${count} more, on Today.`,
  today: 'Open Today',
  why: 'Westgate sent this email automatically, because you own some of the items, someone mentioned you, or you are in the programme office. It contains only what you may see.',
  end: 'No more reminders',
  change: 'Edit reminder settings',
  comma: ', ',
  colon: ': ',
};

/** The words of letters in a language. */
export function letterWords(language: Language): LetterWords {
  return language === 'zh' ? ZH : EN;
}
