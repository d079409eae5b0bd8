import type { Language } from '@westgate/base';
import {
  CIRCULAR_ORIGINS,
  type CircularContent,
  type CircularOverdue,
  inventedLabel,
  type MatterOrigin,
  percentOf,
  type Row,
} from '@westgate/domain';
import { type Fact, factSheet } from './about-sheets.ts';
import { type Block, numberedHeadings, type Paper } from './paper.ts';
import { heading, listed, paragraph, wordsWritten } from './paper-parts.ts';
import { labelled, type PaperSheet } from './paper-sheet.ts';
import { type SayIn, sayIn } from './say-in.ts';

/** A supervision circular as a paper: the ranking of departments as it was frozen, what is overdue by name, how it is counted. */
export function circularPaper(
  content: CircularContent,
  { number, as_of }: Row<'report'>,
  frame: Pick<Paper, 'title' | 'foot'>,
  language: Language,
): Paper {
  const say = sayIn(language);
  const period = periodSaid(content, say);
  const day = say.when(as_of);
  return {
    language,
    ...frame,
    subtitle: say.text(
      `（草稿，${period}，第 ${number} 号报告，数据截至 ${day}）`,
      `(Draft, ${period}, report no. ${number}, as of ${day})`,
    ),
    blocks: [...opening(content, say), ...wordsWritten(content.words, say), ...lists(content, say)],
  };
}

/** What the paper of a circular will say before and after what people write in it, with the numbers of its headings. */
export function circularParts(
  content: CircularContent,
  language: Language,
): { readonly opening: readonly Block[]; readonly lists: readonly Block[] } {
  const say = sayIn(language);
  const first = opening(content, say);
  const blocks = numberedHeadings({ blocks: [...first, ...lists(content, say)], language });
  return { opening: blocks.slice(0, first.length), lists: blocks.slice(first.length) };
}

function opening(content: CircularContent, say: SayIn): readonly Block[] {
  return [heading(1, say.text('总体情况', 'Overview')), paragraph(overviewSaid(content, say))];
}

function lists(content: CircularContent, say: SayIn): readonly Block[] {
  return [
    heading(1, say.text('按期办结排名', 'Ranking by closing on time')),
    ranking(content, say),
    heading(1, say.text('逾期未办结事项', 'Overdue action items')),
    overdue(content, say),
    heading(1, say.text('统计口径', 'How it is counted')),
    paragraph(ruleSaid(content, say)),
  ];
}

/** A supervision circular as a workbook: the ranking, what is overdue, what they rest on. */
export function circularSheets(content: CircularContent, facts: readonly Fact[], language: Language): readonly PaperSheet[] {
  const say = sayIn(language);
  const own: readonly Fact[] = [
    [say.text('通报时段', 'Period'), periodSaid(content, say)],
    [say.text('统计口径', 'How it is counted'), ruleSaid(content, say)],
  ];
  const sheets: readonly PaperSheet[] = [
    {
      name: say.text('排名', 'Ranking'),
      head: rankingHead(say),
      widths: [8, 36, 10, 12, 12, 12, 14, 14],
      rows: content.units.map((unit) => [
        unit.rank ?? say.text('不排名', 'not ranked'),
        say.of(unit.department.name),
        unit.due,
        unit.onTime,
        unit.late,
        unit.waiting,
        unit.overdue,
        unit.share ?? say.unknown,
      ]),
    },
    {
      name: say.text('逾期事项', 'Overdue'),
      head: overdueHead(say),
      widths: [60, 14, 30, 14, 12, 40],
      rows: content.overdue.map((each) => [
        nameSaid(each, say),
        say.word('matter.origin', each.origin),
        say.of(each.lead.name),
        each.due,
        each.lateBy,
        escalatedSaid(each, say),
      ]),
    },
    factSheet([...own, ...facts], content, say),
  ];
  return labelled(sheets, inventedLabel(content.district.notice, language));
}

function periodSaid({ from, to }: CircularContent, say: SayIn): string {
  const [first, last] = [say.when(from), say.when(to)];
  return say.text(`${first}至${last}`, `${first} to ${last}`);
}

function overviewSaid({ sums, notYet, overdue }: CircularContent, say: SayIn): string {
  const [yetZh, yet] =
    notYet === 0
      ? ['', '']
      : [`另有 ${notYet} 件到期未满一个工作日，不计入。`, ` ${notYet} more are due and not a working day past it: not counted.`];
  const before = overdue.filter((each) => each.before).length;
  const [oldZh, old] =
    before === 0
      ? ['', '']
      : [`此前到期、至今未办结 ${before} 件，一并点名。`, ` ${before} that were due before the period are open still, and are named too.`];
  return say.text(
    `本时段应办结 ${sums.due} 件：按期办结 ${sums.onTime} 件，逾期办结 ${sums.late} 件，已反馈待办结 ${sums.waiting} 件，逾期未办结 ${sums.overdue} 件。${yetZh}${oldZh}`,
    `Due in the period: ${sums.due}. Closed on time ${sums.onTime}, closed late ${sums.late}, reported and not closed yet ${sums.waiting}, overdue ${sums.overdue}.${yet}${old}`,
  );
}

