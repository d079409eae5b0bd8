import { type Bilingual, inLanguage, type Language } from '@westgate/base';
import {
  type CheckLevel,
  type CheckStanding,
  checkCounts,
  columnWords,
  noticeOf,
  type ProblemStanding,
  type Row,
  type StateName,
  sayNumber,
  type ValueStatus,
  valueCautions,
  vocabulary,
} from '@westgate/domain';
import type { PaperBasis } from './coverage-paper.ts';
import type { Block, Paper } from './paper.ts';
import { heading, large, listed, noticeSaid, ownerAndDueHeads, paragraph } from './paper-parts.ts';
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
  readonly computed: number;
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
  readonly method: Bilingual | null;
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
      ...methodsBlock(rows, say),
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
  const own = rows.filter((row) => row.level === level);
  return [
    heading(2, say.text(`${levelName(level, say)}层级`, large(levelName(level, say)))),
    listed<CheckRow>(say, own, [
      [say.text('指标', 'Indicator'), 32, (row) => say.of(row.indicator.name)],
      [say.text('类别', 'Group'), 14, (row) => say.of(row.group)],
      [say.text('体检值', 'Value'), 18, (row) => foundSaid(row, row, say)],
      [say.text('达标值', 'Threshold'), 14, (row) => thresholdSaid(row, say)],
      [say.text('结果', 'Result'), 12, (row) => say.word('checkStanding', row.standing)],
      [say.text('数据日期', 'Date'), 10, (row) => daySaid(row.on, say)],
    ]),
  ];
}

/** How the indicators are worked out that are worked out from places; nothing where there is none. */
function methodsBlock(rows: readonly CheckRow[], say: SayIn): readonly Block[] {
  const said = rows.flatMap(({ indicator, method }) =>
    method === null ? [] : [say.text(`${say.of(indicator.name)}：${say.of(method)}`, `${say.of(indicator.name)}: ${say.of(method)}`)],
  );
  if (said.length === 0) return [];
  const what = say.text('按已登记地点计算的指标：', 'Computed from registered places: ');
  return [paragraph(`${what}${said.join(say.text('；', '; '))}${say.text('。', '.')}`)];
}

function belowBlock(below: readonly CheckRow[], units: readonly CheckUnits[], say: SayIn): Block {
  const unitsOf = new Map(units.map((each) => [each.indicator.id, each]));
  return listed<CheckRow>(say, below, [
    [say.text('指标', 'Indicator'), 24, (row) => say.of(row.indicator.name)],
    [say.text('体检值', 'Value'), 14, (row) => foundSaid(row, row, say)],
    [say.text('达标值', 'Threshold'), 12, (row) => thresholdSaid(row, say)],
    [say.text('达标依据', 'Basis of threshold'), 18, (row) => say.of(row.thresholdBasis)],
    [say.text('数据日期', 'Date'), 10, (row) => daySaid(row.on, say)],
    [say.text('不达标单元', 'Units below'), 22, (row) => unitsSaid(row, unitsOf.get(row.indicator.id), say)],
  ]);
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
  const unknown = rows.filter(({ standing }) => standing === 'not-known' || standing === 'stale');
  return listed<CheckRow>(say, unknown, [
    [say.text('指标', 'Indicator'), 40, (row) => say.of(row.indicator.name)],
    [say.text('层级', 'Level'), 12, (row) => levelName(row.level, say)],
    [say.text('情况', 'Result'), 16, (row) => say.word('checkStanding', row.standing)],
    [say.text('已查单元', 'Units measured'), 14, (row) => (row.of === 0 ? say.unknown : `${row.known}/${row.of}`)],
    [say.text('报送单位', 'Reporting unit'), 18, (row) => ownerSaid(row.owner, say)],
  ]);
}

function problemBlock(problems: readonly Problem[], say: SayIn): Block {
  const [owner, due] = ownerAndDueHeads(say);
  return listed<Problem>(say, problems, [
    [say.text('问题', 'Problem'), 22, ({ issue }) => say.of(issue.name)],
    [say.text('单元', 'Unit'), 12, (problem) => placeSaid(problem, say)],
    [say.text('体检值', 'Measured'), 12, (problem) => foundSaid(problem.before, problem, say)],
    [say.text('项目或不立项原因', 'Project, or why none'), 20, (problem) => projectSaid(problem, say)],
    [owner, 12, (problem) => ownerSaid(problem.owner, say)],
    [due, 10, ({ dueOn }) => daySaid(dueOn, say)],
    [say.text('进展', 'Progress'), 12, ({ standing }) => say.word('problemStanding', standing)],
  ]);
}

function againBlock(problems: readonly Problem[], say: SayIn): Block {
  const again = problems.flatMap((problem) => (problem.after === null ? [] : [{ problem, after: problem.after }]));
  return listed<(typeof again)[number]>(say, again, [
    [say.text('问题', 'Problem'), 28, ({ problem }) => say.of(problem.issue.name)],
    [say.text('单元', 'Unit'), 16, ({ problem }) => placeSaid(problem, say)],
    [say.text('体检值', 'Measured'), 14, ({ problem }) => foundSaid(problem.before, problem, say)],
    [say.text('复测值', 'Measured again'), 14, ({ problem, after }) => foundSaid(after, problem, say)],
    [say.text('复测日期', 'Date'), 12, ({ after }) => daySaid(after.on, say)],
    [say.text('结论', 'Result'), 16, ({ problem }) => say.word('problemStanding', problem.standing)],
  ]);
}

function ownerSaid(owner: Named | null, say: SayIn): string {
  return owner ? say.of(owner.name) : say.text('未明确', 'not stated');
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
  const { value, isWhole, known, of, values, computed, belowCount, status } = found;
  if (value === null && known === 0) return say.unknown;
  const said =
    value === null
      ? say.text(`${values} 个单元中 ${belowCount ?? 0} 个不达标`, `${belowCount ?? 0} of ${values} units below`)
      : `${sayNumber(value)} ${inLanguage(unitName, say.language) ?? ''}`.trimEnd();
  const marks = [
    ...(isWhole ? [] : [say.text(`已查 ${known}/${of}`, `${known} of ${of} measured`)]),
    ...(computed > 0 ? [say.text('按地点计算', 'computed from places')] : []),
    ...valueCautions({ status, isCalculated: false, breaksSeries: false }).map((each) => say.of(each)),
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
