/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** `value` as JSON with object keys sorted at every depth, so equal values give equal text (and equal hashes). */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  let parts = '';
  if (isList(value)) {
    for (const entry of value) parts += `${parts === '' ? '' : ','}${canonicalJson(entry)}`;
    return `[${parts}]`;
  }
  for (const key of Object.keys(value).sort())
    parts += `${parts === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`;
  return `{${parts}}`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

/** True when both values are the same JSON, whatever the order of their keys. */
export function sameJson(a: Json, b: Json): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}
