import { WestgateError } from '@westgate/base';
import type { z } from 'zod';

/** Characters of a value that a message repeats. */
const SHOWN_LENGTH = 60;

/** `value` as `schema` says. Throws `WG_INPUT_INVALID` that names every part that does not fit; `where` is query, path or body. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown, where: 'query' | 'path' | 'body' | 'headers'): z.output<S> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => issueOf(issue, where));
  throw new WestgateError('WG_INPUT_INVALID', issues.map(({ field, message }) => `${field}: ${message}`).join('; '), { issues });
}

interface Issue {
  readonly where: string;
  readonly field: string;
  readonly message: string;
}

function issueOf(issue: z.core.$ZodIssue, where: string): Issue {
  const field = issue.path.length > 0 ? issue.path.map(String).join('.') : where;
  if (issue.code === 'unrecognized_keys') {
    return { where, field: issue.keys.join(', '), message: where === 'query' ? 'unknown query parameter' : 'unknown field' };
  }
  return { where, field, message: `${issue.message}${gotInWords(issue.input)}` };
}

/** What came, where it is a single value; an object would be its whole body again. */
function gotInWords(input: unknown): string {
  if (typeof input !== 'string' && typeof input !== 'number' && typeof input !== 'boolean') return '';
  const text = JSON.stringify(input);
  return `, got ${text.length <= SHOWN_LENGTH ? text : `${text.slice(0, SHOWN_LENGTH - 1)}…`}`;
}