function rankingHead(say: SayIn): readonly string[] {
  return [
    say.text('名次', 'Rank'),
    say.text('单位', 'Department'),
    say.text('应办结', 'Due'),
    say.text('按期办结', 'Closed on time'),
    say.text('逾期办结', 'Closed late'),
    say.text('待办结', 'Reported'),
    say.text('逾期未办结', 'Overdue'),
    say.text('按期办结率', 'Share on time'),
  ];
}

function ranking({ units }: CircularContent, say: SayIn): Block {
  const [rank = '', department = '', due = '', onTime = '', late = '', waiting = '', overdue = '', share = ''] = rankingHead(say);
  return listed<CircularContent['units'][number]>(say, units, [
    [department, 30, (unit) => say.of(unit.department.name)],
    [rank, 10, (unit) => (unit.rank === null ? say.text('不排名', 'not ranked') : String(unit.rank))],
    [due, 10, (unit) => String(unit.due)],
    [onTime, 10, (unit) => String(unit.onTime)],
    [late, 10, (unit) => String(unit.late)],
    [waiting, 10, (unit) => String(unit.waiting)],
    [overdue, 10, (unit) => String(unit.overdue)],
    [share, 10, (unit) => (unit.share === null ? say.unknown : `${percentOf(unit.share)} %`)],
  ]);
}

function overdueHead(say: SayIn): readonly string[] {
  return [
    say.text('事项', 'Required action'),
    say.text('事项来源', 'Origin'),
    say.text('责任单位', 'Department'),
    say.text('完成时限', 'Due date'),
    say.text('逾期工作日', 'Working days late'),
    say.text('提级情况', 'Escalation'),
  ];
}

function overdue({ overdue: named }: CircularContent, say: SayIn): Block {
  const [action = '', origin = '', department = '', due = '', late = '', escalation = ''] = overdueHead(say);
  return listed<CircularOverdue>(say, named, [
    [action, 34, (each) => nameSaid(each, say)],
    [origin, 12, (each) => say.word('matter.origin', each.origin)],
    [department, 18, ({ lead }) => say.of(lead.name)],
    [due, 12, (each) => say.when(each.due)],
    [late, 8, ({ lateBy }) => String(lateBy)],
    [escalation, 16, (each) => escalatedSaid(each, say)],
  ]);
}

function nameSaid({ name, askedBy }: CircularOverdue, say: SayIn): string {
  if (askedBy === null) return say.of(name);
  return say.text(`${say.of(name)}（${say.of(askedBy.name)}提出）`, `${say.of(name)} (requested by ${say.of(askedBy.name)})`);
}

function escalatedSaid({ escalated }: CircularOverdue, say: SayIn): string {
  if (escalated === null) return say.text('未提级', 'none');
  const to = say.of(escalated.to);
  return say.text(`${say.when(escalated.on)}提请${to}`, `to ${to}, ${say.when(escalated.on)}`);
}

function ruleSaid({ origins = CIRCULAR_ORIGINS }: CircularContent, say: SayIn): string {
  const told = origins.map((origin) => TOLD[origin] ?? ['', '']);
  const [zh, en] = [told.map(([each]) => each).join('、'), new Intl.ListFormat('en').format(told.map(([, each]) => each))];
  return say.text(
    `统计时段内到期的${zh}，按办理步骤推算，不由人填写。按期办结率＝按期办结÷（应办结－待办结）；是否按期以反馈日为准，按工作日计算。没有到期事项的单位不排名；环节材料没有办结日，不计入。`,
    `Counted are ${en} that were due in the period, from the steps taken with them; nothing is entered. Share on time = closed on time ÷ (due − reported and not closed yet); the day of the report tells whether it was in time, in working days. A department of which nothing was due is not ranked; gate documents have no day of closing and are not counted.`,
  );
}

/** What a circular tells of, as its rule names it. */
const TOLD: Readonly<Partial<Record<MatterOrigin, readonly [zh: string, en: string]>>> = {
  instruction: ['督办立项', 'action items'],
  decision: ['会议议定事项', 'decisions of meetings'],
  request: ['协调事项', 'requests'],
};
