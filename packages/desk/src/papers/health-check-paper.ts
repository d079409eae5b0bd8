import { type Bilingual, inLanguage, type Language } from '@westgate/base';
import { checkCounts, columnWords, noticeOf, type Row, type StateName, sayNumber, vocabulary } from '@westgate/domain';
import type { PaperBasis } from './coverage-paper.ts';
import type { Block, Paper } from './paper.ts';
import { heading, large, noticeSaid, ownerAndDueHeads, paragraph, recordsOr } from './paper-parts.ts';
import { type SayIn, sayIn } from './say-in.ts';

type Named = { readonly id: string; readonly name: Bilingual };

/** What is known of an indicator in the district or a place. */
interface Found {
  readonly standing: CheckStanding;
  readonly value: number | null;
  readonly isWhole: boolean;
  readonly known: number;
  readonly of: number;
  readonly values: number;
  readonly belowCount: number | null;
  readonly on: string | null;
  readonly status: ValueStatus | null;
}

/** An indicator with its threshold and what is known of it. */
interface CheckRow extends Found {
  readonly indicator: Named;
  readonly level: CheckLevel;
  readonly group: Bilingual;
  readonly unitName: Bilingual;
  readonly direction: Row<'indicator'>['direction'];
  readonly threshold: number | null;
  readonly thresholdBasis: Bilingual;
  readonly owner: Named | null;
}

/** A problem: what was measured, its project, what was measured since. */
interface Problem {
  readonly issue: Named;
  readonly place: Named | null;
  readonly unitName: Bilingual;
  readonly standing: ProblemStanding;
  readonly before: Found;
  readonly after: Found | null;
  readonly project: (Named & { readonly state: StateName }) | null;
  readonly noProjectReason: Bilingual;
  readonly owner: Named | null;
  readonly dueOn: string | null;
}

/** One indicator in each survey unit. */
interface CheckUnits {
  readonly indicator: Named;
  readonly rows: readonly (Found & { readonly place: Named })[];
}

/** What a report of the health check is written from. */
export interface HealthCheckContent {
  readonly district: Row<'district'>;
  readonly check: { readonly place: Named | null; readonly rows: readonly CheckRow[]; readonly problems: readonly Problem[] };
  /** The survey units of each indicator of which some do not meet the threshold. */
  readonly units: readonly CheckUnits[];
}

type CheckStanding = (typeof vocabulary.CHECK_STANDINGS)[number];
type CheckLevel = (typeof vocabulary.CHECK_LEVELS)[number];
type ProblemStanding = (typeof vocabulary.PROBLEM_STANDINGS)[number];
type ValueStatus = (typeof vocabulary.VALUE_STATUSES)[number];

/** Units below the threshold that one line of the paper names; how many more there are is told. */
const MOST_NAMED = 12;

/** The health check of the district, or of a place in it, as a paper: what is known, results by level, what is below standard, what is not measured, problems and what was measured again. */
export function healthCheckPaper({ district, check, units }: HealthCheckContent, { asOf, seq }: PaperBasis, language: Language): Paper {
  const say = sayIn(language);
  const name = say.of({ zh: district.name_zh, en: district.name_en });
  const of = check.place === null ? name : say.text(`${name}${say.of(check.place.name)}`, `${say.of(check.place.name)}, ${name}`);
  const { rows, problems } = check;
  const levels = vocabulary.CHECK_LEVELS.filter((level) => rows.some((row) => row.level === level));
  const below = rows.filter((row) => row.standing === 'below' || (row.belowCount ?? 0) > 0);
  return {
    language,
    title: say.text(`${of}城市体检报告`, `Urban health check, ${of}`),
    subtitle: say.text(`（草稿，数据截至 ${say.when(asOf)}）`, `(Draft, as of ${say.when(asOf)})`),
    blocks: [
      heading(1, say.text('总体情况', 'Overview')),
      overview(rows, problems, say),
      ...levels.map((level) => levelSaid(level, rows, say)),
      heading(1, say.text('各层级体检结果', 'Results by level')),
      ...levels.flatMap((level) => levelBlocks(level, rows, say)),
      heading(1, say.text('未达标情况', 'Below standard')),
      belowBlock(below, units, say),
      heading(1, say.text('未查全和数据过旧的指标', 'Not measured in full, or out of date')),
      unknownBlock(rows, say),
      heading(1, say.text('问题清单', 'Problems')),
      problemBlock(problems, say),
      heading(1, say.text('复测情况', 'Measured again')),
      againBlock(problems, say),
      heading(1, say.text('说明', 'Notes')),
      paragraph(
        say.text(
          '未查、未查全和数据过旧的指标不计为达标；未知不作零计。问题以晚于提出日期的复测达标为销号依据。',
          'An indicator that is not measured, not measured in full or out of date does not count as met; what is not known is not taken for 0. A problem is closed by a later measurement that meets the standard.',
        ),
      ),
    ],
    foot: [
      say.text(`数据截至 ${asOf} · 操作记录第 ${seq} 号`, `Data as of ${asOf} · change ${seq}`),
      ...noticeSaid(
        { district: { id: district.id, name: { zh: district.name_zh, en: district.name_en }, notice: noticeOf(district) } },
        say,
      ),
    ],
  };
}

