import { dayOf, never } from '@westgate/base';
import { countExceptions, EXCEPTIONS, type ExceptionWhy, lapseSaid, type ReportAttention, type ReportContent } from '@westgate/domain';
import { plansSaid } from './about-sheets.ts';
import type { Block } from './paper.ts';
import { heading, kindSaid, large, ownerAndDueHeads, paragraph } from './paper-parts.ts';
import type { PaperSheet } from './paper-sheet.ts';
import type { SayIn } from './say-in.ts';

/** Reasons that papers list with the gaps, where what is said of each stands beside it. */
const AMONG_GAPS: readonly string[] = ['no-owner', 'no-due-date'];

/** What needed attention on the day: how many for each reason, then every record by reason, the gravest first. */
export function attentionBlocks(content: ReportContent, asOf: string, say: SayIn): readonly Block[] {
  const { records, events, matters } = attentionOfReport(content, asOf);
  return [
    ...attentionNotes(content, asOf, say).map(paragraph),
    ...EXCEPTIONS.filter((why) => !AMONG_GAPS.includes(why)).flatMap((why): readonly Block[] => {
      const own = records.filter((record) => record.why.includes(why));
      return listed(
        say.word('why', why),
        own.map((record) => recordRow(record, why, say)),
        ['Commitment or project', '承诺或项目'],
        say,
      );
    }),
    ...listed(
      say.text('已过日期、是否举办不明的活动', 'events past their date, not known whether held'),
      events.map(({ name, on }) => [
        say.of(name),
        say.unknown,
        say.when(on),
        say.text('没有来源说明是否举办', 'no source says whether it was held'),
      ]),
      ['Event', '活动'],
      say,
    ),
    ...listed(
      mattersSaid(say),
      matters.map(({ name, lead, due, reopened }) => [
        say.of(name),
        say.of(lead.name),
        say.when(due),
        reopened ? say.text('恢复在办', 're-opened') : say.text('到期未办结', 'not closed by its date'),
      ]),
      ['Action item', '督办事项'],
      say,
    ),
  ];
}

/** What a paper and a workbook say of attention before they list it: how much of what, then what the change of a year left open. */
function attentionNotes(content: ReportContent, asOf: string, say: SayIn): readonly string[] {
  const attention = attentionOfReport(content, asOf);
  const { commitments, projects } = content.coverage;
  const looked: Looked = content.attention
    ? { at: 'everything', commitments: commitments.total, projects: projects.total }
    : { at: 'commitments', commitments: commitments.total };
  return [attentionSaid(attention, { of: content, on: asOf, looked }, say), ...warningsSaid(attention, say)];
}

/** How much was looked at: a paper that did not look at all there is says so. */
type Looked =
  | { readonly at: 'everything'; readonly commitments: number; readonly projects: number }
  | { readonly at: 'commitments'; readonly commitments: number }
  | { readonly at: 'projects'; readonly projects: number };

/** What a sentence on attention speaks of: the plans, the day, and how much was looked at. */
interface Spoken {
  readonly of: Pick<ReportContent, 'district'> & Partial<Pick<ReportContent, 'plans'>>;
  readonly on: string;
  readonly looked: Looked;
}

/** That nothing needs attention, of how much that was looked at; that nothing was there to be looked at is no all-clear. */
function nothingSaid(looked: Looked, say: SayIn): string {
  const commitments = (count: number): string => say.text(`${count} 项承诺`, `${count} ${count === 1 ? 'commitment' : 'commitments'}`);
  const projects = (count: number): string => say.text(`${count} 个项目`, `${count} ${count === 1 ? 'project' : 'projects'}`);
  switch (looked.at) {
    case 'everything': {
      const among = `${commitments(looked.commitments)}${say.text('、', ' and ')}${projects(looked.projects)}`;
      return looked.commitments + looked.projects === 0
        ? say.text(
            '没有承诺和项目，也没有其他需要关注的事项。',
            'there are no commitments and no projects, and nothing else needs attention.',
          )
        : say.text(
            `在${among}以及活动、督办事项中，没有需要关注的。`,
            `nothing needs attention among ${among}, the events and the action items.`,
          );
    }
    case 'commitments':
      return looked.commitments === 0
        ? say.text(
            '没有承诺（未统计项目、活动和督办事项）。',
            'there are no commitments; projects, events and action items were not looked at.',
          )
        : say.text(
            `在${commitments(looked.commitments)}中，没有需要关注的（未统计项目、活动和督办事项）。`,
            `nothing needs attention among ${commitments(looked.commitments)}; projects, events and action items were not looked at.`,
          );
    case 'projects':
      return looked.projects === 0
        ? say.text('没有项目。', 'there are no projects.')
        : say.text(
            `在所列 ${looked.projects} 个项目中，没有需要关注的。`,
            `nothing needs attention among the ${projects(looked.projects)} listed.`,
          );
    default:
      return never(looked);
  }
}

