import { requireDay } from '@westgate/desk';
import type { DayForm, Register } from '@westgate/domain';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

/** What a schema says of a text that names a day, a month or a period. */
const DAY_FORMS: ReadonlyMap<unknown, DayForm> = new Map([
  ['date', 'day'],
  ['month', 'month'],
  ['period', 'period'],
]);

/**
 * Throws `WG_INPUT_INVALID`, in both languages, where a text that should name a day, in the query of a request or its body, is no day of the
 * calendar or lies outside the span of the district: of every route, by what the schema of the route says. `body`: the fields of a form, which the
 * request itself does not hold.
 */
export function requireDaysAsked(register: Register, request: FastifyRequest, body: unknown = request.body): void {
  const { schema } = request.routeOptions;
  for (const [said, given] of [[schema?.querystring, request.query] as const, [schema?.body, body] as const]) {
    if (said instanceof z.ZodType)
      for (const { field, form, text } of daysIn(said, given, '')) if (text.trim() !== '') requireDay(register, field, form, text.trim());
  }
}

interface DayGiven {
  readonly field: string;
  readonly form: DayForm;
  readonly text: string;
}

/** The texts in `value` that `schema` says are days, each with the name of its field. */
function* daysIn(schema: z.core.$ZodType, value: unknown, field: string): Generator<DayGiven> {
  const form = typeof value === 'string' ? DAY_FORMS.get(z.globalRegistry.get(schema)?.format) : undefined;
  if (typeof value === 'string' && form !== undefined) yield { field, form, text: value };
  else if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    yield* daysIn(schema.def.innerType, value, field);
  else if (schema instanceof z.ZodUnion) for (const option of schema.options) yield* daysIn(option, value, field);
  else if (schema instanceof z.ZodArray && Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* daysIn(schema.element, each, joined(field, String(index)));
  } else if (schema instanceof z.ZodObject && typeof value === 'object' && value !== null) {
    for (const [name, each] of fieldsWithDays(schema))
      if (Object.hasOwn(value, name)) yield* daysIn(each, Reflect.get(value, name), joined(field, name));
  }
}

type Fields = readonly (readonly [name: string, schema: z.core.$ZodType])[];

const withDays = new WeakMap<z.ZodObject, Fields>();

/** The fields of an object that are a day, or may hold one: most hold none, and each request is looked at. */
function fieldsWithDays(schema: z.ZodObject): Fields {
  const known = withDays.get(schema);
  if (known) return known;
  const found = Object.entries(schema.shape).filter(([, each]) => mayHoldDay(each));
  withDays.set(schema, found);
  return found;
}

function mayHoldDay(schema: z.core.$ZodType): boolean {
  if (DAY_FORMS.has(z.globalRegistry.get(schema)?.format)) return true;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return mayHoldDay(schema.def.innerType);
  if (schema instanceof z.ZodUnion) return schema.options.some(mayHoldDay);
  if (schema instanceof z.ZodArray) return mayHoldDay(schema.element);
  return schema instanceof z.ZodObject && fieldsWithDays(schema).length > 0;
}

function joined(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}
