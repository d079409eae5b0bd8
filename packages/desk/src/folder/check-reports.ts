import { MONTHLY_FORMAT, REPORT_FORMAT } from '@westgate/domain';
import type { FaultList } from './fault.ts';
import { hashOfReport, keyOfReport } from './frozen-report.ts';
import { type LoadedTables, rowsWith } from './load.ts';

const FORMATS: readonly unknown[] = [REPORT_FORMAT, MONTHLY_FORMAT];

/** A report is as it was made: its id is its number, its content of the known format, and its hash that of all it freezes. */
export function checkReports(tables: LoadedTables, faults: FaultList): void {
  const columns = ['id', 'number', 'title_zh', 'title_en', 'as_of', 'made_on', 'head_seq', 'head_hash', 'hash', 'content'] as const;
  for (const { row, at } of rowsWith(tables, 'report', columns)) {
    if (row.number < 1 || row.id !== keyOfReport(row.number)) faults.add('bad-id', at, 'id', keyOfReport(Math.max(1, row.number)), row.id);
    if (row.title_zh === null && row.title_en === null) faults.add('no-text', at, 'title_en', 'a title in one language at least', '');
    const content: unknown = row.content;
    if (typeof content !== 'object' || content === null || !('format' in content) || !FORMATS.includes(content.format)) {
      faults.add(
        'malformed',
        at,
        'content',
        `JSON of the format ${FORMATS.join(' or ')}`,
        typeof content === 'string' ? content : JSON.stringify(content),
      );
    } else if (hashOfReport(row) !== row.hash) {
      faults.add('frozen', at, 'hash', 'the hash of what the report holds', row.hash);
    }
  }
}
