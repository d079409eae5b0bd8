import type { Language } from '@westgate/base';
import {
  CIRCULAR_FORMAT,
  type CoverageContent,
  inventedLabel,
  MONTHLY_FORMAT,
  type ReportContent,
  type ReportIndicator,
  type Row,
  type TemplateColumn,
} from '@westgate/domain';
import { type Fact, factSheet, sourceSheet } from './about-sheets.ts';
import { attentionSheet } from './attention-blocks.ts';
import { circularSheets } from './circular-paper.ts';
import { type PaperBasis, SHEET_GAPS } from './coverage-paper.ts';
import { monthlySheets } from './monthly-sheets.ts';
import { kindSaid, ownerAndDueHeads } from './paper-parts.ts';
import { labelled, type PaperCell, type PaperSheet } from './paper-sheet.ts';
import { type SayIn, sayIn } from './say-in.ts';

/** The figures of a report as sheets of a workbook: the same numbers as in its papers, each a number; of a month in the columns of a template, where one is given. */
export function reportSheets(
  report: Row<'report'>,
  language: Language,
  template: readonly TemplateColumn[] | null = null,
): readonly PaperSheet[] {
  const say = sayIn(language);
  const { content } = report;
  const facts: readonly Fact[] = [
    [say.text('报告', 'Report'), say.of({ zh: report.title_zh, en: report.title_en })],
    [say.text('号', 'Number'), report.number],
    [say.text('数据截至', 'Data as of'), report.as_of],
    [say.text('定稿日期', 'Created on'), report.made_on],
    [say.text('操作记录号', 'Change'), report.head_seq],
    [say.text('操作记录的散列值', 'Hash of the change'), report.head_hash],
    ['SHA-256', report.hash],
  ];
  if (content.format === CIRCULAR_FORMAT) return circularSheets(content, facts, language);
  if (content.format === MONTHLY_FORMAT) return monthlySheets(content, facts, language, template);
  const sheets = [
    overviewSheet(content, say),
    aimSheet(content, say),
    commitmentSheet(content, say),
    indicatorSheet(content, report.as_of, say),
    attentionSheet(content, report.as_of, say),
    gapSheet(content, say),
    sourceSheet(content, say),
    factSheet(facts, content, say),
  ];
  return labelled(sheets, inventedLabel(content.district.notice, language));
}

/** The coverage sheet as a workbook: the numbers, every gap with its reason, what it rests on. */
export function coverageSheets(content: CoverageContent, { asOf, seq }: PaperBasis, language: Language): readonly PaperSheet[] {
  const say = sayIn(language);
  const facts: readonly Fact[] = [
    [say.text('数据截至', 'Data as of'), asOf],
    [say.text('操作记录号', 'Change'), seq],
  ];
  const sheets = [overviewSheet(content, say), gapSheet(content, say), factSheet(facts, content, say)];
  return labelled(sheets, inventedLabel(content.district.notice, language));
}

function overviewSheet({ coverage }: CoverageContent, say: SayIn): PaperSheet {
  const { sentences, commitments, things, projects, open, states } = coverage;
  const [ofSentences, ofCommitments, ofThings, ofProjects] = [
    say.text('句子', 'Sentences'),
    say.text('承诺', 'Commitments'),
    say.text('要落图的', 'Things to place'),
    say.text('项目', 'Projects'),
  ];
  const all = say.text('共计', 'in all');
  const rows: readonly (readonly PaperCell[])[] = [
    [ofSentences, all, sentences.total],
    [ofSentences, say.text('已分解', 'linked'), sentences.linked],
    [ofSentences, say.text('为总述或目标', 'context only'), sentences.narrative],
    [ofSentences, say.word('gap', 'sentence-unlinked'), sentences.unlinked],
    [ofSentences, say.word('gap', 'no-commitment'), open.sentencesWithoutCommitment],
    [ofCommitments, all, commitments.total],
    [ofCommitments, say.word('gap', 'no-verb-class'), commitments.withoutVerbClass],
    [ofCommitments, say.word('gap', 'no-owner'), commitments.withoutOwner],
    [ofCommitments, say.word('gap', 'no-due-date'), commitments.withoutDueDate],
    [ofCommitments, say.word('gap', 'no-place'), commitments.withoutPlace],
    [ofCommitments, say.word('gap', 'no-measure'), open.commitmentsWithoutMeasure],
    ...Object.entries(states).map(([name, count]) => [ofCommitments, say.word('state', name), count]),
    [ofThings, all, things.total],
    [ofThings, say.text('有位置', 'placed'), things.placed],
    [ofThings, say.word('gap', 'position-not-known'), things.notKnown],
    [ofThings, say.word('gap', 'has-no-place'), things.noPlace],
    [ofProjects, all, projects.total],
    [ofProjects, say.word('gap', 'serves-no-sentence'), projects.servingNoSentence],
    // Reports of before these were frozen say nothing of them.
    ...(projects.withoutOwner === undefined ? [] : [[ofProjects, say.word('gap', 'no-owner'), projects.withoutOwner]]),
    ...(projects.withoutDueDate === undefined ? [] : [[ofProjects, say.word('gap', 'no-due-date'), projects.withoutDueDate]]),
  ];
  const head = [say.text('对象', 'Of'), say.text('情况', 'What'), say.text('数量', 'Count')];
  return { name: say.text('总体', 'Overview'), head, rows, widths: [18, 34, 10] };
}

