import { type Language, WestgateError } from '@westgate/base';
import type { Report, ReportDetail } from '@westgate/contract';
import { reportNumbered } from '@westgate/desk';
import type { Row } from '@westgate/domain';
import { firstLanguage } from '../list/listing.ts';
import type { View } from '../view.ts';
import { pair } from './text.ts';

/** Every report, the newest first. */
export function reportsIn(view: View): Report[] {
  return [...view.register.report.values()].sort((a, b) => b.number - a.number).map((row) => reportOf(view, row));
}

/** A report with all that it holds. */
export function reportDetail(view: View, number: number): ReportDetail {
  const row = reportRow(view, number);
  return { ...reportOf(view, row), content: copyOf(row.content) };
}

/** The row of a report. Throws `WG_NOT_FOUND` where no report has this number. */
export function reportRow(view: View, number: number): Row<'report'> {
  const row = reportNumbered(view.register, number);
  if (!row) throw new WestgateError('WG_NOT_FOUND', `there is no report ${number}`, { kind: 'report', number });
  return row;
}

/** The language of a paper where none is asked for. */
export function languageOf(view: View, asked: Language | undefined): Language {
  return asked ?? firstLanguage(view);
}

function reportOf(view: View, row: Row<'report'>): Report {
  return {
    number: row.number,
    title: pair(row.title_zh, row.title_en),
    asOf: row.as_of,
    madeOn: row.made_on,
    head: { seq: row.head_seq, hash: row.head_hash },
    hash: row.hash,
    changed: view.changed('report', row.id),
  };
}

/** The frozen content, not to be changed by whoever takes it. */
function copyOf(content: Row<'report'>['content']): ReportDetail['content'] {
  return structuredClone(content) as ReportDetail['content'];
}
