import { strangeInLine, strangeInWords, WestgateError } from '@westgate/base';
import type { Register } from '@westgate/domain';
import type { Deed, DeedDraft, Idem, Store } from '@westgate/store';
import { isDoneByThem } from './done-by.ts';

/** Who writes, and why; `idem` makes a repeated request give the first answer. */
export interface By {
  readonly who: string;
  readonly reason?: string | undefined;
  readonly idem?: Idem | undefined;
}

/** The deed that this very request of this person has done already; null for a new one. Throws where its key belongs to another, or it is not readable. */
export async function deedBefore(store: Pick<Store, 'deedByIdem'>, register: () => Register, by: By): Promise<Deed | null> {
  checkBy(by);
  const { who, idem } = by;
  const deed = idem === undefined ? null : await store.deedByIdem(idem.key);
  return deed && idem ? ownDeed(register(), deed, who, idem) : null;
}

/** Throws `WG_INPUT_INVALID` where the name or the reason holds characters that nobody can read and no database keeps. */
export function checkBy({ who, reason = '' }: By): void {
  for (const [field, found] of Object.entries({ who: strangeInLine(who), reason: strangeInWords(reason) })) {
    if (found !== null)
      throw new WestgateError(
        'WG_INPUT_INVALID',
        { zh: `${field}：应为读得出的字符，不含 ${found}`, en: `${field}: expected readable characters, without ${found}` },
        { field },
      );
  }
}

/**
 * `deed`, done with this key before. Throws `WG_INPUT_INVALID` where it was another request's, or of a schema that kept no hash of requests, and tells
 * nothing of that one: a key of another person gives no receipt.
 */
function ownDeed(register: Register, deed: Deed, who: string, { key, request }: Idem): Deed {
  if (deed.request === request && isDoneByThem(register, deed, { id: who, name: who })) return deed;
  throw new WestgateError(
    'WG_INPUT_INVALID',
    {
      zh: '每个请求须有自己的幂等键，这个键属于另一个请求',
      en: 'expected an idempotency key of its own for each request; this one belongs to another',
    },
    { idem: key },
  );
}

/** Does a deed. Where another process did one with the same key meanwhile, it must be of the same request and person. */
export async function commitOwn(store: Pick<Store, 'commit'>, register: () => Register, draft: DeedDraft): Promise<Deed> {
  const deed = await store.commit(draft);
  return draft.idem === undefined ? deed : ownDeed(register(), deed, draft.who, draft.idem);
}
