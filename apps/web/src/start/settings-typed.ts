import type { Language, Said } from '@westgate/base';
import { described, entryColumns, fieldsOf, kindOf, settingName, settingsSections, type TableEntry } from '@westgate/domain';

/** The languages that a district may keep. */
export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** What the controls of the settings hold, by column: text as it is typed, or a switch. */
export type SettingsTyped = Readonly<Record<string, string | boolean>>;

/** The settings that are typed as their columns say. */
const SETTINGS: readonly TableEntry[] = settingsSections(false)
  .flatMap(({ entries }) => entries)
  .filter(isSetting);

/** Whether an entry is typed as the kind of its column says; others have a control of their own: what identifies and names the district, and what has a shape. */
export function isSetting({ name, field: { kind, shape } }: TableEntry): boolean {
  return shape === undefined && kind !== 'id' && name !== described('district').named;
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

/** The setting whose day comes before the one that it must not come before, named by the first of both; null where none does. */
export function turnedSpan(typed: SettingsTyped): string | null {
  const turned = SETTINGS.find(
    ({ name, field: { notBefore } }) => notBefore !== undefined && (typed[notBefore] ?? '') > (typed[name] ?? ''),
  );
  return turned?.field.notBefore ?? null;
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
