import type { Language, Said } from '@westgate/base';
import { entryColumns, fieldsOf, kindOf, settingName, settingsSections, type TableEntry } from '@westgate/domain';

/** The languages that a district may keep. */
export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** What the controls of the settings hold, by column: text as it is typed, or a switch. */
export type SettingsTyped = Readonly<Record<string, string | boolean>>;

/** Entries that have a control and a shape of their own in the form of the district. */
const OWN: ReadonlySet<string> = new Set(['id', 'name', 'languages', 'time_zone', 'frame', 'metre_crs', 'axes', 'units', 'levels']);

/** The settings that are typed as their columns say. */
const SETTINGS: readonly TableEntry[] = settingsSections(false)
  .flatMap(({ entries }) => entries)
  .filter(({ name }) => !OWN.has(name));

/** Whether an entry is typed as its column says. */
export function isSetting({ name }: TableEntry): boolean {
  return !OWN.has(name);
}

/** The settings as they are typed, from what is told of each; where nothing is told, as a new district has them. */
export function settingsOf(told: (entry: TableEntry) => unknown): SettingsTyped {
  return Object.fromEntries(
    SETTINGS.flatMap((entry) => {
      const value = told(entry);
      return entry.kind === 'pair'
        ? LANGUAGES.map((language) => [entry[language], typedOf(textIn(value, language))] as const)
        : [[entry.column, typedOf(value ?? kindOf(entry.field).standard(entry.field))] as const];
    }),
  );
}

/** What is wrong with what is typed, each in the words of its description. */
export function settingFaults(typed: SettingsTyped): readonly { readonly field: string; readonly said: Said }[] {
  return SETTINGS.flatMap((entry) =>
    entryColumns(entry).flatMap((column) => {
      const reading = kindOf(entry.field).readJson(typed[column], entry.field);
      if (reading.ok) return [];
      const [name, { zh, en }] = [settingName(entry), reading.expected];
      return [{ field: entry.name, said: { zh: `${name.zh}：应为${zh}`, en: `${name.en}: expected ${en}` } }];
    }),
  );
}

/** The first day that dates may name comes behind the last. */
export function isSpanTurned({ first_day: first = '', last_day: last = '' }: SettingsTyped): boolean {
  return first > last;
}

/** The columns that are typed. Texts in a language the district does not keep are left out. */
export function settingColumns(typed: SettingsTyped, languages: readonly Language[]): Readonly<Record<string, unknown>> {
  const fields = fieldsOf('district');
  return Object.fromEntries(
    SETTINGS.flatMap((entry) =>
      entryColumns(entry).map((column) => {
        const field = fields[column] ?? entry.field;
        const reading = kindOf(field).readJson(typed[column], field);
        const isKept = entry.kind === 'one' || languages.some((language) => entry[language] === column);
        return [column, isKept && reading.ok ? reading.value : null];
      }),
    ),
  );
}

function textIn(value: unknown, language: Language): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, language) : null;
}

function typedOf(value: unknown): string | boolean {
  return typeof value === 'boolean' ? value : String(value ?? '');
}
