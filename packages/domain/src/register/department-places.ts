import { registerMemo } from './memo.ts';
import type { Register } from './register.ts';

const places = registerMemo((register) => new Map([...register.department.keys()].map((id, index): [string, number] => [id, index])));

/** The place of a department in the order of the district; null for none, and for one that is not held. */
export function departmentPlace(register: Register, id: string | null): number | null {
  return id === null ? null : (places(register).get(id) ?? null);
}
