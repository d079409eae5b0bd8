import { type ErrorCode, WestgateError } from '@westgate/base';
import { messageOf } from '../disk/disk-fault.ts';
import type { Place } from '../engine/engine.ts';
import type { AskedDeed } from '../engine/proven-group.ts';
import type { PersonEngine } from '../engine/with-persons.ts';
import type { Deed, DeedDraft, Progress, Status } from '../journal/deed.ts';
import type { Limits } from '../limits/limits.ts';

/** What the store's thread is started with. */
export interface Start {
  readonly place: Place;
  readonly limits: Limits;
  /** What the {@link StatementHeartbeat} of its statements is kept in. */
  readonly heartbeat: SharedArrayBuffer;
}

/** A call of one of the engine's functions. */
export type Method = Exclude<keyof PersonEngine, 'status' | 'keys' | 'signInLog' | 'outbox' | 'outside' | 'files' | 'runKeep' | 'recheck'>;
export interface Request {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

/** Changes of the deed that the call `ahead` will ask for, which is large; they come before it. */
export interface ChangesAhead {
  readonly ahead: number;
  readonly changes: DeedDraft['changes'];
}

/** Asks for the next changes of the deed that the call `next` began to give. */
export interface NextAsked {
  readonly next: number;
}

/** The next changes of the deed that the call `of` began to give. */
export interface NextChanges {
  readonly id: 'next';
  readonly of: number;
  readonly changes: Deed['changes'];
  readonly isLast: boolean;
  readonly status: null;
}

/** The answer to the request `id` (0: the engine is open), with the store's state after it. */
export interface Reply {
  readonly id: number;
  readonly value?: unknown;
  /** It is a large deed, whose changes are still to be asked for. */
  readonly isBegun?: boolean;
  readonly error?: Failure;
  readonly status: Status | null;
  /** Why the thread can do no more: told with the answer, as what it throws may overtake that. */
  readonly ending?: string;
}

/** The deed of a draft as the thread gives it: of one that was done now, whoever drafted it has the changes. */
export type DoneDeed = Omit<Deed, 'changes'> & { readonly changes: Deed['changes'] | null };

/** What the thread says unasked: a deed that was done on a server (null: none), and the store's state after it. */
export interface News {
  readonly id: null;
  readonly deed: DoneDeed | null;
  /** The call that asked for it, where its changes are not here. */
  readonly asked?: AskedDeed | undefined;
  readonly status: Status;
}

/** How far the deed has come that is being written. */
export interface Underway {
  readonly id: 'underway';
  readonly progress: Progress;
  readonly status: null;
}

/** An error in a form that crosses threads whole. `code` null: a fault of ours. */
export interface Failure {
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly stack: string | null;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof WestgateError) return { code: error.code, message: error.message, details: error.details, stack: null };
  if (error instanceof Error) return { code: null, message: error.message, details: {}, stack: error.stack ?? null };
  return { code: null, message: messageOf(error), details: {}, stack: null };
}

export function errorOf({ code, message, details, stack }: Failure): Error {
  if (code !== null) return new WestgateError(code, message, details);
  const error = new Error(message);
  if (stack !== null) error.stack = `${stack}\n    --- in the store's thread ---`;
  return error;
}
