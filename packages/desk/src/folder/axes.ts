import { type Bilingual, isSlug, type Language, type Said } from '@westgate/base';
import { type Axis, type AxisValue, type Frame, type LevelNames, type UnitNames, vocabulary } from '@westgate/domain';
import { readBilingual } from './bilingual.ts';
import { oneOf } from './expected.ts';
import type { FaultList } from './fault.ts';
import { isRecord } from './json-text.ts';

const AT = { file: 'district.json', row: null };
const NO_NAME: Bilingual = { zh: null, en: null };
const NAME: Said = {
  zh: '名称 {"zh": 文字, "en": 文字}，只用本区的语言',
  en: 'a name {"zh": text, "en": text} in a language of the district, and in no other',
};
const FRAME: Said = {
  zh: '[西, 南, 东, 北]，以度为单位，西 < 东，南 < 北',
  en: '[west, south, east, north] in degrees, west < east and south < north',
};
const UNIT_CODE: Said = { zh: '由字母、数字和 . _ - 组成的计量单位代号', en: 'a unit code of letters, digits, . _ -' };
/** What tells the values of an axis apart. */
const MARKS_ZH = { pattern: '图案', colour: '颜色' } as const;

/** The frame, or null with a fault. */
export function readFrame(value: unknown, faults: FaultList): Frame | null {
  const numbers = Array.isArray(value) && value.length === 4 && value.every((entry) => typeof entry === 'number') ? value : [];
  const [west, south, east, north]: number[] = numbers;
  if (west !== undefined && south !== undefined && east !== undefined && north !== undefined) {
    if (west >= -180 && west < east && east <= 180 && south >= -90 && south < north && north <= 90) return [west, south, east, north];
  }
  faults.add('bad-frame', AT, 'frame', FRAME, JSON.stringify(value) ?? '');
  return null;
}

/** The units by code. One that is not well formed is kept, with a fault, for the sake of those who name it. */
export function readUnits(value: unknown, languages: readonly Language[], faults: FaultList): UnitNames {
  if (!isRecord(value)) {
    faults.add(
      'malformed',
      AT,
      'units',
      { zh: '一个对象：由计量单位代号到名称', en: 'an object: unit code to name' },
      JSON.stringify(value) ?? '',
    );
    return {};
  }
  const units: Record<string, UnitNames[string]> = {};
  for (const [code, entry] of Object.entries(value)) {
    const name = readBilingual(entry);
    units[code] = name ?? NO_NAME;
    if (!name || !fits(name, languages) || !isSlug(code))
      faults.add('malformed', AT, `units.${code}`, isSlug(code) ? NAME : UNIT_CODE, JSON.stringify(entry));
  }
  return units;
}

/** What the levels of the programme are called. One that is not well formed is left out, with a fault. */
export function readLevels(value: unknown, languages: readonly Language[], faults: FaultList): LevelNames {
  if (!isRecord(value)) {
    faults.add('malformed', AT, 'levels', { zh: '一个对象：由层级到名称', en: 'an object: level to name' }, JSON.stringify(value) ?? '');
    return {};
  }
  const known = Object.entries(value).flatMap(([level, entry]) => {
    const name = readBilingual(entry);
    const isLevel = vocabulary.GATE_LEVELS.some((each) => each === level);
    if (isLevel && name && fits(name, languages)) return [[level, name] as const];
    const expected = isLevel ? NAME : oneOf(vocabulary.GATE_LEVELS);
    faults.add(isLevel ? 'malformed' : 'unknown-word', AT, `levels.${level}`, expected, JSON.stringify(entry));
    return [];
  });
  return Object.fromEntries(known);
}

/** The axes. One that is not well formed is kept, with a fault, as far as it has an id. */
export function readAxes(value: unknown, languages: readonly Language[], faults: FaultList): readonly Axis[] {
  if (!Array.isArray(value)) {
    faults.add('bad-axis', AT, 'axes', { zh: '分类的列表', en: 'an array of axes' }, JSON.stringify(value) ?? '');
    return [];
  }
  const axes: Axis[] = [];
  for (const [index, entry] of value.entries()) {
    const axis = readAxis(entry, `axes[${index}]`, languages, faults);
    if (axis && axes.some((other) => other.id === axis.id))
      faults.add('duplicate-key', AT, `axes[${index}].id`, { zh: '每个分类只出现一次', en: 'each axis once' }, axis.id);
    else if (axis) axes.push(axis);
  }
  return axes;
}

function readAxis(entry: unknown, field: string, languages: readonly Language[], faults: FaultList): Axis | null {
  const axis = isRecord(entry) ? entry : {};
  const name = readBilingual(axis.name);
  const isSound = isId(axis.id) && name && fits(name, languages) && Array.isArray(axis.values);
  if (!isSound)
    faults.add(
      'bad-axis',
      AT,
      field,
      { zh: `分类，有编号、标签和${NAME.zh}`, en: `an axis with an id, values and ${NAME.en}` },
      JSON.stringify(entry) ?? '',
    );
  if (!isId(axis.id)) return null;
  const values: AxisValue[] = [];
  for (const [index, raw] of (Array.isArray(axis.values) ? axis.values : []).entries()) {
    const at = `${field}.values[${index}]`;
    const value = readAxisValue(raw, at, languages, faults);
    if (!value) continue;
    if (values.some((other) => other.id === value.id))
      faults.add('duplicate-key', AT, `${at}.id`, { zh: '每个标签只出现一次', en: 'each value once' }, value.id);
    for (const key of ['pattern', 'colour'] as const) {
      const twin = value[key] === undefined ? undefined : values.find((other) => other[key] === value[key]);
      if (twin)
        faults.add(
          'duplicate-pattern',
          AT,
          `${at}.${key}`,
          { zh: `自己的${MARKS_ZH[key]}，不与 ${twin.id} 相同`, en: `a ${key} of its own, not that of ${twin.id}` },
          String(value[key]),
        );
    }
    values.push(value);
  }
  return { id: axis.id, name: name ?? NO_NAME, values };
}

function readAxisValue(raw: unknown, field: string, languages: readonly Language[], faults: FaultList): AxisValue | null {
  const value = isRecord(raw) ? raw : {};
  const name = readBilingual(value.name);
  if (!isId(value.id) || !name || !fits(name, languages)) {
    faults.add(
      'bad-axis',
      AT,
      field,
      { zh: `标签，有编号和${NAME.zh}`, en: `a value with an id and ${NAME.en}` },
      JSON.stringify(raw) ?? '',
    );
  }
  if (!isId(value.id)) return null;
  const colour = readWord(value.colour, vocabulary.COLOURS, `${field}.colour`, faults);
  const pattern = readWord(value.pattern, vocabulary.PATTERNS, `${field}.pattern`, faults);
  return { id: value.id, name: name ?? NO_NAME, ...(colour && { colour }), ...(pattern && { pattern }) };
}

function readWord(value: unknown, words: readonly string[], field: string, faults: FaultList): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && words.includes(value)) return value;
  faults.add('unknown-word', AT, field, oneOf(words), JSON.stringify(value));
  return undefined;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && isSlug(value);
}

function fits(name: { readonly zh: string | null; readonly en: string | null }, languages: readonly Language[]): boolean {
  const held = (['zh', 'en'] as const).filter((language) => name[language] !== null);
  return held.length > 0 && held.every((language) => languages.includes(language));
}
