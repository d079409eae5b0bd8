import type { Language, Said } from '@westgate/base';
import { type Axis, type DaySpan, daySpanOf, type Field, type Frame, fieldsOf, type Row, TABLES, type UnitNames } from '@westgate/domain';
import { readAxes, readFrame, readLevels, readUnits } from './axes.ts';
import { dayFrom } from './expected.ts';
import type { FaultList } from './fault.ts';
import { type LoadedTables, rowsWith } from './load.ts';
import { metreCrs } from './metre-crs.ts';

const AT = { file: TABLES.district.file, row: null };
/** Degrees of longitude from the central meridian within which a projected system serves a district. */
const REACH = 4;
const KNOWN_CRS: Said = {
  zh: 'EPSG:4534 至 4554（CGCS2000，3° 带）、EPSG:32601 至 32660 或 32701 至 32760（UTM）',
  en: 'EPSG:4534 to 4554 (CGCS2000, 3° zones), EPSG:32601 to 32660 or 32701 to 32760 (UTM)',
};

/** What the other tables are checked against. Null: it could not be read, and what rests on it is not checked. */
export interface DistrictFacts {
  /** The whole row, its JSON columns read. */
  readonly row: Row<'district'> | null;
  readonly frame: Frame | null;
  readonly languages: readonly Language[] | null;
  readonly axes: readonly Axis[] | null;
  readonly units: UnitNames | null;
  readonly span: DaySpan;
  /** Null: its time zone could not be read. */
  readonly timeZone: string | null;
}

/** The district's own row, and what of it could be read. */
export function checkDistrict(tables: LoadedTables, faults: FaultList): DistrictFacts {
  const languages = readColumn(tables, 'languages', (values) => readLanguages(values, faults));
  const frame = readColumn(tables, 'frame', (value) => readFrame(value, faults));
  const axes = readColumn(tables, 'axes', (value) => readAxes(value, languages ?? LANGUAGES, faults));
  const units = readColumn(tables, 'units', (value) => readUnits(value, languages ?? LANGUAGES, faults));
  const levels = readColumn(tables, 'levels', (value) => readLevels(value, languages ?? LANGUAGES, faults));
  const timeZone = readColumn(tables, 'time_zone', (name) => readTimeZone(name, faults));
  const [days] = rowsWith(tables, 'district', ['first_day', 'last_day']);
  for (const { row } of rowsWith(tables, 'district', ['oc4ids_prefix']))
    if (row.oc4ids_prefix !== null && !/^[a-z0-9]{6}$/.test(row.oc4ids_prefix))
      faults.add('malformed', AT, 'oc4ids_prefix', { zh: '六位小写字母或数字', en: 'six characters of a-z or 0-9' }, row.oc4ids_prefix);
  if (days) checkSpans(days.row, faults);
  for (const { row } of rowsWith(tables, 'district', ['metre_crs'])) checkCrs(row.metre_crs, frame, faults);
  const [found] = rowsWith(tables, 'district', PLAIN_COLUMNS);
  return {
    row: found && frame && languages && axes && units && levels ? { ...found.row, frame, languages, axes, units, levels } : null,
    frame,
    languages,
    axes,
    units,
    span: daySpanOf(days?.row),
    timeZone,
  };
}

/** Adds a fault for each day that comes before the one that it must not come before, as its column says. */
function checkSpans(row: Readonly<Record<string, unknown>>, faults: FaultList): void {
  for (const [column, { notBefore }] of Object.entries<Field>(fieldsOf('district'))) {
    const [first, last] = notBefore === undefined ? [] : [row[notBefore], row[column]];
    if (typeof first === 'string' && typeof last === 'string' && first > last) faults.add('bad-day', AT, column, dayFrom(first), last);
  }
}

/** Columns that are read one by one above. */
const READ_APART = ['frame', 'languages', 'axes', 'units', 'levels'] as const;
type Plain = Exclude<keyof Row<'district'> & string, (typeof READ_APART)[number]>;
/** All others, with the revision. */
const PLAIN_COLUMNS = [...Object.keys(fieldsOf('district')), 'rev'].filter(
  (column): column is Plain => !READ_APART.some((each) => each === column),
);
const LANGUAGES: readonly Language[] = ['zh', 'en'];

function readColumn<C extends keyof Row<'district'> & string, V>(
  tables: LoadedTables,
  column: C,
  read: (value: Row<'district'>[C]) => V | null,
): V | null {
  const [found] = rowsWith(tables, 'district', [column]);
  return found ? read(found.row[column]) : null;
}

function readLanguages(values: readonly string[], faults: FaultList): readonly Language[] | null {
  const known = values.filter((value) => value === 'zh' || value === 'en');
  if (known.length !== values.length || known.length === 0) {
    faults.add('bad-language', AT, 'languages', { zh: 'zh、en 或两者', en: 'zh, en or both' }, JSON.stringify(values));
  }
  return known.length > 0 ? LANGUAGES.filter((language) => known.includes(language)) : null;
}

function checkCrs(code: string, frame: Frame | null, faults: FaultList): void {
  const crs = metreCrs(code);
  const longitude = frame && (frame[0] + frame[2]) / 2;
  if (!crs) {
    faults.add('unknown-crs', AT, 'metre_crs', KNOWN_CRS, code);
  } else if (longitude !== null && Math.abs(crs.centralMeridian - longitude) > REACH) {
    const [at, own] = [longitude.toFixed(2), crs.centralMeridian];
    const expected = {
      zh: `与地图范围（东经 ${at}°）相差不超过 ${REACH}° 的投影带`,
      en: `a zone within ${REACH}° of the frame, at ${at}° E`,
    };
    const found = { zh: `${code}，中央经线为东经 ${own}°`, en: `${code}, true along ${own}° E` };
    faults.add('unknown-crs', AT, 'metre_crs', expected, found);
  }
}

function readTimeZone(name: string, faults: FaultList): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    faults.add(
      'bad-time-zone',
      AT,
      'time_zone',
      { zh: 'IANA 时区，如 Asia/Shanghai', en: 'an IANA time zone such as Asia/Shanghai' },
      name,
    );
    return null;
  }
}
