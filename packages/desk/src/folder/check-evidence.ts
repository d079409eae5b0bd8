import type { FaultList } from './fault.ts';
import { mediaOfName, nameFault } from './file-name.ts';
import { type LoadedTables, rowsWith } from './load.ts';

/** What must hold of evidence: a name and hash of the right form, a length, and a kind of file that the name stands for. */
export function checkEvidence(tables: LoadedTables, faults: FaultList): void {
  const columns = ['file_name', 'media_type', 'bytes', 'sha256'] as const;
  for (const { row, at } of rowsWith(tables, 'evidence', columns)) {
    const badName = nameFault(row.file_name);
    if (badName !== null) faults.add('malformed', at, 'file_name', badName, row.file_name);
    else if (mediaOfName(row.file_name) !== row.media_type) {
      faults.add('malformed', at, 'media_type', `${mediaOfName(row.file_name)}, as its name ends`, row.media_type);
    }
    if (!/^[0-9a-f]{64}$/.test(row.sha256)) faults.add('malformed', at, 'sha256', '64 hex digits', row.sha256);
    if (row.bytes < 1) faults.add('bad-integer', at, 'bytes', 'a length of at least one byte', String(row.bytes));
  }
}
