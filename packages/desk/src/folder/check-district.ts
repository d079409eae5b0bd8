import type { Language } from '@westgate/base';
import { type Row, TABLES } from '@westgate/domain';
import { readAxes, readFrame, readUnits } from './axes.ts';
import type { FaultList } from './fault.ts';
import { type LoadedTables, wholeRows } from './load.ts';
import { metreCrs } from './metre-crs.ts';

const AT = { file: TABLES.district.file, row: null };
/** Degrees of longitude from the central meridian within which a projected system serves a district. */
const REACH = 4;

/** The district row with its JSON columns read. Null, with faults, where there is no usable district. */
export function checkDistrict(tables: LoadedTables, faults: FaultList): Row<'district'> | null {
  const [found] = wholeRows(tables, 'district');
  if (!found) return null;
  const { row } = found;
  const languages = readLanguages(row.languages, faults);
  const frame = readFrame(row.frame, faults);
  if (!isTimeZone(row.time_zone)) faults.add('bad-time-zone', AT, 'time_zone', 'an IANA time zone such as Asia/Shanghai', row.time_zone);
  if (frame) checkCrs(row.metre_crs, (frame[0] + frame[2]) / 2, faults);
  const axes = readAxes(row.axes, languages, faults);
  const units = readUnits(row.units, languages, faults);
  return frame && languages.length > 0 ? { ...row, frame, languages, axes, units } : null;
}

/** The languages a district keeps, in the order zh, en. */
export function languagesOf(district: Row<'district'>): readonly Language[] {
  return (['zh', 'en'] as const).filter((language) => district.languages.includes(language));
}

function readLanguages(values: readonly string[], faults: FaultList): readonly Language[] {
  const known = values.filter((value) => value === 'zh' || value === 'en');
  if (known.length !== values.length || known.length === 0) {
    faults.add('bad-language', AT, 'languages', 'zh, en or both', JSON.stringify(values));
  }
  return known;
}

function checkCrs(code: string, longitude: number, faults: FaultList): void {
  const crs = metreCrs(code);
  if (!crs) {
    const known = 'EPSG:4534 to 4554 (CGCS2000, 3° zones), EPSG:32601 to 32660 or 32701 to 32760 (UTM)';
    faults.add('unknown-crs', AT, 'metre_crs', known, code);
  } else if (Math.abs(crs.centralMeridian - longitude) > REACH) {
    const expected = `a zone within ${REACH}° of the frame, at ${longitude.toFixed(2)}° E`;
    faults.add('unknown-crs', AT, 'metre_crs', expected, `${code}, true along ${crs.centralMeridian}° E`);
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