function overview(rows: readonly CheckRow[], problems: readonly Problem[], say: SayIn): Block {
  const { total, measured, below, unknown } = checkCounts(rows.map(({ standing }) => standing));
  const closed = problems.filter(({ standing }) => standing === 'closed').length;
  return paragraph(
    say.text(
      `体检指标 ${total} 项，已查 ${measured} 项，其中不达标 ${below} 项；未查、未查全或数据过旧 ${unknown} 项。登记问题 ${problems.length} 个，已销号 ${closed} 个。`,
      `${total} indicators: ${measured} measured, ${below} of them below standard; ${unknown} not measured, not in full, or out of date. ${problems.length} problems recorded, ${closed} closed.`,
    ),
  );
}

function levelSaid(level: CheckRow['level'], rows: readonly CheckRow[], say: SayIn): Block {
  const own = rows.filter((row) => row.level === level);
  const { total, measured, below, unknown } = checkCounts(own.map(({ standing }) => standing));
  const stale = own.filter(({ standing }) => standing === 'stale').length;
  const name = levelName(level, say);
  return paragraph(
    say.text(
      `${name}层级：指标 ${total} 项，已查 ${measured} 项，不达标 ${below} 项，未查或未查全 ${unknown - stale} 项，数据过旧 ${stale} 项。`,
      `${large(name)}: ${total} indicators, ${measured} measured, ${below} below standard, ${unknown - stale} not measured in full, ${stale} out of date.`,
    ),
  );
}

function levelBlocks(level: CheckRow['level'], rows: readonly CheckRow[], say: SayIn): readonly Block[] {
  return [
    heading(2, say.text(`${levelName(level, say)}层级`, large(levelName(level, say)))),
    {
      kind: 'records',
      head: [
        say.text('指标', 'Indicator'),
        say.text('类别', 'Group'),
        say.text('体检值', 'Value'),
        say.text('达标值', 'Threshold'),
        say.text('结果', 'Result'),
        say.text('数据日期', 'Date'),
      ],
      shares: [32, 14, 18, 14, 12, 10],
      rows: rows
        .filter((row) => row.level === level)
        .map((row) => [
          say.of(row.indicator.name),
          say.of(row.group),
          foundSaid(row, row, say),
          thresholdSaid(row, say),
          say.word('checkStanding', row.standing),
          daySaid(row.on, say),
        ]),
    },
  ];
}

function belowBlock(below: readonly CheckRow[], units: readonly CheckUnits[], say: SayIn): Block {
  const block: Block = {
    kind: 'records',
    head: [
      say.text('指标', 'Indicator'),
      say.text('体检值', 'Value'),
      say.text('达标值', 'Threshold'),
      say.text('达标依据', 'Basis of threshold'),
      say.text('数据日期', 'Date'),
      say.text('不达标单元', 'Units below'),
    ],
    shares: [24, 14, 12, 18, 10, 22],
    rows: below.map((row) => [
      say.of(row.indicator.name),
      foundSaid(row, row, say),
      thresholdSaid(row, say),
      say.of(row.thresholdBasis),
      daySaid(row.on, say),
      unitsSaid(
        row,
        units.find(({ indicator }) => indicator.id === row.indicator.id),
        say,
      ),
    ]),
  };
  return recordsOr(block, say);
}

/** The units of an indicator that are below the threshold, each with its value. */
function unitsSaid(row: CheckRow, units: CheckUnits | undefined, say: SayIn): string {
  if (row.level === 'district' || !units) return say.text('全区', 'whole district');
  const own = units.rows.filter(({ standing, values }) => standing === 'below' && values === 1);
  const named = own
    .slice(0, MOST_NAMED)
    .map(({ place, value }) =>
      value === null
        ? say.of(place.name)
        : say.text(`${say.of(place.name)}（${sayNumber(value)}）`, `${say.of(place.name)} (${sayNumber(value)})`),
    );
  const left = own.length - named.length;
  const more = left > 0 ? [say.text(`另 ${left} 个`, `${left} more`)] : [];
  return [...named, ...more].join(say.text('、', '; ')) || say.unknown;
}

