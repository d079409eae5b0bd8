import type { Json } from '@westgate/base';
import { checkProject } from './standard/check.ts';
import { below, type Oc4idsFault } from './standard/fault.ts';
import { type Fields, isFields, itemsOf } from './standard/parts.ts';

/** Rounds of taking out what has faults: what was beside it may be empty then. */
const MOST_ROUNDS = 12;

/** A project without the parts that the standard does not take, and which these were; with `id` where its own is none. */
export function withoutFaults(project: Fields, id: string): { readonly project: Fields; readonly leftOut: readonly Oc4idsFault[] } {
  const leftOut: Oc4idsFault[] = [];
  let now: Fields = project;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const errors = checkProject(now).listed.filter(({ weight }) => weight === 'error');
    if (errors.length === 0) return { project: now, leftOut };
    leftOut.push(...errors);
    const pointers = new Set(
      errors.map(({ pointer, code }) =>
        code === 'missing' || code === 'no-currency' || code === 'no-party' ? pointer.replace(/\/[^/]*$/, '') : pointer,
      ),
    );
    const next = without(now, '', pointers);
    now = { ...(isFields(next) ? next : {}), ...(pointers.has('/id') || !isFields(next) || pointers.has('') ? { id } : {}) };
  }
  return { project: { id }, leftOut };
}

function without(value: Json, at: string, pointers: ReadonlySet<string>): Json | undefined {
  if (at !== '' && pointers.has(at)) return undefined;
  if (Array.isArray(value)) {
    const items = itemsOf(value).flatMap((item, index) => without(item, below(at, index), pointers) ?? []);
    return items.length === 0 ? undefined : items;
  }
  if (!isFields(value)) return value;
  const fields = Object.entries(value).flatMap(([name, inner]) => {
    const next = without(inner, below(at, name), pointers);
    return next === undefined ? [] : [[name, next] as const];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}
