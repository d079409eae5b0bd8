import { invariant, type Said } from '@westgate/base';
import { calledAs, entriesOf, entryColumns, type TableEntry } from './entries.ts';
import { TABLES } from './tables.ts';

/** A part of the form of the district. */
export interface SettingsSection {
  readonly label: Said;
  readonly hint?: Said | undefined;
  readonly entries: readonly TableEntry[];
}

/** The parts of the form of the district, as its table describes them: of one that is begun, or of the one held with all of its settings. */
export function settingsSections(isBegun: boolean): readonly SettingsSection[] {
  const { settings } = TABLES.district;
  invariant(settings !== undefined, 'the district says what its form asks');
  const { begun, held, elsewhere } = settings;
  const entries = entriesOf('district');
  const named = [...begun, ...held].map(({ label, hint, entries: names }) => ({
    label,
    hint,
    entries: names.flatMap((name) => entries.find((entry) => entry.name === name) ?? []),
  }));
  if (isBegun) return named.slice(0, begun.length);
  const asked = new Set<string>([...named.flatMap((section) => section.entries.map(({ name }) => name)), ...elsewhere]);
  const others = entries.filter((entry) => !asked.has(entry.name) && !entryColumns(entry).every((column) => asked.has(column)));
  const alone = others.map((entry) => ({ label: settingName(entry), hint: entry.field.hint, entries: [entry] }));
  return [...named, ...alone];
}

/** What a setting of the district is called. */
export function settingName({ name, field }: TableEntry): Said {
  return calledAs('district', name, field) ?? { zh: name, en: name };
}
