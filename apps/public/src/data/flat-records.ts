import { writeTextCell } from '@westgate/domain';

/** A record as the publication tells it. */
type Told = Readonly<Record<string, unknown>>;
type Cell = string | number | boolean | null;

/** The columns of records as a table, in the order in which they tell them. What is a list of more than words stands in the JSON file alone. */
export function flatColumns(records: readonly Told[]): readonly string[] {
  const columns = new Set<string>();
  for (const record of records) for (const [key, value] of Object.entries(record)) for (const [name] of flat(key, value)) columns.add(name);
  return [...columns];
}

/** Records as CSV (RFC 4180) with a mark of UTF-8, so that spreadsheets read Chinese. A text that a spreadsheet would calculate has an apostrophe before it. */
export function flatCsv(records: readonly Told[]): string {
  const columns = flatColumns(records);
  const rows = records.map((record) => {
    const cells = new Map(Object.entries(record).flatMap(([key, value]) => flat(key, value)));
    return columns.map((column) => csvCell(cells.get(column) ?? null)).join(',');
  });
  return `\uFEFF${[columns.join(','), ...rows].join('\r\n')}\r\n`;
}

/** The name in the publication of what a column tells: `name_zh` of `name`. */
export function keyOfColumn(column: string): string {
  return column.replace(/_(?:zh|en|id|kind|on)$/, '');
}

function flat(key: string, value: unknown): readonly (readonly [string, Cell])[] {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [[key, value]];
  if (Array.isArray(value)) return value.every((each) => typeof each === 'string') ? [[key, value.join('; ')]] : [];
  if (typeof value !== 'object') return [];
  const part = (name: string): Cell => {
    const found: unknown = Reflect.get(value, name);
    return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? found : null;
  };
  const name: unknown = Reflect.get(value, 'name');
  const isNamed = typeof name === 'object' && name !== null && 'id' in value;
  if (isNamed) return [[`${key}_id`, part('id')], ...flat(key, name)];
  if ('zh' in value && 'en' in value)
    return [
      [`${key}_zh`, part('zh')],
      [`${key}_en`, part('en')],
    ];
  if ('title' in value && 'id' in value)
    return [
      [`${key}_id`, part('id')],
      [key, part('title')],
    ];
  if (typeof name === 'string') return [[key, name]];
  return 'on' in value ? [[`${key}_on`, part('on')]] : [];
}

function csvCell(value: Cell): string {
  if (value === null) return '';
  const text = typeof value === 'string' ? writeTextCell(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
