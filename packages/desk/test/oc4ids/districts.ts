import { fileURLToPath } from 'node:url';
import { dayOf, type Json, type Language } from '@westgate/base';
import { readFolder } from '@westgate/desk';
import { applyChanges, type Register, type Row, registerOf, writePackage } from '@westgate/domain';
import { importOc4ids, type Oc4idsDraft, type Oc4idsImport } from '../../src/oc4ids/import-oc4ids.ts';
import { EXAMPLE, rowsOf } from '../folders.ts';

export const TODAY = dayOf('2026-11-30');
export const PRACTICE = fileURLToPath(new URL('../../../../../data/practice', import.meta.url));

/** A district that came with Westgate. */
export async function districtIn(folder: string = EXAMPLE): Promise<Register> {
  const held = read.get(folder) ?? registerOf(rowsOf(await readFolder(folder)));
  read.set(folder, held);
  return held;
}

const read = new Map<string, Register>();

/** The same district with nothing in it but its own row. */
export function emptied(register: Register): Register {
  return registerOf({ district: [...register.district.values()] });
}

/** A document taken into a district, and the district then. */
export function taken(
  register: Register,
  document: Json | string,
  { faulty = 'refuse', seq = 7, isLook = false }: Partial<Pick<Oc4idsDraft, 'faulty' | 'isLook'>> & { readonly seq?: number } = {},
): Oc4idsImport & { readonly after: Register } {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const done = importOc4ids(register, { text, fileName: 'document.json', faulty, isLook, today: TODAY }, seq);
  return { ...done, after: applyChanges(register, done.changes) };
}

/** A district as a package. */
export function written(register: Register, language: Language = 'zh'): Json {
  return writePackage(register, { language, asOf: TODAY }).document;
}

/** The only project of a district, or the one of that id. */
export function projectOf(register: Register, id?: string): Row<'project'> {
  const found = [...register.project.values()].find((project) => id === undefined || project.id === id);
  if (!found) throw new Error(`expected the project ${id ?? ''}`);
  return found;
}
