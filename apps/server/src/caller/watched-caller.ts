import type { Reader } from '@westgate/domain';
import type { Caller } from './caller.ts';

/** Someone who asks, of whom it is noted whether anything was looked at that is that person's alone. */
export interface WatchedCaller {
  readonly caller: Caller;
  readonly wasLookedAt: () => boolean;
}

/** `caller` as before. Whatever is taken of the person but the roles and the department is noted, also by who copies the whole. */
export function watchedCaller(caller: Caller): WatchedCaller {
  if (caller.kind !== 'person') return { caller, wasLookedAt: () => false };
  let wasLookedAt = false;
  const noted = <Value>(value: Value): Value => {
    wasLookedAt = true;
    return value;
  };
  const { roles, department } = caller.reader;
  const reader: Reader = {
    roles,
    department,
    get person() {
      return noted(caller.reader.person);
    },
  };
  return {
    caller: {
      kind: 'person',
      get id() {
        return noted(caller.id);
      },
      get name() {
        return noted(caller.name);
      },
      reader,
      get session() {
        return noted(caller.session);
      },
      ...(caller.scopes === undefined
        ? {}
        : {
            get scopes() {
              return noted(caller.scopes);
            },
          }),
    } as Caller,
    wasLookedAt: () => wasLookedAt,
  };
}
