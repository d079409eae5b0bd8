import type { Language } from '@westgate/base';
import {
  type MonthlyContent,
  type MonthlyContentGroup,
  type MonthlyContentRow,
  moneyText,
  monthDay,
  type NarrativeSection,
  percentOf,
  type Row,
} from '@westgate/domain';
import { plansSaid } from './about-sheets.ts';
import { attentionSaid, whysSaid } from './attention-blocks.ts';
import { problemSaid, sumSaid } from './monthly-sheets.ts';
import type { Block, Paper } from './paper.ts';
import { heading, paragraph, recordsOr, wordsWritten } from './paper-parts.ts';
import { type SayIn, sayIn } from './say-in.ts';

/** What of a report a paper of it says besides its content. */
type Frame = Pick<Paper, 'title' | 'subtitle' | 'foot'> & { readonly asOf: Row<'report'>['as_of'] };

/** A monthly report as a paper: figures as they were frozen, then what people wrote, then every project. */
export function monthlyPaper(content: MonthlyContent, { asOf, ...frame }: Frame, language: Language): Paper {
  const say = sayIn(language);
  return {
    language,
    ...frame,
    blocks: [
      heading(1, say.text('总体情况', 'Overview')),
      ...figures(content, say),
      ...written(content, 'overview', say),
      heading(1, say.text('各项目进展', 'Project by project')),
      ...content.groups.flatMap((group) => groupBlocks(group, say)),
      heading(1, say.text('存在问题和需协调事项', 'Problems and decisions needed')),
      ...written(content, 'problems', say),
      problems(content, say),
      heading(1, say.text('需要关注的项目', 'Projects that need attention')),
      ...attention(content, asOf, say),
      heading(1, say.text('未报项目', 'Not reported')),
      missing(content, say),
      heading(1, say.text('下月安排', 'Next month')),
      ...written(content, 'next', say),
      heading(1, say.text('来源与说明', 'Sources and notes')),
      ...sources(content, say),
    ],
  };
}

/** The title that papers show under a report: of which month, number and day. */
export function monthlySubtitle({ month }: MonthlyContent, { number, as_of }: Row<'report'>, say: SayIn): string {
  const [of, day] = [say.when(month), say.when(as_of)];
  return say.text(`（草稿，${of}，第 ${number} 号报告，数据截至 ${day}）`, `(Draft, ${of}, report no. ${number}, as of ${day})`);
}

/** What people wrote of a section, a paragraph a line; nothing where they wrote nothing. */
function written({ narrative }: MonthlyContent, section: NarrativeSection, say: SayIn): readonly Block[] {
  const lines = wordsWritten(narrative[section], say);
  return lines.length > 0 || section === 'overview' ? lines : [paragraph(say.text('无。', 'None.'))];
}

function figures(content: MonthlyContent, say: SayIn): readonly Block[] {
  const { projects, missing: owed, finished = 0, sums } = content;
  const [doneZh, done] =
    finished === 0 ? ['', ''] : [`，此前已完成、不再填报 ${finished} 个`, `, ${finished} done before the month, owing none`];
  const plans = plansSaid(content, say);
  const of = plans === '' ? '' : say.text(`${plans}：`, `${plans}: `);
  return [
    paragraph(
      say.text(
        `${of}项目 ${projects} 个，已报 ${projects - owed - finished} 个，未报 ${owed} 个${doneZh}。`,
        `${of}${projects} projects, ${projects - owed - finished} reported, ${owed} not reported${done}.`,
      ),
    ),
    paragraph(
      say.text(
        `总投资 ${sumSaid(sums.total, say)}；本年计划投资 ${sumSaid(sums.plan, say)}；累计完成 ${sumSaid(sums.completed, say)}；本月完成 ${sumSaid(sums.month, say)}；本年完成 ${sumSaid(sums.year, say)}。`,
        `Total investment ${sumSaid(sums.total, say)}; year’s plan ${sumSaid(sums.plan, say)}; completed to date ${sumSaid(sums.completed, say)}; in the month ${sumSaid(sums.month, say)}; in the year ${sumSaid(sums.year, say)}.`,
      ),
    ),
  ];
}

