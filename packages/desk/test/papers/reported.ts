import { type DayString, idOf } from '@westgate/base';
import { monthlyContentOf, type Narrative, type Register, type ReportContent, type Row, reportContentOf } from '@westgate/domain';
import { hashOfReport } from '../../src/folder/frozen-report.ts';

/** Report no. 3 of a register, as the desk makes it. */
export function reportOf(register: Register, asOf: DayString): Row<'report'> & { readonly content: ReportContent } {
  return frozenAs(reportContentOf(register, asOf), asOf);
}

/** The same number, freezing a month. */
export function monthlyReportOf(register: Register, month: string, narrative: Narrative, asOf: DayString) {
  return frozenAs(monthlyContentOf(register, month, narrative, { asOf }), asOf);
}

function frozenAs<Content extends Row<'report'>['content']>(
  content: Content,
  asOf: DayString,
): Row<'report'> & { readonly content: Content } {
  const frozen = {
    number: 3,
    title_zh: '承诺台账报告',
    title_en: 'Ledger of promises',
    as_of: asOf,
    made_on: asOf,
    head_seq: 12,
    head_hash: 'abcdef0123456789'.repeat(4),
    content,
  };
  return { id: idOf<'report'>('report-3'), ...frozen, hash: hashOfReport(frozen), visibility: 'district', rev: 1 };
}
