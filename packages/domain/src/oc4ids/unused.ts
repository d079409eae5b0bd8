import type { Json } from '@westgate/base';
import type { Register } from '../register/register.ts';
import type { Row } from '../register/tables.ts';
import type { Reading } from './mapping/entry.ts';
import { MAPPING } from './mapping/mapping.ts';
import { isFields, itemsOf, type Part, partAt, withPart } from './standard/parts.ts';
import { keysOf, languageOf, originalOf } from './write-project.ts';

/** Of what a project was read from, the parts that no record of the district holds: kept, given back, and not used. Null where there are none. */
export function unusedOf(register: Register, project: string): Json | null {
  const original = originalOf(register, project);
  return original?.document == null ? null : unusedIn(register, original);
}

/** The same of an original. */
export function unusedIn(register: Register, original: Row<'oc4ids_original'>): Json | null {
  const { document } = original;
  if (document === null) return null;
  const keys = keysOf(original);
  const reading: Reading = { language: languageOf(register, document), keyAt: (pointer) => keys[pointer] };
  let left: Json | undefined = withPart(withPart(document, ['id'], undefined) ?? {}, ['language'], undefined);
  // From the end of each list, so that what stands before keeps its place.
  for (const entry of MAPPING) {
    if (!entry.read) continue;
    const held = partAt(document, entry.path);
    if (held === null) continue;
    if (entry.kind === 'value') {
      const cells = entry.read(held.value, { ...reading, pointer: held.pointer });
      if (cells !== null && (entry.row === undefined || keys[held.pointer] !== undefined)) left = withPart(left, entry.path, undefined);
    } else {
      const used = usedItems(held, keys);
      const rest = itemsOf(held.value).filter((_, index) => !used.has(index));
      left = withPart(left, entry.path, rest.length === 0 ? undefined : rest);
    }
  }
  return isFields(left) && Object.keys(left).length > 0 ? left : null;
}

function usedItems({ value, pointer }: Part, keys: Readonly<Record<string, string>>): ReadonlySet<number> {
  return new Set(itemsOf(value).flatMap((_, index) => (keys[`${pointer}/${index}`] === undefined ? [] : [index])));
}
