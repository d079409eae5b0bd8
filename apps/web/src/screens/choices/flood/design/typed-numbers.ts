import { DESIGN_RANGES } from '@westgate/domain';
import type { WordId } from '../../../../messages/words.ts';
import type { NumberField } from './part-kinds.ts';

/** What is wrong with a field of a part, in words of the screen. */
export interface PartFault {
  readonly field: string;
  readonly word: WordId;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Numbers as they were typed. */
export type TypedNumbers = Readonly<Record<string, string>>;

/** A number as it was typed; not a number where it is none. */
export function numberTyped(text: string): number {
  const plain = text
    .trim()
    .replaceAll('，', ',')
    .replace(/^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, (said) => said.replaceAll(',', ''));
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}

/** What is wrong with a number that was typed; null where nothing is. */
export function numberFault({ name, range, isOptional, isWhole }: Omit<NumberField, 'label'>, text: string): PartFault | null {
  const found = text.trim();
  if (found === '') return isOptional ? null : { field: name, word: 'design.fault.empty' };
  const value = numberTyped(found);
  if (Number.isNaN(value)) return { field: name, word: 'design.fault.number', values: { found } };
  const { least, most, over } = range;
  if (over && value <= least) return { field: name, word: 'design.fault.over', values: { least, found } };
  if (value < least) return { field: name, word: 'design.fault.least', values: { least, found } };
  if (value > most) return { field: name, word: 'design.fault.most', values: { most, found } };
  return isWhole && !Number.isInteger(value) ? { field: name, word: 'design.fault.whole', values: { found } } : null;
}

/** The numbers of fields as they are kept: null where one may be empty and is. */
export function numbersOf(fields: readonly NumberField[], typed: TypedNumbers): Readonly<Record<string, number | null>> {
  return Object.fromEntries(
    fields.map(({ name }) => {
      const text = (typed[name] ?? '').trim();
      return [name, text === '' ? null : numberTyped(text)];
    }),
  );
}

/** Rows of hours and m³/s, one a line, parted by a tab, blanks, a comma or a semicolon, as they come from a sheet; a first line of words is its head. */
export function readRows(text: string): { readonly rows: readonly (readonly [number, number])[] } | { readonly fault: PartFault } {
  const fault = (word: WordId, values: PartFault['values'] = {}) => ({ fault: { field: 'rows', word, values } });
  const rows: (readonly [number, number])[] = [];
  const { hours: time, discharge } = DESIGN_RANGES;
  for (const [index, said] of text.split('\n').entries()) {
    const found = said.trim();
    if (found === '') continue;
    const parts = found.split(/\t|[\s;；]+|,\s+/).filter((part) => part !== '');
    const [hours, m3s] = (parts.length === 2 ? parts : found.split(/[,，]/)).map(numberTyped);
    const isHead = rows.length === 0 && index === 0 && !/^[-+.\d]/.test(found);
    if (isHead) continue;
    const line = index + 1;
    if (hours === undefined || m3s === undefined || Number.isNaN(hours) || Number.isNaN(m3s))
      return fault('design.rows.fault.line', { line, found });
    const isOut = hours < time.least || hours > time.most || m3s < discharge.least || m3s > discharge.most;
    if (isOut) return fault('design.rows.fault.range', { line, found, mostHours: time.most, most: discharge.most });
    const last = rows.at(-1);
    if (last && hours <= last[0]) return fault('design.rows.fault.back', { line, found: hours });
    rows.push([hours, m3s]);
  }
  return rows.length === 0 ? fault('design.rows.fault.few') : { rows };
}

/** Rows as they are typed. */
export function writeRows(rows: readonly (readonly [number, number])[]): string {
  return rows.map(([hours, m3s]) => `${hours}\t${m3s}`).join('\n');
}
