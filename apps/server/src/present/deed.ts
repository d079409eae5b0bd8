import type { DayString } from '@westgate/base';
import type { ChangeMessage, Deed as DeedRecord, districtSchema, Receipt } from '@westgate/contract';
import { broughtBy, type Deed, type DeedSummary, type Desk, describeChanges, type VerifyReport } from '@westgate/desk';
import type { TableName } from '@westgate/domain';
import type { z } from 'zod';

/** Changes shown of one deed. */
export const CHANGES_SHOWN = 1000;

/** A deed with the changes it is read with: all of them, or the part that touched a record. */
export function deedOf(desk: Desk, deed: DeedSummary & { readonly changes?: Deed['changes'] }): DeedRecord {
  const { seq, at, who, verb, reason, undoes, changeCount } = deed;
  const changes = describeChanges((deed.changes ?? []).slice(0, CHANGES_SHOWN));
  return {
    seq,
    at,
    who,
    verb,
    reason,
    undoes,
    undoneBy: desk.undoneBy(seq),
    changes: changes.map(({ table, key, kind, of, fields }) => ({ table, key, kind, of, fields: fields.map((field) => ({ ...field })) })),
    changeCount,
  };
}

/** The deed of this office that brought a row and still stands; null where it came with a folder: whoever brings that in wrote none of its rows. */
export function broughtHere(desk: Desk, deeds: readonly Deed[], table: TableName, key: string): Deed | null {
  return broughtBy(
    desk,
    deeds.filter(({ seq, verb }) => seq > 1 && verb !== 'import'),
    table,
    key,
  );
}

/** Who did a deed and when, beside what it brought. */
export function stampOf(deed: Deed | null): { readonly seq: number; readonly at: string; readonly who: string | null } | null {
  return deed && { seq: deed.seq, at: deed.at, who: deed.who };
}

/** What a person is told after a write. */
export function receiptOf(deed: Deed, outcomeId: string | null): Receipt {
  const [only, ...others] = deed.changes;
  const rev = others.length === 0 ? (only?.after?.rev ?? null) : null;
  return { seq: deed.seq, at: deed.at, verb: deed.verb, outcomeId, rev };
}

/** What screens are told after a deed. */
export function messageOf({ seq, at, verb, undoes, changes }: Deed, today: DayString): ChangeMessage {
  const touched = undoes === null ? changes : [...changes, { table: 'deed', key: undoes }];
  return {
    seq,
    at,
    verb,
    tables: [...new Set(touched.map(({ table }) => table))],
    keys: touched.length > CHANGES_SHOWN ? [] : touched.map(({ table, key }) => `${table}:${key}`),
    today,
  };
}

/** The store's report as the named checks it made. */
export function verifyAnswerOf(report: VerifyReport): z.infer<typeof districtSchema.verifyAnswer> {
  const { journal, database, tables, files, faults, losses, isClean } = report;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const isSameHead = journal.seq === database.seq && journal.hash === database.hash;
  return {
    ok: isClean,
    deeds: journal.seq,
    head: { ...journal },
    checks: [
      { name: 'heads agree', ok: isSameHead, detail: `journal ${journal.seq}, database ${database.seq}` },
      {
        name: 'journal, database and memory',
        ok: isClean,
        detail: isClean ? `${rows} rows in ${tables.length} tables agree` : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`,
      },
      { name: 'evidence files', ok: !faults.some((fault) => fault.startsWith('The evidence file')), detail: filesInWords(files) },
      ...faults.map((fault) => ({ name: 'fault', ok: false, detail: fault })),
      ...losses.map((loss) => ({ name: 'given up', ok: true, detail: loss })),
    ],
  };
}

function filesInWords({ sound, absent }: VerifyReport['files']): string {
  const kept = `${sound} kept and sound`;
  return absent === 0 ? kept : `${kept}, ${absent} told of by a district folder and not kept here`;
}
