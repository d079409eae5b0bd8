import { WestgateError } from '@westgate/base';
import { isReservedName } from '@westgate/desk';
import type { Caller } from './caller.ts';

/**
 * Who signs a deed: the id of who is signed in, whatever `who` was sent; else the name that was sent. Throws `WG_INPUT_INVALID` for a name that
 * Westgate signs with itself, unless who runs it on its machine asks: nobody writes under the name of a program or of a body outside.
 */
export function signedBy(caller: Caller, who: unknown): unknown {
  if (caller.kind === 'person') return caller.id;
  if (caller.kind !== 'operator' && typeof who === 'string' && isReservedName(who))
    throw new WestgateError(
      'WG_INPUT_INVALID',
      {
        zh: 'who：应为人的姓名；这个名字是西大门自己署名用的',
        en: 'who: expected the name of a person, found one that Westgate signs with itself',
      },
      { field: 'who' },
    );
  return who;
}
