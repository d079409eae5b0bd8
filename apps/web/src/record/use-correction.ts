import type { Conflict, Evidence, Receipt } from '@westgate/contract';
import { useState } from 'react';
import { parseConflict } from '../api/client.ts';
import { useTellAndSee } from '../api/use-write.ts';
import { useLanguage } from '../scope/use-view.ts';
import { type Clash, columnsNow, columnsOf, fieldsOf, isAnother, mergedFields, revisionOf, typedFields } from './correction.ts';
import { draftOf, type FieldFault, isFaulty, type OutcomeFields, type OutcomeSubject } from './draft.ts';
import { useKeyOf } from './use-key-of.ts';

/** What was found in the way, and what of it is to be decided. */
interface Clashing {
  readonly conflict: Conflict;
  readonly clashes: readonly Clash[];
  readonly isTaken: boolean;
}

/** A correction under way: what was typed, what is wrong with it, who stands in the way, and the two ways to send it. */
export interface Correction {
  readonly fields: OutcomeFields;
  readonly set: (field: keyof OutcomeFields) => (value: string) => void;
  /** True where what happened is told otherwise than it was read, so that its basis is asked for. */
  readonly isAnother: boolean;
  readonly faults: readonly FieldFault[];
  /** What the server refused, but for a conflict. */
  readonly error: Error | null;
  readonly clashing: Clashing | null;
  /** True where another withdrew the outcome: what was typed can only become a new one. */
  readonly isGone: boolean;
  readonly isPending: boolean;
  /** How often it was tried: the key of what is told anew after each try. */
  readonly tries: number;
  readonly save: (who: string, reason: string) => void;
  readonly takeOut: (who: string, reason: string) => void;
}

/** Corrects `row` as it was when the form was opened; where another changed it meanwhile, the next try is made on what stands there now. */
export function useCorrection(row: Evidence, subject: OutcomeSubject, onDone: (receipt: Receipt) => void): Correction {
  const language = useLanguage();
  const [present, setPresent] = useState({ columns: columnsOf(row), rev: row.rev });
  const [fields, setFields] = useState<OutcomeFields>(() => fieldsOf(present.columns, language));
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [clashing, setClashing] = useState<Clashing | null>(null);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  const [record, revise] = [useTellAndSee('record-outcome'), useTellAndSee('change-outcome')];
  const withdraw = useTellAndSee('withdraw-outcome');
  const isGone = clashing?.conflict.row === null;

  /** A new try: told what keeps it from being sent, null where nothing does. */
  const begin = (found: readonly FieldFault[]): boolean => {
    setTries(tries + 1);
    setFaults(found);
    for (const each of [record, revise, withdraw]) each.reset();
    return found.length === 0;
  };
  const meet = (error: Error): void => {
    const conflict = parseConflict(error);
    if (!conflict) return;
    const now = columnsNow(conflict);
    if (now === null) {
      setClashing({ conflict, clashes: [], isTaken: false });
      return;
    }
    const merged = mergedFields(fields, fieldsOf(present.columns, language), fieldsOf(now, language));
    setFields(merged.fields);
    setPresent({ columns: now, rev: conflict.rev ?? present.rev });
    setClashing({ conflict, clashes: merged.clashes, isTaken: merged.isTaken });
  };

  return {
    fields,
    isAnother: isAnother(fields, fieldsOf(present.columns, language)),
    set: (field) => (value) => setFields((before) => typedFields(before, fieldsOf(present.columns, language), field, value)),
    faults,
    error: [record.error, revise.error, withdraw.error].find((error) => error !== null && parseConflict(error) === null) ?? null,
    clashing,
    isGone,
    isPending: record.isPending || revise.isPending || withdraw.isPending,
    tries,
    save(who, reason) {
      const draft = draftOf({ ...fields, who }, subject, language);
      if (isFaulty(draft)) {
        begin(draft);
      } else if (isGone) {
        const request = { ...draft, reason };
        if (begin([])) record.mutate({ body: request, key: keyOf(request) }, { onSuccess: onDone });
      } else {
        const revision = revisionOf(draft, present.columns, language);
        const body = { who: draft.who, reason, fields: revision };
        const request = { params: { id: row.id }, body, rev: present.rev };
        const isSame = Object.keys(revision).length === 0;
        if (begin(isSame ? [{ field: 'what', word: 'record.fault.same' }] : [])) {
          revise.mutate({ ...request, key: keyOf(request) }, { onSuccess: onDone, onError: meet });
        }
      }
    },
    takeOut(who, reason) {
      const request = { params: { id: row.id }, body: { who: who.trim(), reason }, rev: present.rev };
      if (begin(request.body.who === '' ? [{ field: 'who', word: 'record.fault.who' }] : [])) {
        withdraw.mutate({ ...request, key: keyOf(request) }, { onSuccess: onDone, onError: meet });
      }
    },
  };
}
