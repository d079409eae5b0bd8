import type { listSchema } from '@westgate/contract';
import { capital, FORM_KINDS, type FormKind, nounsOf, PLURALS } from '@westgate/domain';
import { COMPUTED } from './computed-lists.ts';
import { type ListAnswers, recordList } from './list-answers.ts';
import type { Listing } from './listing.ts';
import { LISTINGS } from './noun-lists.ts';

/** The list of each kind of record. */
export const RECORD_LISTS = Object.fromEntries(
  FORM_KINDS.map((kind) => [
    kind,
    recordList(LISTINGS[kind] as (typeof LISTINGS)['sentence'], kind === 'sentence' ? 'in_text' : undefined),
  ]),
) as unknown as { readonly [K in FormKind]: ListOf<(typeof LISTINGS)[K]> };

type ListOf<L> = L extends Listing<infer T, infer Shown, infer Ask> ? ReturnType<typeof recordList<T, Shown, Ask>> : never;

/** Every list by its name in an address. */
export const LISTS = {
  ...Object.fromEntries(FORM_KINDS.map((kind) => [PLURALS[kind], { ...RECORD_LISTS[kind], name: capital(nounsOf(kind)), right: 'read' }])),
  ...COMPUTED,
} as Readonly<Record<(typeof listSchema.LISTS)[number], ListAnswers>>;