function aimSheet({ aims }: ReportContent, say: SayIn): PaperSheet {
  const names = Object.keys(aims[0]?.states ?? {});
  return {
    name: say.text('分目标', 'Aims'),
    head: [say.text('目标', 'Aim'), say.text('承诺', 'Commitments'), ...names.map((name) => say.word('state', name))],
    rows: aims.map((aim) => [say.of(aim.name), aim.total, ...names.map((name) => aim.states[name] ?? 0)]),
  };
}

function commitmentSheet({ commitments, aims }: ReportContent, say: SayIn): PaperSheet {
  const aimNames = new Map(aims.map(({ id, name }) => [id, say.of(name)]));
  return {
    name: say.text('承诺', 'Commitments'),
    head: [
      say.text('编号', 'Id'),
      say.text('句序', 'No.'),
      say.text('承诺', 'Commitment'),
      say.text('目标', 'Aim'),
      ...ownerAndDueHeads(say),
      say.text('状态', 'State'),
      say.text('早晚', 'Timing'),
      say.text('自', 'Since'),
      say.text('依据', 'Because'),
      say.text('地点', 'Places'),
      say.text('来源', 'Sources'),
    ],
    widths: [14, 7, 40, 12, 24, 12, 12, 10, 12, 60, 30, 24],
    rows: commitments.map(({ id, number, title, aim, owner, due, state, places, sources }) => [
      id,
      number,
      say.of(title),
      aimNames.get(aim) ?? say.text('不分目标', 'no aim'),
      owner ? say.of(owner.name) : say.unknown,
      due?.on ?? say.unknown,
      say.word('state', state.name),
      state.timing === null ? null : say.word('timing', state.timing),
      state.since,
      say.of(state.reason),
      places.map(({ name }) => say.of(name)).join(say.text('；', '; ')) || null,
      sources.join('; ') || null,
    ]),
  };
}

function indicatorSheet({ indicators }: ReportContent, asOf: string, say: SayIn): PaperSheet {
  const [actual, target] = [say.text('实际值', 'Actual'), say.text('目标值', 'Target')];
  const facts = (of: string): readonly string[] => [
    of,
    ...[say.text('限定', 'bound'), say.text('时间', 'period'), say.text('来源', 'source'), say.text('时效', 'age')].map((fact) =>
      say.text(`${of}${fact}`, `${of}, ${fact}`),
    ),
  ];
  return {
    name: say.text('指标', 'Indicators'),
    head: [
      say.text('编号', 'Id'),
      say.text('指标', 'Indicator'),
      say.text('单位', 'Unit'),
      say.text('方向', 'Direction'),
      ...facts(actual),
      ...facts(target),
    ],
    widths: [10, 44, 16, 16, 12, 12, 14, 14, 24, 12, 12, 14, 14, 24],
    rows: indicators.map((indicator) => [
      indicator.id,
      say.of(indicator.name),
      say.of(indicator.unitName),
      say.word('direction', indicator.direction),
      ...valueCells(indicator.actual, say),
      noteOf(indicator.actual, say.age(indicator.actual?.period ?? null, asOf), say),
      ...valueCells(indicator.target, say),
      noteOf(indicator.target, say.age(indicator.target?.period ?? null, asOf, 'target'), say),
    ]),
  };
}

/** How old a value is, and what else must be known of it. */
function noteOf(value: ReportIndicator['actual'], age: string | null, say: SayIn): string | null {
  const all = [...new Set([...(age === null ? [] : [age]), ...say.cautions(value)])];
  return all.length === 0 ? null : all.join(say.text('；', '; '));
}

function valueCells(value: ReportIndicator['actual'], say: SayIn): readonly PaperCell[] {
  if (value === null) return [say.unknown, null, null, null];
  return [value.value, value.qualifier === null ? null : say.word('qualifier', value.qualifier), value.period, value.source];
}

function gapSheet({ gaps }: CoverageContent, say: SayIn): PaperSheet {
  const head = [
    say.text('缺口', 'Gap'),
    say.text('类别', 'Kind'),
    say.text('编号', 'Id'),
    say.text('名称', 'Name'),
    say.text('原因', 'Why'),
  ];
  const ordered = SHEET_GAPS.flatMap((gap) => gaps.filter((each) => each.gap === gap));
  return {
    name: say.text('缺口', 'Gaps'),
    head,
    widths: [26, 10, 18, 50, 50],
    rows: ordered.map(({ gap, kind, id, name, reason }) => [say.word('gap', gap), kindSaid(kind, say), id, say.of(name), say.of(reason)]),
  };
}
