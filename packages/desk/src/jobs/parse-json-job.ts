import { expectedFound, JsonShape, type Told, WestgateError } from '@westgate/base';
import type { JobSite } from './job.ts';

/** Bytes that are said to be JSON in UTF-8. */
interface JsonQuestion {
  readonly bytes: Uint8Array;
}

/** The job that parses JSON. */
export const jobs = { 'parse-json': parseJsonJob } as const;

/**
 * The value of a JSON text that is looked through before it is parsed. Throws `WG_INPUT_INVALID` where it is none, goes beyond the limits, or
 * names a field so that it could change what every object is.
 */
function parseJsonJob({ bytes }: JsonQuestion, { limits }: JobSite): unknown {
  const text = new TextDecoder().decode(bytes);
  const beyond = new JsonShape(limits).faultIn(text);
  if (beyond !== null) throw invalid(beyond, { zh: '超出', en: 'more' });
  const value = parsed(text);
  if (namesPrototype(value)) throw invalid({ zh: '别的字段名', en: 'fields of other names' }, '__proto__');
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid('JSON', { zh: '读不出的文字', en: error instanceof Error ? error.message.slice(0, 200) : 'other bytes' });
  }
}

function namesPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(namesPrototype);
}

function invalid(expected: Told, found: Told): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', expectedFound('body', expected, found));
}