function unknownBlock(rows: readonly CheckRow[], say: SayIn): Block {
  const block: Block = {
    kind: 'records',
    head: [
      say.text('指标', 'Indicator'),
      say.text('层级', 'Level'),
      say.text('情况', 'Result'),
      say.text('已查单元', 'Units measured'),
      say.text('报送单位', 'Reporting unit'),
    ],
    shares: [40, 12, 16, 14, 18],
    rows: rows
      .filter(({ standing }) => standing === 'not-known' || standing === 'stale')
      .map((row) => [
        say.of(row.indicator.name),
        levelName(row.level, say),
        say.word('checkStanding', row.standing),
        row.of === 0 ? say.unknown : `${row.known}/${row.of}`,
        row.owner ? say.of(row.owner.name) : say.text('未明确', 'not stated'),
      ]),
  };
  return recordsOr(block, say);
}

function problemBlock(problems: readonly Problem[], say: SayIn): Block {
  const block: Block = {
    kind: 'records',
    head: [
      say.text('问题', 'Problem'),
      say.text('单元', 'Unit'),
      say.text('体检值', 'Measured'),
      say.text('项目或不立项原因', 'Project, or why none'),
      ...ownerAndDueHeads(say),
      say.text('进展', 'Progress'),
    ],
    shares: [22, 12, 12, 20, 12, 10, 12],
    rows: problems.map((problem) => [
      say.of(problem.issue.name),
      placeSaid(problem, say),
      foundSaid(problem.before, problem, say),
      projectSaid(problem, say),
      problem.owner ? say.of(problem.owner.name) : say.text('未明确', 'not stated'),
      daySaid(problem.dueOn, say),
      say.word('problemStanding', problem.standing),
    ]),
  };
  return recordsOr(block, say);
}

function againBlock(problems: readonly Problem[], say: SayIn): Block {
  const block: Block = {
    kind: 'records',
    head: [
      say.text('问题', 'Problem'),
      say.text('单元', 'Unit'),
      say.text('体检值', 'Measured'),
      say.text('复测值', 'Measured again'),
      say.text('复测日期', 'Date'),
      say.text('结论', 'Result'),
    ],
    shares: [28, 16, 14, 14, 12, 16],
    rows: problems.flatMap((problem) => {
      const { after } = problem;
      if (after === null) return [];
      return [
        [
          say.of(problem.issue.name),
          placeSaid(problem, say),
          foundSaid(problem.before, problem, say),
          foundSaid(after, problem, say),
          daySaid(after.on, say),
          say.word('problemStanding', problem.standing),
        ],
      ];
    }),
  };
  return recordsOr(block, say);
}

function projectSaid({ project, noProjectReason }: Problem, say: SayIn): string {
  if (project)
    return say.text(
      `${say.of(project.name)}（${say.word('state', project.state)}）`,
      `${say.of(project.name)} (${say.word('state', project.state)})`,
    );
  const isSaid = noProjectReason.zh !== null || noProjectReason.en !== null;
  return isSaid ? say.text(`不立项：${say.of(noProjectReason)}`, `None: ${say.of(noProjectReason)}`) : say.text('未立项', 'no project');
}

function placeSaid({ place }: Problem, say: SayIn): string {
  return place ? say.of(place.name) : say.text('全区', 'whole district');
}

/** What is known of an indicator: the value with its unit, or how many units are below; how much of it is known, and how final it is. */
function foundSaid(found: Found, { unitName }: Pick<CheckRow, 'unitName'>, say: SayIn): string {
  const { value, isWhole, known, of, values, belowCount, status } = found;
  if (value === null && known === 0) return say.unknown;
  const said =
    value === null
      ? say.text(`${values} 个单元中 ${belowCount ?? 0} 个不达标`, `${belowCount ?? 0} of ${values} units below`)
      : `${sayNumber(value)} ${inLanguage(unitName, say.language) ?? ''}`.trimEnd();
  const marks = [
    ...(isWhole ? [] : [say.text(`已查 ${known}/${of}`, `${known} of ${of} measured`)]),
    ...(status === null || status === 'final' ? [] : [say.text(status === 'estimate' ? '估计数' : '初步数', status)]),
  ];
  return marks.length === 0 ? said : say.text(`${said}（${marks.join('，')}）`, `${said} (${marks.join(', ')})`);
}

function thresholdSaid({ threshold, direction, unitName }: CheckRow, say: SayIn): string {
  if (threshold === null) return say.text('无', 'none');
  const amount = `${sayNumber(threshold)} ${inLanguage(unitName, say.language) ?? ''}`.trimEnd();
  if (direction === 'none') return amount;
  return direction === 'up' ? say.text(`不小于 ${amount}`, `at least ${amount}`) : say.text(`不大于 ${amount}`, `at most ${amount}`);
}

function daySaid(day: string | null, say: SayIn): string {
  return day === null ? say.unknown : say.when(day);
}

function levelName(level: CheckRow['level'], say: SayIn): string {
  return columnWords('indicator', 'check_level')?.(level)[say.language] ?? level;
}