/** Of what and of which day a sentence speaks. */
function spokenOf({ of: { district, plans }, on }: Spoken, say: SayIn): string {
  const name = plansSaid(plans ? { plans } : {}, say) || say.of(district.name);
  return say.text(`${name}，截至${say.when(on)}：`, `${name}, as of ${say.when(on)}: `);
}

/** What is counted, in Chinese with its measure word, in English one and many. */
const COUNTED: Readonly<Record<Looked['at'], readonly [zh: string, measure: string, one: string, many: string]>> = {
  everything: ['事项', '项', 'record needs', 'records need'],
  commitments: ['承诺', '项', 'commitment needs', 'commitments need'],
  projects: ['项目', '个', 'project needs', 'projects need'],
};

/**
 * How much of what was looked at needs attention, of which plans and day, and how many have each reason: what is due with its outcome not known
 * first. While there is any, none is said to be late but so many as are known to be.
 */
export function attentionSaid(
  {
    records,
    events = [],
    matters = [],
  }: { readonly records: readonly { readonly why: readonly string[] }[] } & Partial<Pick<ReportAttention, 'events' | 'matters'>>,
  spoken: Spoken,
  say: SayIn,
): string {
  const counts = countExceptions(records);
  const isPartly = counts['due-not-known'] > 0;
  const told = [
    ...EXCEPTIONS.filter((why) => counts[why] > 0 || (why === 'late' && isPartly)).map((why): readonly [string, number] => [
      why === 'late' && isPartly ? say.text('已知逾期', 'known late') : say.word('why', why),
      counts[why],
    ]),
    ...(events.length > 0 ? [[say.text('是否举办不明的活动', 'events not known whether held'), events.length] as const] : []),
    ...(matters.length > 0 ? [[mattersSaid(say), matters.length] as const] : []),
  ];
  const of = spokenOf(spoken, say);
  if (told.length === 0) return `${of}${nothingSaid(spoken.looked, say)}`;
  const all = records.length + events.length + matters.length;
  const [zh, measure, one, many] = COUNTED[spoken.looked.at];
  const list = told.map(([name, count]) => say.text(`${name} ${count} ${measure}`, `${name} ${count}`)).join(say.text('，', ', '));
  return of + say.text(`需要关注的${zh} ${all} ${measure}：${list}。`, `${all} ${all === 1 ? one : many} attention: ${list}.`);
}

function mattersSaid(say: SayIn): string {
  return say.text('逾期或恢复在办的督办事项', 'action items past their date or re-opened');
}

/** What the change of a year left open, a sentence each. */
function warningsSaid({ warnings: { plansOver, targetsOver, yearsWithoutHolidays } }: ReportAttention, say: SayIn): readonly string[] {
  return [
    ...plansOver.map(({ name, on }) =>
      say.text(
        `《${say.of(name)}》已于${say.when(on)}结束，其后没有新计划：所列完成时限、目标和状态都是这一计划期的。`,
        `“${say.of(name)}” ended on ${say.when(on)} and no plan follows: due dates, targets and states are of that period.`,
      ),
    ),
    ...(targetsOver > 0
      ? [
          say.text(
            `${targetsOver} 项指标的目标期已过，其后没有目标。`,
            `The period of the last target of ${targetsOver} ${targetsOver === 1 ? 'indicator is' : 'indicators is'} over, and no target follows.`,
          ),
        ]
      : []),
    ...(yearsWithoutHolidays.length > 0
      ? [
          say.text(
            `没有${yearsWithoutHolidays.join('、')}年的放假调休安排：这些年的工作日只按周一至周五计算。`,
            `No notice of holidays is held for ${yearsWithoutHolidays.join(', ')}: working days of these years are Monday to Friday alone.`,
          ),
        ]
      : []),
  ];
}

