import type { ErrorCode } from '@westgate/base';
import { z } from 'zod';
import { account } from './account.ts';
import { actions } from './actions.ts';
import { ADDRESSES, type EndpointName, type NameWith, type ParamName, type Right } from './addresses.ts';
import { deeds } from './deeds.ts';
import { district } from './district.ts';
import { events } from './events.ts';
import { flood } from './flood.ts';
import { exportsOfLists, lists, nouns, rows } from './nouns.ts';
import { oc4ids } from './oc4ids.ts';
import { office } from './office.ts';
import { papers } from './papers.ts';
import { people } from './people.ts';
import { programme } from './programme.ts';
import { type Descriptions, nothing, PARAMS, type Told } from './told.ts';
import { values } from './values.ts';
import { words } from './words.ts';

/** What is described, by file: spelled out, as it is too long to be written down otherwise. */
type Described = typeof people &
  typeof account &
  typeof district &
  typeof nouns &
  typeof rows &
  typeof deeds &
  typeof actions &
  typeof words &
  typeof values &
  typeof oc4ids &
  typeof programme &
  typeof events &
  typeof flood &
  typeof office &
  typeof papers &
  typeof lists &
  typeof exportsOfLists;
const DESCRIPTIONS: Described = {
  ...people,
  ...account,
  ...district,
  ...nouns,
  ...rows,
  ...deeds,
  ...actions,
  ...words,
  ...values,
  ...oc4ids,
  ...programme,
  ...events,
  ...flood,
  ...office,
  ...papers,
  ...lists,
  ...exportsOfLists,
} satisfies Descriptions;

/** What is described of an endpoint under a word; `None` where nothing is. */
type Part<N extends EndpointName, Word extends string, None> = N extends EndpointName
  ? Described[N] extends { readonly [W in Word]: infer S extends z.ZodType }
    ? S
    : None
  : never;
type QuerySchema<N extends EndpointName> = Part<N, 'query', typeof nothing>;
type BodySchema<N extends EndpointName> = Part<N, 'body', typeof nothing>;
type AnswerSchema<N extends EndpointName> = Part<N, 'answer', z.ZodUnknown>;

/** What stands in the path of an endpoint, as it is read. */
export type ParamsRead<N extends EndpointName> = { readonly [P in ParamName<N> & keyof typeof PARAMS]: z.output<(typeof PARAMS)[P]> };
/** What an endpoint is asked in its query, as it is read. */
export type QueryRead<N extends EndpointName> = z.output<QuerySchema<N>>;
/** The body that an endpoint takes, as it is read. */
export type BodyRead<N extends EndpointName> = z.output<BodySchema<N>>;
/** What an endpoint answers. */
export type AnswerOf<N extends EndpointName> = z.output<AnswerSchema<N>>;

/** The same value as it is sent: nothing of it is changed by who sends it, and which words it may hold is said by who reads it. */
type Sending<T> = T extends string
  ? string
  : T extends readonly (infer E)[]
    ? readonly Sending<E>[]
    : T extends object
      ? { readonly [F in keyof T]: Sending<T[F]> }
      : T;
/** What an endpoint may be asked in its query, as it is sent: text and numbers; what is undefined is left out. */
export type QueryOf<N extends EndpointName> = { readonly [F in keyof z.input<QuerySchema<N>>]?: string | number | undefined };
/** The body that an endpoint takes, as it is sent. */
export type BodyOf<N extends EndpointName> = Sending<z.input<BodySchema<N>>>;

/** Names of endpoints that answer and change nothing. */
export type ReadName = NameWith<'GET'>;
/** Names of endpoints that change a record as it was read. */
export type ChangeName = { [N in EndpointName]: Described[N] extends { readonly isOfRev: true } ? N : never }[EndpointName];
/** Names of endpoints that do something else. */
export type WriteName = Exclude<EndpointName, ReadName | ChangeName>;

/** An endpoint with all that is told of it. */
export interface Endpoint<N extends EndpointName = EndpointName> extends Told {
  readonly method: (typeof ADDRESSES)[N][0];
  readonly path: (typeof ADDRESSES)[N][1];
  readonly right: Right;
  readonly tag: string;
  readonly errors: readonly ErrorCode[];
  readonly params: z.ZodType<ParamsRead<N>>;
  readonly query: z.ZodType<QueryRead<N>>;
  readonly body: z.ZodType<BodyRead<N>>;
  readonly isFresh?: true;
  readonly bodyLimit?: number;
  readonly consumes?: readonly string[];
  readonly takesKey?: false;
}

/** What stands in a path names one record, which may not be there. */
const ONE = /:(?:id|seq|number|axis)\b/;

/** The endpoint of that name. */
export function endpoint<N extends EndpointName>(name: N): Endpoint<N> {
  const [method, path, right] = ADDRESSES[name];
  const parts = path.split('/');
  const [, tag] = parts;
  const params = z.object(Object.fromEntries(Object.entries(PARAMS).filter(([param]) => parts.includes(`:${param}`))));
  const told: Told = DESCRIPTIONS[name];
  const errors = [...(right === 'own-account' || ONE.test(path) ? ['WG_NOT_FOUND'] : []), ...(told.errors ?? [])];
  return { query: nothing, body: nothing, tag, ...told, errors, method, path, right, params } as unknown as Endpoint<N>;
}
