import { WestgateError } from '@westgate/base';
import type { Idem } from '@westgate/desk';
import type { HeldRun } from './told-run.ts';

/** Who asks for a run, and by what the request is known again. */
export interface RunBy {
  readonly person: string | null;
  readonly idem: Idem | undefined;
}

/** The run that this very request has asked for already. Throws `WG_INPUT_INVALID` where its key belongs to another. */
export function sameAsked(held: HeldRun, person: string | null, idem: Idem): HeldRun {
  if (held.run.idem?.request === idem.request && held.run.person === person) return held;
  throw new WestgateError('WG_INPUT_INVALID', {
    zh: '每个请求须有自己的幂等键，这个键属于另一个请求',
    en: 'expected an idempotency key of its own for each request; this one belongs to another',
  });
}
