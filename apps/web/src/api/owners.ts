import type { BodyOf } from '@westgate/contract';
import { useAsk } from './ask.ts';
import { tell } from './client.ts';
import type { By } from './edits.ts';
import { useWrite } from './use-write.ts';

interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** Names the person who answers for records; null: nobody any more. */
export const useNameOwner = () =>
  useWrite(({ key, ...ask }: Pick<By, 'who' | 'key'> & { readonly subjects: readonly Subject[]; readonly person: string | null }) =>
    tell('name-owner', { body: ask, key }),
  );

/** The links by which bodies outside the district report on a record. */
export const useOutsideLinks = ({ kind, id }: Subject) => useAsk('outside-links', { query: { kind, id } });

/** A body outside the district, and up to when it may report. */
export type OutsideLinkDraft = Omit<BodyOf<'make-outside-link'>, 'who' | 'reason'>;
