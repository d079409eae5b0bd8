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
    escalate: '已过答复期，报上级',
    stale: '整期失报',
    window: '逾期未报',
    late: '已过期，仍在答复期内',
    due: '今天到期',
    near: '快到期',
    'due-not-known': '到期，结果不明',
    'overdue-matter': '督办或要提供的已逾期',
    'near-matter': '督办或要提供的快到期',
    ask: '请贵部门提供的',
    matter: '督办待办',
    gate: '材料齐了、可以过的关',
    change: '等着审批的变更',
    mention: '批注里提到的',
  },
  step: { 'signed-for': '待签收', reported: '待反馈', returned: '待核查', verified: '待核查', closed: '待办结' },
  subject: (district, count, day, isReportsAlone) => `【${district}】${count} 项${isReportsAlone ? '填报' : ''}提醒，${day}`,
  greeting: (name) => `${name}：`,
  lead: (count, hasReports) => `以下 ${count} 项需要看一看。${hasReports ? '填报没有变化的，按一下“没有变化”即可。' : ''}`,
  due: (day) => `到期日 ${day}`,
  late: (days) => `逾期 ${days} 个工作日`,
  more: (count) => `另有 ${count} 项，见“今日”。`,
  today: '打开“今日”',
  why: '这封信由西大门自动发出，因为您负责其中的事项，有人提到您，或您在统筹办公室。信里只有您有权看到的内容。',
  end: '不再接收提醒',
  change: '更改提醒设置',
  comma: '，',
  colon: '：',
};

const days = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`;
const EN: LetterWords = {
  notice: {
    escalate: 'Past the reply window, told to the superiors',
    stale: 'Stale: a whole period without a report',
    window: 'Overdue',
    late: 'Past its day, may still be answered',
    due: 'Due today',
    near: 'Due soon',
    'due-not-known': 'Due, outcome not known',
    'overdue-matter': 'Past its day: supervision, or what was asked for',
    'near-matter': 'Due soon: supervision, or what was asked for',
    ask: 'Asked of your department',
    matter: 'Supervision: the next step',
    gate: 'Gates that can be opened',
    change: 'Changes that wait for a decision',
    mention: 'Comments that mention you',
  },
  step: {
    'signed-for': 'to be signed for',
    reported: 'to be reported on',
    returned: 'to be verified',
    verified: 'to be verified',
    closed: 'to be closed',
  },
  subject: (district, count, day, isReportsAlone) =>
    `${district}: ${count} ${isReportsAlone ? (count === 1 ? 'report' : 'reports') : count === 1 ? 'thing' : 'things'} to look at, ${day}`,
  greeting: (name) => `${name},`,
  lead: (count, hasReports) =>
    `${count === 1 ? 'This needs' : `These ${count} need`} a look.${hasReports ? ' Where nothing changed, one press on “No change” is enough.' : ''}`,
  due: (day) => `due ${day}`,
  late: (count) => `${days(count)} late`,
  more: (count) => `and ${count} more, on Today.`,
  today: 'Open Today',
  why: 'Westgate sent this by itself, because you answer for some of it, someone mentioned you, or you are in the programme office. It holds what you may know and nothing beyond.',
  end: 'No more reminders',
  change: 'Change how you are reminded',
  comma: ', ',
  colon: ': ',
};

/** The words of letters in a language. */
export function letterWords(language: Language): LetterWords {
  return language === 'zh' ? ZH : EN;
}
