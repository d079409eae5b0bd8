import type { Language } from '@westgate/base';
import {
  CIRCULAR_FORMAT,
  MONTHLY_FORMAT,
  type ReportCommitment,
  type ReportContent,
  type ReportIndicator,
  type Row,
} from '@westgate/domain';
import { attentionBlocks } from './attention-blocks.ts';
import { circularPaper } from './circular-paper.ts';
import { monthlyPaper, monthlySubtitle } from './monthly-paper.ts';
import type { Block, Paper } from './paper.ts';
import {
  gapRecords,
  heading,
  large,
  noticeSaid,
  overviewBlocks,
  ownerAndDueHeads,
  paragraph,
  recordsOr,
  statesSaid,
} from './paper-parts.ts';
import { type SayIn, sayIn } from './say-in.ts';

/** Characters of a journal's hash that a foot shows. */
export const SHORT_HASH = 12;

/** A report as a paper in one language: every word and figure is read from what the report froze. */
export function reportPaper(report: Row<'report'>, language: Language): Paper {
  const say = sayIn(language);
  const { content } = report;
  const { number, as_of, head_seq, head_hash, hash } = report;
  const day = say.when(as_of);
  const title = say.of({ zh: report.title_zh, en: report.title_en });
  const foot = [
    say.text(
      `第 ${number} 号报告 · 数据截至 ${as_of} · 操作记录第 ${head_seq} 号 ${head_hash.slice(0, SHORT_HASH)}`,
      `Report no. ${number} · data as of ${as_of} · change ${head_seq} ${head_hash.slice(0, SHORT_HASH)}`,
    ),
    `SHA-256 ${hash}`,
    ...noticeSaid(content, say),
  ];
  if (content.format === CIRCULAR_FORMAT) return circularPaper(content, report, { title, foot }, language);
  if (content.format === MONTHLY_FORMAT)
    return monthlyPaper(content, { title, subtitle: monthlySubtitle(content, report, say), foot, asOf: as_of }, language);
  return {
    language,
    title,
    subtitle: say.text(`（草稿，第 ${number} 号报告，数据截至 ${day}）`, `(Draft, report no. ${number}, as of ${day})`),
    blocks: [
      heading(1, say.text('总体情况', 'Overview')),
      ...overviewBlocks(content, say),
      heading(1, say.text('分目标情况', 'Aim by aim')),
      ...content.aims.flatMap((aim) => aimBlocks(content, aim, say)),
      heading(1, say.text('需要关注的事项', 'Needs attention')),
      ...attentionBlocks(content, as_of, say),
      ...gapBlocks(content, say),
      heading(1, say.text('指标', 'Indicators')),
      ...indicatorBlocks(content, as_of, say),
      heading(1, say.text('来源与说明', 'Sources and notes')),
      ...sourceBlocks(content, say),
    ],
    foot,
  };
}

function aimBlocks({ commitments }: ReportContent, aim: ReportContent['aims'][number], say: SayIn): readonly Block[] {
  const own = commitments.filter((commitment) => commitment.aim === aim.id);
  if (own.length === 0) return [heading(2, say.of(aim.name)), paragraph(say.text('无承诺。', 'No commitments.'))];
  const counted = statesSaid(aim.states, say);
  return [
    heading(2, say.of(aim.name)),
    paragraph(say.text(`承诺 ${aim.total} 条：${counted}。`, `${aim.total} commitments: ${counted}.`)),
    {
      kind: 'records',
      head: [
        say.text('承诺', 'Commitment'),
        say.text('句序', 'No.'),
        ...ownerAndDueHeads(say),
        say.text('状态', 'State'),
        say.text('依据', 'Because'),
      ],
      shares: [22, 6, 18, 12, 10, 32],
      rows: own.map((commitment) => [
        say.of(commitment.title),
        commitment.number,
        commitment.owner ? say.of(commitment.owner.name) : say.unknown,
        commitment.due ? say.when(commitment.due.on) : say.unknown,
        stateSaid(commitment, say),
        say.of(commitment.state.reason),
      ]),
    },
  ];
}

function stateSaid({ state: { name, timing } }: ReportCommitment, say: SayIn): string {
  return timing === null
    ? say.word('state', name)
    : say.text(`${say.word('state', name)}（${say.word('timing', timing)}）`, `${say.word('state', name)} (${say.word('timing', timing)})`);
}

function gapBlocks(content: ReportContent, say: SayIn): readonly Block[] {
  return (
    ['no-owner', 'no-due-date', 'no-measure', 'unmeasurable', 'serves-no-sentence', 'sentence-unlinked', 'no-commitment'] as const
  ).flatMap((gap) => [heading(2, large(say.word('gap', gap))), recordsOr(gapRecords(content.gaps, gap, say), say)]);
}

function indicatorBlocks({ indicators }: ReportContent, asOf: string, say: SayIn): readonly Block[] {
  const shown = (indicator: ReportIndicator, of: 'actual' | 'target'): string => {
    const value = indicator[of];
    const age = say.age(value?.period ?? null, asOf, of === 'target' ? 'target' : 'value');
    const text = sourced(say.value(value, indicator.unitName), value, say);
    // A report of today has its age among its cautions; one of before was frozen without.
    const cautions = new Set([...(age === null ? [] : [age]), ...say.cautions(value)]);
    return [text, ...cautions].join(say.text('；', '; '));
  };
  const block: Block = {
    kind: 'records',
    head: [say.text('指标', 'Indicator'), say.text('编号', 'Id'), say.text('实际值', 'Actual'), say.text('目标值', 'Target')],
    shares: [40, 12, 24, 24],
    rows: indicators.map((indicator) => [say.of(indicator.name), indicator.id, shown(indicator, 'actual'), shown(indicator, 'target')]),
  };
  return [recordsOr(block, say)];
}

function sourced(text: string, value: { readonly source: string } | null, say: SayIn): string {
  return value === null ? text : say.text(`${text}［${value.source}］`, `${text} [${value.source}]`);
}

function sourceBlocks({ sources }: ReportContent, say: SayIn): readonly Block[] {
  return [
    paragraph(
      say.text(
        '状态由系统按下列来源的依据计算，不由人填写；没有依据的写“情况不明”，没有数值的写“未知”。',
        'States are computed from the evidence of these sources, not entered; without evidence a state is “not known”, and so is a figure.',
      ),
    ),
    recordsOr(
      {
        kind: 'records',
        head: [say.text('来源', 'Source'), say.text('编号', 'Id'), say.text('类别', 'Kind')],
        shares: [66, 18, 16],
        rows: sources.map((source) => [source.title, source.id, say.word('source', source.kind)]),
      },
      say,
    ),
  ];
}