function groupBlocks({ department, rows }: MonthlyContentGroup, say: SayIn): readonly Block[] {
  const name = department ? say.of(department.name) : say.text('无牵头单位', 'Without a lead department');
  const reported = rows.filter(({ reportedOn }) => reportedOn !== null);
  if (reported.length === 0) {
    const finished = rows.filter(({ isFinished }) => isFinished).length;
    const done =
      finished === 0
        ? say.text('。', '.')
        : say.text(`，其中 ${finished} 个此前已完成，不再填报。`, `; ${finished} of them done before the month, owing none.`);
    return [heading(2, name), paragraph(say.text(`${rows.length} 个项目均未报`, `None of its ${rows.length} projects reported`) + done)];
  }
  return [
    heading(2, name),
    {
      kind: 'records',
      head: [
        say.text('项目', 'Project'),
        say.text('总投资', 'Total'),
        say.text('年计划', 'Plan'),
        say.text('累计完成', 'To date'),
        say.text('本月完成', 'In the month'),
        say.text('完成年度计划比例', '% of annual plan'),
        say.text('形象进度', 'Physical progress'),
      ],
      shares: [24, 11, 11, 11, 11, 10, 22],
      rows: reported.map((row) => [
        say.of(row.project.name),
        money(row.total?.fen ?? null, say),
        money(row.plan?.fen ?? null, say),
        money(row.completedFen, say),
        money(row.monthFen, say),
        percent(row.shareOfPlan, say),
        onSite(row, say),
      ]),
    },
    paragraph(say.text('金额单位：万元。', 'Amounts in 10,000 yuan.')),
  ];
}

function problems({ groups }: MonthlyContent, say: SayIn): Block {
  const named = groups.flatMap(({ department, rows }) =>
    rows
      .filter(({ problem, level }) => problem.zh || problem.en || (level !== null && level !== 'none'))
      .map((row) => ({ department, row })),
  );
  return recordsOr(
    {
      kind: 'records',
      head: [
        say.text('项目', 'Project'),
        say.text('牵头单位', 'Lead'),
        say.text('问题', 'Problem'),
        say.text('需协调层级', 'Decision level'),
      ],
      shares: [26, 20, 38, 16],
      rows: named.map(({ department, row }) => [
        say.of(row.project.name),
        department ? say.of(department.name) : say.unknown,
        problemSaid(row, say),
        row.level === null ? say.unknown : say.word('level', row.level),
      ]),
    },
    say,
  );
}

/** What needed attention, by why; nothing of a report of before it was frozen. */
function attention(content: MonthlyContent, asOf: Frame['asOf'], say: SayIn): readonly Block[] {
  const rows = content.groups.flatMap(({ department, rows: own }) => own.map((row) => ({ department, row, why: row.why })));
  if (rows.some(({ why }) => why === undefined)) return [paragraph(say.text('这份报告没有记录。', 'This report did not record it.'))];
  const records = rows.flatMap(({ department, row, why = [] }) => (why.length === 0 ? [] : [{ department, row, why }]));
  const counted = paragraph(
    attentionSaid({ records }, { of: content, on: monthDay(content.month, asOf), looked: { at: 'projects', projects: rows.length } }, say),
  );
  if (records.length === 0) return [counted];
  return [
    counted,
    {
      kind: 'records',
      head: [say.text('项目', 'Project'), say.text('牵头单位', 'Lead'), say.text('原因', 'Why')],
      shares: [44, 26, 30],
      rows: records.map(({ department, row, why }) => [
        say.of(row.project.name),
        department ? say.of(department.name) : say.unknown,
        whysSaid(why, say),
      ]),
    },
  ];
}

function missing({ groups }: MonthlyContent, say: SayIn): Block {
  const owed = groups.flatMap(({ department, rows }) =>
    rows.filter(({ reportedOn, isFinished }) => reportedOn === null && !isFinished).map((row) => ({ department, row })),
  );
  return recordsOr(
    {
      kind: 'records',
      head: [say.text('项目', 'Project'), say.text('应报单位', 'Owed by'), say.text('上次报的月份', 'Last month reported')],
      shares: [50, 30, 20],
      rows: owed.map(({ department, row }) => [
        say.of(row.project.name),
        department ? say.of(department.name) : say.unknown,
        row.lastMonth === null ? say.text('未报过', 'never') : say.when(row.lastMonth),
      ]),
    },
    say,
  );
}

function sources({ sources: named }: MonthlyContent, say: SayIn): readonly Block[] {
  return [
    paragraph(
      say.text(
        '金额和进度是各牵头单位所报，总投资和年计划读自下列来源；未报、无来源的写“未知”，合计只加已知的数。',
        'Amounts and progress are what the departments in the lead reported; totals and plans were read in these sources. What was not reported or has no source is not known; sums add what is known.',
      ),
    ),
    recordsOr(
      {
        kind: 'records',
        head: [say.text('来源', 'Source'), say.text('编号', 'Id'), say.text('类别', 'Kind')],
        shares: [66, 18, 16],
        rows: named.map((source) => [source.title, source.id, say.word('source', source.kind)]),
      },
      say,
    ),
  ];
}

function money(fen: number | null, say: SayIn): string {
  return fen === null ? say.unknown : moneyText(fen);
}

function percent(share: number | null, say: SayIn): string {
  return share === null ? say.unknown : `${percentOf(share)} %`;
}

function onSite({ share, words }: MonthlyContentRow, say: SayIn): string {
  const said = words.zh || words.en ? say.of(words) : null;
  if (share === null) return said ?? say.unknown;
  return said === null ? percent(share, say) : `${percent(share, say)}${say.text('，', ', ')}${said}`;
}
