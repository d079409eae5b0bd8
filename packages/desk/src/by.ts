import { strangeInLine, strangeInWords, WestgateError } from '@westgate/base';
import type { Register } from '@westgate/domain';
import type { Deed, DeedDraft, Store } from '@westgate/store';
import { isDoneByThem } from './people/done-by.ts';

/** Who writes, and why; `idem` makes a repeated request give the first answer. */
export interface By {
  readonly who: string;
  readonly reason?: string | undefined;
  readonly idem?: string | undefined;
}

/** The deed that this very request of this person has done already; null for a new one. Throws where its key belongs to another, or it is not readable. */
export async function deedBefore(
  store: Pick<Store, 'deedByIdem'>,
  register: () => Register,
  by: By,
  isSame: (deed: Deed) => boolean,
): Promise<Deed | null> {
  checkBy(by);
  const deed = by.idem === undefined ? null : await store.deedByIdem(by.idem);
  return deed && sameRequest(deed, by, isOwnDeed(register(), deed, by) && isSame(deed));
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
 * `deed`, done with this idempotency key before. Throws `WG_INPUT_INVALID` where it was another request's, and tells nothing of that one: a key
 * of another person gives no receipt.
 */
function sameRequest(deed: Deed, { idem }: By, isSame: boolean): Deed {
  if (isSame) return deed;
  throw new WestgateError(
    'WG_INPUT_INVALID',
    {
      zh: '每个请求须有自己的幂等键，这个键属于另一个请求',
      en: 'expected an idempotency key of its own for each request; this one belongs to another',
    },
    {
      idem,
    },
  );
}

/** Whether a deed is that of who writes now. */
function isOwnDeed(register: Register, deed: Deed, { who }: Pick<By, 'who'>): boolean {
  return isDoneByThem(register, deed, { id: who, name: who });
}

/** Does a deed; where another process did one with the same key meanwhile, it must be of the same person: that of another gives no receipt. */
export async function commitOwn(store: Pick<Store, 'commit'>, register: () => Register, draft: DeedDraft): Promise<Deed> {
  const deed = await store.commit(draft);
  return deed.idem === null ? deed : sameRequest(deed, draft, isOwnDeed(register(), deed, draft));
}
