import { WestgateError } from '@westgate/base';
import type { Deed } from '@westgate/store';
import { isReadable } from './folder/values.ts';

/** Who writes, and why; `idem` makes a repeated request give the first answer. */
export interface By {
  readonly who: string;
  readonly reason?: string | undefined;
  readonly idem?: string | undefined;
}

/** Throws `WG_INPUT_INVALID` where the name or the reason holds characters that nobody can read and no database keeps. */
export function checkBy({ who, reason }: By): void {
  for (const [field, text] of Object.entries({ who, reason: reason ?? '' })) {
    if (!isReadable(text)) throw new WestgateError('WG_INPUT_INVALID', `${field}: expected readable characters`, { field });
  }
}

/** `deed`, done with this idempotency key before. Throws `WG_INPUT_INVALID` where it was another request's. */
export function sameRequest(deed: Deed, { idem }: By, isSame: boolean): Deed {
  if (isSame) return deed;
  const message = `expected an idempotency key of its own for each request; "${idem}" belongs to deed ${deed.seq}, another request`;
  throw new WestgateError('WG_INPUT_INVALID', message, { idem, seq: deed.seq });
}
