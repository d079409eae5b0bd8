import type { PlainRecord } from '@westgate/contract';
import { plainSchema } from '@westgate/contract';
import { described, PLAIN_KINDS, type PlainKind } from '@westgate/domain';
import type { z } from 'zod';
import { plainIn } from '../present/plain.ts';
import { textAt } from '../present/text.ts';
import { plainColumns } from './columns/plain-columns.ts';
import { type Asked, type Listing, listColumns } from './listing.ts';

/** How the records of a plain kind are listed. */
export type PlainListing = Listing<PlainKind, PlainRecord, Asked<ReturnType<typeof plainSchema.plainQuery>>>;

/** How the records of each plain kind are listed. */
export const PLAIN_LISTINGS: ReadonlyMap<PlainKind, PlainListing> = new Map(PLAIN_KINDS.map((kind) => [kind, listingOf(kind)]));

function listingOf(kind: PlainKind): PlainListing {
  const found = Object.entries(described(kind).search ?? {}).flatMap(([stem, weight]) => (weight === 'remark' ? [] : [stem]));
  return {
    table: kind,
    show: (view, id) => plainIn(view, kind, id),
    textsOf: (row) => found.flatMap((stem) => [textAt(row, `${stem}_zh`), textAt(row, `${stem}_en`)]),
    narrows: Object.fromEntries(plainSchema.narrowing(kind).map((column) => [column, column])),
    columns: listColumns(kind, plainColumns(kind)),
    order: 'name',
  };
}
