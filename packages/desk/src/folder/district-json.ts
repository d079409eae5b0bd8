import type { Bilingual } from '@westgate/base';
import { type AxisValue, type Row, vocabulary } from '@westgate/domain';
import { readBilingual } from './bilingual.ts';
import { oneOf } from './expected.ts';
import type { FaultList } from './fault.ts';
import { isRecord, parseJson, prettyJson } from './json-text.ts';
import { addedColumns } from './older-folders.ts';
import { type RawTable, UNREAD } from './raw-row.ts';

const FILE = 'district.json';
const PAIRS = ['name', 'notice'] as const;
const PLAIN = ['id', 'frame', 'metre_crs', 'time_zone', 'languages', 'axes', 'units'] as const;
const LAST = ['first_day', 'last_day', 'opens_on', 'levels', 'oc4ids_prefix', 'feedback_days', 'invented'] as const;
const KEYS: readonly string[] = ['id', 'name', ...PLAIN.slice(1), 'notice', ...LAST];

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
  const values: Record<string, unknown> = {};
  for (const key of PLAIN) values[key] = json[key];
  for (const key of LAST) values[key] = key in json ? json[key] : addedColumns('district')[key];
  for (const key of PAIRS) {
    const pair = json[key] === undefined ? { zh: null, en: null } : readBilingual(json[key]);
    if (!pair)
      faults.add('malformed', at, key, { zh: '{"zh": 文字, "en": 文字}', en: '{"zh": text, "en": text}' }, JSON.stringify(json[key]));
    values[`${key}_zh`] = pair?.zh ?? null;
    values[`${key}_en`] = pair?.en ?? null;
  }
  return { rows: [{ at, values, lacks: [] }], isComplete: true };
}

/** The district row as district.json. The store does not keep the order of keys, so it is given here: units by their code. */
export function writeDistrictJson(district: Row<'district'>): string {
  const { id, frame, metre_crs, time_zone, languages } = district;
  const axes = district.axes.map((axis) => ({ id: axis.id, name: pairOf(axis.name), values: axis.values.map(axisValueOf) }));
  const units = Object.fromEntries(
    Object.keys(district.units)
      .sort()
      .map((code) => [code, pairOf(district.units[code])]),
  );
  const name = { zh: district.name_zh, en: district.name_en };
  const notice = { zh: district.notice_zh, en: district.notice_en };
  const { first_day, last_day, opens_on, oc4ids_prefix, feedback_days, invented } = district;
  const levels = Object.fromEntries(
    vocabulary.GATE_LEVELS.flatMap((level) => (district.levels[level] ? [[level, pairOf(district.levels[level])] as const] : [])),
  );
  const written = {
    id,
    name,
    frame,
    metre_crs,
    time_zone,
    languages,
    axes,
    units,
    notice,
    first_day,
    last_day,
    opens_on,
    levels,
    ...(oc4ids_prefix === null ? {} : { oc4ids_prefix }),
    ...(feedback_days === null ? {} : { feedback_days }),
    invented,
  };
  return `${prettyJson(written)}\n`;
}

function axisValueOf({ id, name, colour, pattern }: AxisValue): AxisValue {
  return { id, name: pairOf(name), ...(colour && { colour }), ...(pattern && { pattern }) };
}

function pairOf(pair: Bilingual | undefined): Bilingual {
  return { zh: pair?.zh ?? null, en: pair?.en ?? null };
}