/** Reasons in words. */
export function whysSaid(why: readonly string[], say: SayIn): string {
  return why.map((each) => say.word('why', each)).join(say.text('；', '; '));
}

/** The same as a sheet of a workbook, a row each: first what the paper says before its lists. */
export function attentionSheet(content: ReportContent, asOf: string, say: SayIn): PaperSheet {
  const { records, events, matters } = attentionOfReport(content, asOf);
  return {
    name: say.text('需要关注', 'Needs attention'),
    head: [
      say.text('编号', 'Id'),
      say.text('类别', 'Kind'),
      say.text('名称', 'Name'),
      say.text('原因', 'Why'),
      ...ownerAndDueHeads(say),
      say.text('依据', 'Because'),
    ],
    widths: [16, 12, 44, 30, 26, 14, 60],
    rows: [
      ...attentionNotes(content, asOf, say).map((note) => [null, say.text('说明', 'note'), note, null, null, null, null]),
      ...records.map((record) => [
        record.id,
        kindSaid(record.kind, say),
        say.of(record.name),
        whysSaid(record.why, say),
        record.owner ? say.of(record.owner.name) : say.unknown,
        record.due ?? say.unknown,
        becauseOf(record, say),
      ]),
      ...events.map(({ id, name, on }) => [
        id,
        kindSaid('event', say),
        say.of(name),
        whysSaid(['due-not-known'], say),
        say.unknown,
        on,
        null,
      ]),
      ...matters.map(({ id, name, lead, due, reopened }) => [
        id,
        kindSaid('supervision', say),
        say.of(name),
        reopened ? say.text('恢复在办', 're-opened') : say.word('light', 'overdue'),
        say.of(lead.name),
        due,
        null,
      ]),
    ],
  };
}

/** What a report froze of it; of an older one what its states tell: late, put off, and past the due date with nothing known. */
function attentionOfReport({ attention, commitments }: ReportContent, asOf: string): ReportAttention {
  if (attention) return attention;
  const whyOf = ({ name, due }: (typeof commitments)[number]['state']): readonly ExceptionWhy[] => {
    if (name === 'late' || name === 'slipped') return [name];
    return name !== 'done' && due !== null && due < asOf ? ['due-not-known'] : [];
  };
  const records = commitments.flatMap((commitment) => {
    const { id, title, owner, state } = commitment;
    const why = [...whyOf(state), ...(owner ? [] : ['no-owner']), ...(commitment.due ? [] : ['no-due-date'])];
    return why.length === 0
      ? []
      : [{ kind: 'commitment' as const, id, name: title, why, owner, due: state.due, lapses: [], reason: state.reason }];
  });
  return { records, events: [], matters: [], warnings: { plansOver: [], targetsOver: 0, yearsWithoutHolidays: [] } };
}

type Row = readonly [string, string, string, string];

function listed(title: string, rows: readonly Row[], [en, zh]: readonly [string, string], say: SayIn): readonly Block[] {
  if (rows.length === 0) return [];
  return [
    heading(2, large(title)),
    {
      kind: 'records',
      head: [say.text(zh, en), ...ownerAndDueHeads(say), say.text('依据', 'Because')],
      shares: [30, 16, 14, 40],
      rows,
    },
  ];
}

function recordRow(record: ReportAttention['records'][number], why: ExceptionWhy, say: SayIn): Row {
  const { name, owner, due, lapses } = record;
  const [first] = why === 'due-not-known' ? lapses : [];
  const day = first?.on ?? due;
  return [say.of(name), owner ? say.of(owner.name) : say.unknown, day === null ? say.unknown : say.when(day), becauseOf(record, say)];
}

/** The reason of its state, and the milestones that passed without word. */
function becauseOf({ reason, lapses }: ReportAttention['records'][number], say: SayIn): string {
  const milestones = lapses.flatMap(({ milestone, on }) => (milestone ? [say.of(lapseSaid(milestone, dayOf(on)))] : []));
  return [say.of(reason), ...milestones].join(say.text('；', '; '));
}
