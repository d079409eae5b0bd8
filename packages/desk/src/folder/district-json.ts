import type { Bilingual } from '@westgate/base';
import { type AnyRow, type AxisValue, entriesOf, type Row, vocabulary } from '@westgate/domain';
import { readBilingual } from './bilingual.ts';
import { oneOf } from './expected.ts';
import type { FaultList } from './fault.ts';
import { isRecord, parseJson, prettyJson } from './json-text.ts';
import { addedColumns } from './older-folders.ts';
import { type RawTable, UNREAD } from './raw-row.ts';

const FILE = 'district.json';
const ENTRIES = entriesOf('district');
const KEYS: readonly string[] = ENTRIES.map(({ name }) => name);
/** Of the columns that may be empty and that older folders lack, the one that is written all the same. */
const WRITTEN_EMPTY = 'opens_on';

/** district.json as one row: the pairs `name` and `notice` become their two columns. */
export function readDistrictJson(text: string, faults: FaultList): RawTable {
  const at = { file: FILE, row: null };
  const json = parseJson(FILE, text, faults);
  if (json === undefined) return UNREAD;
  if (!isRecord(json)) {
    faults.add('malformed', at, null, { zh: '一个对象', en: 'an object' }, JSON.stringify(json));
    return UNREAD;
  }
  for (const key of Object.keys(json)) if (!KEYS.includes(key)) faults.add('unknown-column', at, key, oneOf(KEYS), key);
  const added = addedColumns('district');
  const values: Record<string, unknown> = {};
  for (const entry of ENTRIES) {
    const { name: key } = entry;
    if (entry.kind === 'one') {
      values[key] = key in json ? json[key] : added[key];
      continue;
    }
    const pair = json[key] === undefined ? { zh: null, en: null } : readBilingual(json[key]);
    if (!pair)
      faults.add('malformed', at, key, { zh: '{"zh": 文字, "en": 文字}', en: '{"zh": text, "en": text}' }, JSON.stringify(json[key]));
    values[entry.zh] = pair?.zh ?? null;
    values[entry.en] = pair?.en ?? null;
  }
  return { rows: [{ at, values, lacks: [] }], isComplete: true };
}

/** The district row as district.json. */
export function writeDistrictJson(district: Row<'district'>): string {
  const added = addedColumns('district');
  const ordered: Readonly<Record<string, unknown>> = inOrder(district);
  const row: AnyRow = district;
  const written = ENTRIES.flatMap((entry) => {
    const { name } = entry;
    if (entry.kind === 'pair') return [[name, { zh: row[entry.zh], en: row[entry.en] }] as const];
    const isLeftOut = row[name] === null && name in added && name !== WRITTEN_EMPTY;
    return isLeftOut ? [] : [[name, ordered[name] ?? row[name]] as const];
  });
  return `${prettyJson(Object.fromEntries(written))}\n`;
}

/** The store does not keep the order of keys, so it is given here: units by their code. */
function inOrder({ axes, units, levels }: Row<'district'>) {
  return {
    axes: axes.map((axis) => ({ id: axis.id, name: pairOf(axis.name), values: axis.values.map(axisValueOf) })),
    units: Object.fromEntries(
      Object.keys(units)
        .sort()
        .map((code) => [code, pairOf(units[code])]),
    ),
    levels: Object.fromEntries(vocabulary.GATE_LEVELS.flatMap((level) => (levels[level] ? [[level, pairOf(levels[level])] as const] : []))),
  };
}

function axisValueOf({ id, name, colour, pattern }: AxisValue): AxisValue {
  return { id, name: pairOf(name), ...(colour && { colour }), ...(pattern && { pattern }) };
}

function pairOf(pair: Bilingual | undefined): Bilingual {
  return { zh: pair?.zh ?? null, en: pair?.en ?? null };
}
