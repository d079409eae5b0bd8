import type { Conflict, RecordRow } from '@westgate/contract';
import { useCallback, useState } from 'react';
import { parseConflict } from '../../api/client.ts';
import { useEdits, useReviseRecord } from '../../api/edits.ts';
import type { FormKind } from '../../api/form-kinds.ts';
import { useKeyOf } from '../use-key-of.ts';
import { whoFaults } from './by-fields.tsx';
import {
  columnsFrom,
  type FormClash,
  type FormFault,
  type FormValue,
  type FormValues,
  faultsOf,
  mergedValues,
  valuesOf,
} from './form-values.ts';
import { changedColumns, withTyped } from './own-basis.ts';
import { serverFaults } from './server-faults.ts';

/** What was found in the way, and what of it is to be decided. */
interface Clashing {
  readonly conflict: Conflict;
  readonly clashes: readonly FormClash[];
  readonly isTaken: boolean;
}

/** A record being edited: what was typed, what is wrong with it, who stands in the way, and how it is sent. */
export interface RecordEdit {
  readonly values: FormValues;
  /** The record as it was read. */
  readonly read: FormValues;
  readonly set: (column: string, value: FormValue) => void;
  readonly faults: readonly FormFault[];
  /** What the server refused as a whole. */
  readonly error: Error | null;
  readonly clashing: Clashing | null;
  /** True where another took the record out: what was typed can only become a new one. */
  readonly isGone: boolean;
  readonly isPending: boolean;
  /** How often it was tried: the key of what is told anew after each try. */
  readonly tries: number;
  readonly save: (who: string, reason: string) => void;
}

/** Edits a record as it was when the form was opened; where another changed it meanwhile, the next try is made on what stands there now. */
export function useRecordEdit(kind: FormKind, row: RecordRow, onDone: (seq: number, id: string) => void): RecordEdit {
  const [present, setPresent] = useState(() => ({ values: valuesOf(kind, row.fields), rev: row.rev }));
  const [values, setValues] = useState(present.values);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [clashing, setClashing] = useState<Clashing | null>(null);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  const [revise, make] = [useReviseRecord(), useEdits()];
  const isGone = clashing?.conflict.row === null;

  const { values: read } = present;
  const set = useCallback(
    (column: string, value: FormValue) => setValues((before) => withTyped(kind, read, before, column, value)),
    [kind, read],
  );
  const meet = (error: Error): void => {
    const conflict = parseConflict(error);
    if (!conflict) return;
    if (conflict.row === null) {
      setClashing({ conflict, clashes: [], isTaken: false });
      return;
    }
    const now = valuesOf(kind, conflict.row);
    const merged = mergedValues(values, present.values, now);
    setValues(merged.values);
    setPresent({ values: now, rev: conflict.rev ?? present.rev });
    setClashing({ conflict, clashes: merged.clashes, isTaken: merged.isTaken });
  };
  const save = (who: string, reason: string): void => {
    const fields = changedColumns(kind, values, present.values);
    const isSame = !isGone && Object.keys(fields).length === 0;
    const found = [...faultsOf(kind, values, false), ...whoFaults(who)];
    const told: readonly FormFault[] = isSame && found.length === 0 ? [{ field: 'form', word: 'record.fault.same' }] : found;
    setTries(tries + 1);
    setFaults(told);
    revise.reset();
    make.reset();
    if (told.length > 0) return;
    const by = { who: who.trim(), reason: reason.trim() };
    if (isGone) {
      const edits = [{ action: 'create' as const, table: kind, fields: { ...columnsFrom(kind, values), id: row.key } }];
      make.mutate(
        { edits, ...by, key: keyOf({ edits, by }) },
        { onSuccess: ({ seq, records }) => onDone(seq, records[0]?.key ?? row.key) },
      );
    } else {
      const request = { kind, id: row.key, rev: present.rev, fields, ...by };
      revise.mutate({ ...request, key: keyOf(request) }, { onSuccess: ({ seq }) => onDone(seq, row.key), onError: meet });
    }
  };

  const refused = [revise.error, make.error].find((error) => error !== null && parseConflict(error) === null) ?? null;
  const told = serverFaults(refused, Object.keys(values));
  return {
    values,
    read,
    set,
    faults: [...faults, ...told],
    error: told.length > 0 ? null : refused,
    clashing,
    isGone,
    isPending: revise.isPending || make.isPending,
    tries,
    save,
  };
}
