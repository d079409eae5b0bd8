import { LIST_ADDRESS_LIMIT, readWhere } from '@westgate/base';
import { z } from 'zod';
import { bilingual } from './common.ts';

const count = z.number().int();

/** What a list takes that is grouped where it lies, beside its own filters: by these attributes, in these orders beside its own. */
export function groupedQuery<const A extends readonly string[], const O extends readonly string[]>(attributes: A, orders: O) {
  const isOrder = (text: string): boolean => orders.includes(text.replace(/^-/, ''));
  const isWhere = (text: string): boolean =>
    readWhere(text).length === text.split(',').length && readWhere(text).every(({ column }) => attributes.includes(column));
  const attribute = z.enum(attributes);
  return {
    q: z.string().max(200).optional().describe('words separated by blanks; all must stand in the name'),
    group: attribute.optional().describe('rows come by the values of this attribute; a row with several stands under each'),
    pivot: attribute.optional().describe('with `group`: how many rows there are where two values meet'),
    where: z
      .string()
      .max(LIST_ADDRESS_LIMIT)
      .refine(isWhere, `expected attribute:key, several separated by commas; attributes are ${attributes.join(', ')}`)
      .optional()
      .describe('only rows with these values, such as `department:works`; without a key: what is not known'),
    shut: z
      .string()
      .max(LIST_ADDRESS_LIMIT)
      .optional()
      .describe('groups whose rows are left out, by key; `*`: all but those named; `~`: what is not known'),
    sort: z
      .string()
      .max(40)
      .refine(isOrder, `expected one of ${orders.join(', ')}, with - before it for descending`)
      .optional()
      .describe(`one of ${orders.join(', ')}; with - before it descending; what is not known comes last`),
  };
}

/** What such a list answers beside its rows. */
export const groupedAnswer = {
  /** The attributes that the rows are grouped by and set against; null for none. */
  by: z.object({ group: z.string().nullable(), pivot: z.string().nullable() }),
  /** Rows by groups: a row with several values counts under each, rows of shut groups do not. */
  lines: count,
  /** The values that occur in what fits, in the order of their groups, each with how many rows have it. An empty key: not known. */
  values: z.array(z.object({ attribute: z.string(), values: z.array(z.object({ key: z.string(), name: bilingual.nullable(), count })) })),
  /** What `where` asked for, each value by its name, also where no row fits. */
  conditions: z.array(z.object({ attribute: z.string(), key: z.string(), name: bilingual.nullable() })),
  /** How many rows there are where two values meet; null in place of a key: all of them. Null where no pivot is asked for. */
  pivot: z.array(z.object({ down: z.string().nullable(), across: z.string().nullable(), count })).nullable(),
};
/** The key of the group a row stands under in such a list; null where it is not grouped. */
export const groupOfRow = { group: z.string().nullable() };
