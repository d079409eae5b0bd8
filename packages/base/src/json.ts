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
  for (const { key, quoted } of sortedKeys(Object.keys(value))) {
    const own = value[key] as Json;
    parts += `${parts === '' ? '' : ','}${quoted}:${own === null ? 'null' : canonicalJson(own)}`;
  }
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

/** The last shape with so many keys: most objects are of the same one as that before them. */
const lastOfSize: (Shape | undefined)[] = [];

function sortedKeys(keys: readonly string[]): Shape['sorted'] {
  const last = lastOfSize[keys.length];
  if (last && haveKeys(last, keys)) return last.sorted;
  const name = keys.length <= MOST_KEYS ? keys.join(' ') : null;
  const held = name === null ? undefined : shapes.get(name);
  if (held && held.keys.length === keys.length && haveKeys(held, keys)) {
    lastOfSize[keys.length] = held;
    return held.sorted;
  }
  const sorted = [...keys].sort().map((key) => ({ key, quoted: JSON.stringify(key) }));
  if (name === null) return sorted;
  if (shapes.size >= SHAPES_KEPT) shapes.clear();
  const shape = { keys, sorted };
  shapes.set(name, shape);
  lastOfSize[keys.length] = shape;
  return sorted;
}

function haveKeys(shape: Shape, keys: readonly string[]): boolean {
  for (let index = 0; index < keys.length; index += 1) if (shape.keys[index] !== keys[index]) return false;
  return true;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

/** True when both values are the same JSON, whatever the order of their keys. */
export function sameJson(a: Json, b: Json): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}
