import type { Language } from '@westgate/base';
import type { District, Edit } from '@westgate/contract';
import type { FormFault, FormValues } from './form-values.ts';

/** The choice of a unit that the district does not have yet. */
export const NEW_UNIT = '+';
/** Where a form keeps the names of a new unit: no columns of a table. */
export const UNIT_NAMES: Readonly<Record<Language, string>> = { zh: 'new_unit_zh', en: 'new_unit_en' };

/** The names of a new unit that are lacking. A unit is named in every language of the district. */
export function unitFaults(values: FormValues, { languages }: Pick<District, 'languages'>): readonly FormFault[] {
  if (values.unit !== NEW_UNIT) return [];
  return languages
    .filter((language) => nameIn(values, language) === null)
    .map((language) => ({ field: UNIT_NAMES[language], word: 'form.fault.empty' }));
}

/** The edit that gives the district the new unit, and its code; null where the unit is one it has. */
export function unitEdit(
  values: FormValues,
  district: Pick<District, 'id' | 'rev' | 'units'>,
): { readonly code: string; readonly edit: Edit } | null {
  if (values.unit !== NEW_UNIT) return null;
  const [zh, en] = [nameIn(values, 'zh'), nameIn(values, 'en')];
  const held = new Set(district.units.map(({ code }) => code));
  const stem = (en ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const names = [stem || 'unit', ...Array.from({ length: held.size + 1 }, (_, index) => `${stem || 'unit'}-${index + 2}`)];
  const code = names.find((name) => !held.has(name)) ?? 'unit';
  const units = Object.fromEntries([...district.units.map((unit) => [unit.code, unit.name] as const), [code, { zh, en }] as const]);
  return { code, edit: { action: 'revise', table: 'district', key: district.id, rev: district.rev, fields: { units } } };
}

function nameIn(values: FormValues, language: Language): string | null {
  const value = values[UNIT_NAMES[language]];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
