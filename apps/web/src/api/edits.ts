import type { BodyOf } from '@westgate/contract';
import type { MadeKind } from '@westgate/domain';
import { useAsk } from './ask.ts';
import { tell } from './client.ts';
import type { FormKind } from './form-kinds.ts';
import { useWrite } from './use-write.ts';

/** Who does it and why; `key` makes a repeated press do nothing new. */
export interface By {
  readonly who: string;
  readonly reason: string;
  readonly key: string;
}

/** A record as its row, for a form, with what rests on it. */
export const useRow = (kind: FormKind, id: string, isWanted = true) => useAsk(`${kind}-row`, { params: { id } }, isWanted);
/** What is drawn in a box. */
export const useShapesIn = (bbox: string | undefined) => useAsk('map-shapes', { query: { bbox } }, bbox !== undefined);

/** Several edits as one deed. */
export function useEdits() {
  return useWrite(({ edits, who, reason, key }: By & { readonly edits: BodyOf<'edit'>['edits'] }) =>
    tell('edit', { body: { who, reason, edits }, key }),
  );
}

/** A record as it was read. */
interface Read<K extends FormKind> extends By {
  readonly kind: K;
  readonly id: string;
  readonly rev: number;
}

/** Other values for columns of a record; refused with what others did where it is no longer as it was read. */
export function useReviseRecord() {
  return useWrite(({ kind, id, rev, fields, who, reason, key }: Read<FormKind> & { readonly fields: Readonly<Record<string, unknown>> }) =>
    tell(`change-${kind}`, { params: { id }, body: { who, reason, fields }, rev, key }),
  );
}

/** Takes a record out, with what only says something of it. */
export function useTakeOut() {
  return useWrite(({ kind, id, rev, who, reason, key }: Read<MadeKind>) =>
    tell(`withdraw-${kind}`, { params: { id }, body: { who, reason, withAll: true }, rev, key }),
  );
}

/** Draws a record into another of its kind. */
export function useMerge() {
  return useWrite(({ kind, id, rev, into, who, reason, key }: Read<MadeKind> & { readonly into: string }) =>
    tell(`merge-${kind}`, { params: { id }, body: { who, reason, into }, rev, key }),
  );
}

/** A link by its ends. */
export type LinkEnds = Omit<BodyOf<'unlink'>, 'who' | 'reason'>;
