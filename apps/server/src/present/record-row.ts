import { noSuch, WestgateError } from '@westgate/base';
import type { RecordRow } from '@westgate/contract';
import { goesWith, mayLetGo, type Resting, restingOn } from '@westgate/desk';
import { type AnyRow, TABLE_NAMES, type TableName } from '@westgate/domain';
import type { View } from '../view/view.ts';

/** Rows that are named; the others are counted. */
const KEYS_SHOWN = 20;

/** A record as its row, and what rests on it. Throws `WG_NOT_FOUND`. */
export function recordRowIn({ register }: View, table: TableName, key: string): RecordRow {
  const rows: ReadonlyMap<string, AnyRow> = register[table];
  const row = rows.get(key);
  if (!row) throw new WestgateError('WG_NOT_FOUND', noSuch(table, key), { kind: table, id: key });
  const { rev, ...fields } = row;
  const resting = restingOn(register, { table, key });
  return { table, key, rev, fields, resting: TABLE_NAMES.flatMap((name) => counted(resting, name)) };
}

function counted(resting: readonly Resting[], table: TableName): RecordRow['resting'] {
  const own = resting.filter((each) => each.table === table);
  return (['with-it', 'let-go', 'holds-it'] as const).flatMap((goes) => {
    const found = own.filter((each) => fateOf(each) === goes);
    return found.length === 0 ? [] : [{ table, count: found.length, goes, keys: found.slice(0, KEYS_SHOWN).map(({ key }) => key) }];
  });
}

function fateOf(resting: Resting): 'with-it' | 'let-go' | 'holds-it' {
  if (goesWith(resting)) return 'with-it';
  return mayLetGo(resting) ? 'let-go' : 'holds-it';
}
