import { type Language, WestgateError } from '@westgate/base';
import type { CircularPreview, MonthlySince, Report, ReportDetail, reportSchema } from '@westgate/contract';
import { circularIn, circularParts, reportNumbered } from '@westgate/desk';
import { CIRCULAR_FORMAT, MONTHLY_FORMAT, monthlyChanges, monthlyContentOf, type Row, soundRegister } from '@westgate/domain';
import type { z } from 'zod';
import { bytesForEach, firstThatFit } from '../answers/fit.ts';
import type { View } from '../view/view.ts';
import { firstLanguage } from '../view/view.ts';
import { heldDistrict } from './district.ts';
import { NO_TEXT, pair } from './text.ts';
import { findThing } from './thing.ts';

/** Every report, the newest first. */
export function reportsIn(view: View): Report[] {
  return [...view.register.report.values()].sort((a, b) => b.number - a.number).map((row) => reportOf(view, row));
}

/** A report with what it holds, as far as it fits into one answer; the whole is its frozen file. */
export function reportDetail(view: View, number: number): ReportDetail {
  const row = reportRow(view, number);
  return { ...reportOf(view, row), ...fitted(contentOf(row)) };
}

/** The row of a report. Throws `WG_NOT_FOUND` where no report has this number. */
export function reportRow(view: View, number: number): Row<'report'> {
  const row = reportNumbered(view.register, number);
  if (!row)
    throw new WestgateError(
      'WG_NOT_FOUND',
      { zh: `没有第 ${number} 号报告`, en: `there is no report ${number}` },
      { kind: 'report', number },
    );
  return row;
}

/** The language of a paper where none is asked for. */
export function languageOf(view: View, asked: Language | undefined): Language {
  return asked ?? firstLanguage(view);
}

/** What a supervision circular would say if it were made of the day of a view. Throws `WG_INPUT_INVALID` for a period that cannot be. */
export function circularPreview(view: View, { from, to, origins, lang }: z.output<typeof reportSchema.circularQuery>): CircularPreview {
  heldDistrict(view.register);
  const content = circularIn(soundRegister(view.whole), { from, to, words: NO_TEXT, ...(origins ? { origins } : {}) }, view);
  const { opening, lists } = circularParts(content, languageOf(view, lang));
  return { asOf: view.asOf, opening, lists };
}

/** What the ledger now tells otherwise than a monthly report. Throws `WG_NOT_FOUND` where no monthly report has this number. */
export function monthlySince(view: View, number: number): MonthlySince {
  const { content } = reportRow(view, number);
  if (content.format !== MONTHLY_FORMAT)
    throw new WestgateError(
      'WG_NOT_FOUND',
      { zh: `第 ${number} 号报告不是月报`, en: `report ${number} is of no month` },
      { kind: 'report', number },
    );
  // What needs attention and who owes no report are no figures of the month: they are not compared.
  const known = { asOf: view.asOf, plan: content.plan, whyOf: () => [], isFinished: () => false };
  const now = monthlyContentOf(view.register, content.month, content.narrative, known);
  return {
    number,
    month: content.month,
    items: monthlyChanges(content, now).map(({ project, what, frozen, now: present }) => ({
      project: findThing(view.register, 'project', project.id) ?? { kind: 'project', ...project },
      what,
      frozen,
      now: present,
    })),
  };
}

/** The reports that froze a month of the plan of the view, or of the whole district, the newest first. */
export function reportsOfMonth(view: View, month: string): Report[] {
  return reportsIn(view).filter((report) => report.month === month && (report.plan?.id ?? null) === view.plan);
}

function reportOf(view: View, row: Row<'report'>): Report {
  return {
    number: row.number,
    title: pair(row.title_zh, row.title_en),
    month: row.content.format === MONTHLY_FORMAT ? row.content.month : null,
    circular: row.content.format === CIRCULAR_FORMAT ? { from: row.content.from, to: row.content.to } : null,
    plan: planOf(row.content),
    asOf: row.as_of,
    madeOn: row.made_on,
    head: { seq: row.head_seq, hash: row.head_hash },
    hash: row.hash,
    changed: view.changed('report', row.id),
  };
}

/** The plan that a content is of alone, by the name it had. */
function planOf({ plan, plans = [] }: Row<'report'>['content']): Report['plan'] {
  const named = plans.find(({ id }) => id === plan);
  return named ? { id: named.id, name: named.name } : null;
}

/** The content with the first of each long list, and how many records that leaves out. */
function fitted(content: ReportDetail['content']): Pick<ReportDetail, 'content' | 'leftOut'> {
  const lists = listsIn(content);
  const share = bytesForEach(lists);
  let leftOut = 0;
  const first = <Each>(all: readonly Each[]): Each[] => {
    const shown = firstThatFit(all, (each) => each, share);
    leftOut += all.length - shown.length;
    return shown;
  };
  if (content.format === MONTHLY_FORMAT) {
    const groups = content.groups.map((group) => ({ ...group, rows: first(group.rows) }));
    return { content: { ...content, groups, sources: first(content.sources) }, leftOut };
  }
  if (content.format === CIRCULAR_FORMAT) {
    const shown = { units: first(content.units), overdue: first(content.overdue) };
    return { content: { ...content, ...shown }, leftOut };
  }
  const { gaps, commitments, indicators, sources, attention } = content;
  const shown = {
    commitments: first(commitments),
    gaps: first(gaps),
    indicators: first(indicators),
    sources: first(sources),
    ...(attention && {
      attention: {
        ...attention,
        records: first(attention.records),
        events: first(attention.events),
        matters: first(attention.matters),
      },
    }),
  };
  return { content: { ...content, ...shown }, leftOut };
}

/** The lists of a content that grow with the district. */
function listsIn(content: ReportDetail['content']): readonly (readonly unknown[])[] {
  if (content.format === MONTHLY_FORMAT) return [...content.groups.map(({ rows }) => rows), content.sources];
  if (content.format === CIRCULAR_FORMAT) return [content.units, content.overdue];
  const { gaps, commitments, indicators, sources, attention } = content;
  const open = attention ? [attention.records, attention.events, attention.matters] : [];
  return [commitments, gaps, indicators, sources, ...open];
}

/** The frozen content as the contract says it. It is shared, not copied: nobody changes it. */
function contentOf({ content }: Row<'report'>): ReportDetail['content'] {
  return content as ReportDetail['content'];
}
