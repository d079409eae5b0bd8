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
  for (const { key, quoted } of sortedKeys(Object.keys(value)))
    parts += `${parts === '' ? '' : ','}${quoted}:${canonicalJson(value[key] as Json)}`;
  return `{${parts}}`;
}

/** Keys as they stand in canonical JSON. */
interface Shape {
  /** In the order in which an object had them. */
  readonly keys: readonly string[];
  readonly sorted: readonly { readonly key: string; readonly quoted: string }[];
}

/** The shapes that were seen last: a deed of thousands of rows has few. */
const shapes = new Map<string, Shape>();
const SHAPES_KEPT = 500;
/** Objects of more keys are maps by id, and each is another. */
const MOST_KEYS = 60;

function sortedKeys(keys: readonly string[]): Shape['sorted'] {
  const name = keys.length <= MOST_KEYS ? keys.join(' ') : null;
  const held = name === null ? undefined : shapes.get(name);
  if (held && held.keys.length === keys.length && held.keys.every((key, index) => key === keys[index])) return held.sorted;
  const sorted = [...keys].sort().map((key) => ({ key, quoted: JSON.stringify(key) }));
  if (name === null) return sorted;
  if (shapes.size >= SHAPES_KEPT) shapes.clear();
  shapes.set(name, { keys, sorted });
  return sorted;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

/** True when both values are the same JSON, whatever the order of their keys. */
export function sameJson(a: Json, b: Json): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}
