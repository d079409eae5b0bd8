import type { Edit, EditsReceipt, MapShapes, RecordRow, Source, Ties } from '@westgate/contract';
import { FORM_PATHS, type FormKind } from '../record/form/form-kinds.ts';
import { useAsk } from './ask.ts';
import { changeApi, tellApi } from './client.ts';
import { useWrite } from './use-write.ts';

/** Who does it and why; `key` makes a repeated press do nothing new. */
export interface By {
  readonly who: string;
  readonly reason: string;
  readonly key: string;
}

/** A record as its row, for a form, with what rests on it. */
export const useRow = (kind: FormKind, id: string, isWanted = true) =>
  useAsk<RecordRow>(`${FORM_PATHS[kind]}/${encodeURIComponent(id)}/row`, {}, isWanted);
/** The links of a record as they were written. */
export const useTies = (kind: string, id: string) => useAsk<Ties>('links', { of: `${kind}:${id}` });
/** The position and outlines of a place. */
export const useShapesOf = (place: string, isWanted: boolean) => useAsk<MapShapes>('map/shapes', { of: place }, isWanted);
/** What is drawn in a box. */
export const useShapesIn = (bbox: string | undefined) => useAsk<MapShapes>('map/shapes', { bbox }, bbox !== undefined);
/** One source. */
export const useSource = (id: string) => useAsk<Source>(`sources/${encodeURIComponent(id)}`);

/** Several edits as one deed. */
export function useEdits() {
  return useWrite(({ edits, who, reason, key }: By & { readonly edits: readonly Edit[] }) =>
    tellApi<EditsReceipt>('edits', { who, reason, edits }, key),
  );
}

/** Other values for columns of a record; refused with what others did where it is no longer as it was read. */
export function useReviseRecord() {
  return useWrite(
    ({ path, rev, fields, who, reason, key }: By & { readonly path: string; readonly rev: number; readonly fields: object }) =>
      changeApi<Deeded>('PATCH', path, { who, reason, fields }, rev, key),
  );
}

/** Takes a record out, with what only says something of it. */
export function useTakeOut() {
  return useWrite(({ path, rev, who, reason, key }: By & { readonly path: string; readonly rev: number }) =>
    changeApi<Deeded>('DELETE', path, { who, reason, withAll: true }, rev, key),
  );
}

/** Draws a record into another of its kind. */
export function useMerge() {
  return useWrite(({ path, rev, into, who, reason, key }: By & { readonly path: string; readonly rev: number; readonly into: string }) =>
    changeApi<EditsReceipt>('POST', `${path}/merge`, { who, reason, into }, rev, key),
  );
}

/** A link by its ends. */
export interface LinkEnds {
  readonly from_kind: string;
  readonly from_id: string;
  readonly relation: string;
  readonly to_kind: string;
  readonly to_id: string;
}

/** Takes a link out. */
export function useUnlink() {
  return useWrite(({ ends, rev, who, reason, key }: By & { readonly ends: LinkEnds; readonly rev: number }) =>
    changeApi<EditsReceipt>('DELETE', 'links', { who, reason, ...ends }, rev, key),
  );
}

/** What every write answers. */
interface Deeded {
  readonly seq: number;
}
