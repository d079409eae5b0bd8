import type { ErrorCode } from '@westgate/base';
import { z } from 'zod';
import { fileBytes } from '../schemas/export.ts';
import { LISTS } from '../schemas/lists.ts';
import { tileParams } from '../schemas/map.ts';
import type { ADDRESSES, EndpointName } from './addresses.ts';

/** What every endpoint tells of itself beside its address: the OpenAPI document is made from these. */
export interface Told {
  readonly summary: string;
  /** More than the summary says. */
  readonly description?: string;
  /** Under what it is told; under the first word of its path where that is not said. */
  readonly tag?: string;
  /** Errors of its own, beside those any endpoint may give, and beside `WG_NOT_FOUND` where its path names one record or it is about an account. */
  readonly errors?: readonly ErrorCode[];
  readonly headers?: z.ZodType;
  /** An answer that is no JSON is told by its media type. */
  readonly answer: z.ZodType | { readonly content: object };
}

/** An endpoint that answers and changes nothing. */
export interface Asked extends Told {
  readonly query?: z.ZodType;
  /** It holds what no deed tells of: no caller holds an answer that still stands. */
  readonly isFresh?: true;
}

/** An endpoint that does something. */
export interface Sent extends Told {
  readonly body: z.ZodType;
  readonly bodyLimit?: number;
  readonly consumes?: readonly string[];
  /** Nothing is kept by which it would be known again: it stores nothing, or tells a secret. Sent again it is done again. */
  readonly takesKey?: false;
  /** It changes a record that stands there, and says by `If-Match` which revision of it was read. */
  readonly isOfRev?: true;
}

/** What is told of each endpoint. */
export type Descriptions = { readonly [N in EndpointName]: (typeof ADDRESSES)[N][0] extends 'GET' ? Asked : Sent };

/** A query or a body that holds nothing: what is sent all the same is refused. */
export const nothing = z.strictObject({});

/** What may stand in a path, by its name. */
export const PARAMS = {
  id: z.string().max(200),
  axis: z.string().max(80),
  value: z.string().max(80),
  list: z.enum(LISTS),
  gate: z.string().max(200),
  number: z.coerce.number().int().min(1).max(2_147_483_647),
  person: z.string().regex(/^p-[0-9a-f]{16}$/, 'expected the id of a person, p- and 16 hex digits'),
  seq: z.coerce.number().int().min(1),
  /** A key as the screens make them: longer than one that is guessed. */
  key: z.string().regex(/^(?=.*-)[\w-]{16,200}$/, 'expected 16 to 200 letters, digits and _, a - among them'),
  token: z.string().regex(/^p-[0-9a-f]{16}\.[\w-]{43}$/, 'expected what stands in the link of a mail'),
  secret: z.string().regex(/^[\w-]{43}(?:\.ics)?$/, 'expected the secret of a calendar feed'),
  ...tileParams.shape,
};

/** Without a blank: keys of what the store does by itself have one, so that nobody takes them beforehand. */
const ownWord = z.string().max(200).regex(/^\S+$/, 'expected a word without a blank').optional();
/** The header by which a write is known again. */
export const idempotencyKey = z.object({
  'idempotency-key': ownWord.describe(
    'a word of your own: the same request sent again with it does nothing new and gets the first answer, another request with it is refused',
  ),
});

const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** The media type of each kind of file that is answered. */
export const MEDIA = {
  csv: 'text/csv; charset=utf-8',
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  docx: `${OFFICE}.wordprocessingml.document`,
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
  ics: 'text/calendar; charset=utf-8',
} as const;

/** The answer that is a file of that media type. */
export function fileOf(type: string, schema: z.ZodType = fileBytes) {
  return { content: { [type]: { schema } } };
}
