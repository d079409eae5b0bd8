import type { Json } from '@westgate/base';

/** An object of a document. */
export type Fields = { readonly [key: string]: Json };

/** A step into a document: a field, or the item of a list that is meant; `made` where there is none yet. */
export type Step = string | { readonly is: (item: Json) => boolean; readonly made: Fields };
export type Path = readonly Step[];

/** A part of a document and where it stands. */
export interface Part {
  readonly value: Json;
  readonly pointer: string;
}

/** Whether a value is an object. */
export function isFields(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a list; none of what is no list. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  return isItems(value) ? value : [];
}

/** The text of a field; null where it holds none. */
export function textIn(value: Json | undefined, name: string): string | null {
  const found = isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return typeof found === 'string' && found.trim() !== '' ? found : null;
}

/** The part of a document under a path, and its JSON pointer; null where there is none. */
export function partAt(document: Json, path: Path): Part | null {
  let [value, pointer]: [Json, string] = [document, ''];
  for (const step of path) {
    if (typeof step === 'string') {
      if (!isFields(value) || !Object.hasOwn(value, step)) return null;
      const inner: Json | undefined = value[step];
      if (inner === undefined) return null;
      [value, pointer] = [inner, `${pointer}/${step}`];
    } else {
      const items = itemsOf(value);
      const at = items.findIndex(step.is);
      const item = items[at];
      if (item === undefined) return null;
      [value, pointer] = [item, `${pointer}/${at}`];
    }
  }
  return { value, pointer };
}

/** The document with another value under a path; without one that part is taken out, and what is empty then. */
export function withPart(document: Json | undefined, [step, ...rest]: Path, value: Json | undefined): Json | undefined {
  if (step === undefined) return value;
  if (typeof step === 'string') {
    const fields = isFields(document) ? document : {};
    const inner = withPart(Object.hasOwn(fields, step) ? fields[step] : undefined, rest, value);
    const kept = Object.entries(fields).flatMap(([name, held]) =>
      name === step ? (inner === undefined ? [] : [[name, inner] as const]) : [[name, held] as const],
    );
    const all = inner === undefined || Object.hasOwn(fields, step) ? kept : [...kept, [step, inner] as const];
    return all.length === 0 ? undefined : Object.fromEntries(all);
  }
  const items = itemsOf(document);
  const at = items.findIndex(step.is);
  const inner = withPart(at < 0 ? step.made : items[at], rest, value);
  if (at < 0) return inner === undefined || value === undefined ? document : [...items, inner];
  const next = items.flatMap((item, index) => (index === at ? (inner === undefined ? [] : [inner]) : [item]));
  return next.length === 0 ? undefined : next;
}

function isItems(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
