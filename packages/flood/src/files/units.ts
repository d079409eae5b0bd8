export type VerticalUnit = 'm' | 'ft' | 'us-ft';

/** Height systems by their codes, and the unit in which each counts; those that officers meet. */
const HEIGHTS: Readonly<Record<number, VerticalUnit>> = {
  ...{ 3855: 'm', 5773: 'm', 5798: 'm', 5736: 'm', 5737: 'm', 5703: 'm', 5714: 'm', 5621: 'm' },
  ...{ 6360: 'us-ft', 5702: 'us-ft', 8228: 'ft' },
};
const UNITS: Readonly<Record<number, VerticalUnit>> = { 9001: 'm', 9002: 'ft', 9003: 'us-ft' };

/** The unit that a code of a unit says, else that of a height system; null where neither is known. */
export function heightSystemUnit(unit: number | undefined, system: number | null): VerticalUnit | null {
  return UNITS[unit ?? 0] ?? HEIGHTS[system ?? 0] ?? null;
}

/** The unit that words name, as headers of files write it. */
export function unitOfWords(words: string): VerticalUnit | null {
  const text = words.trim().toLowerCase();
  if (/^(m|met(re|er)s?)$/.test(text)) return 'm';
  if (/us|survey/.test(text) && /f(oo|ee)?t/.test(text)) return 'us-ft';
  return /^(ft|f(oo|ee)t|international[ _]f(oo|ee)t)$/.test(text) ? 'ft' : null;
}

/** What a .prj file says: the code of its system, and the unit of heights where it has a system of heights. */
export function readPrj(text: string): { readonly crs: string | null; readonly verticalUnit: VerticalUnit | null } {
  const upper = text.toUpperCase();
  const vertical = /VERT(?:_?CS|CRS)\s*\[.*?UNIT\s*\[\s*"([^"]+)"/s.exec(upper)?.[1];
  const flat = upper.split(/VERT_?CS|VERTCRS/)[0] ?? upper;
  const code = [...flat.matchAll(/(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]/g)].at(-1)?.[1];
  const isWhole = /(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?\d+"?\s*\]\s*\]\s*,?\s*$/.test(flat.trim().replace(/,$/, ''));
  return {
    crs: code !== undefined && isWhole ? `EPSG:${code}` : namedSystem(flat),
    verticalUnit: vertical === undefined ? null : unitOfWords(vertical),
  };
}

/** A system by its name as programs write it without a code. */
function namedSystem(text: string): string | null {
  const utm = /WGS[ _]*(?:19)?84[ _/]*UTM[ _]*ZONE[ _]*(\d{1,2})[ _]*([NS])/.exec(text);
  if (utm) return `EPSG:${(utm[2] === 'S' ? 32_700 : 32_600) + Number(utm[1])}`;
  const meridian = /CGCS[ _]*2000.*?CENTRAL_MERIDIAN"?\s*,\s*([\d.]+).*/s.exec(text)?.[1];
  const easting = /FALSE_EASTING"?\s*,\s*([\d.]+)/.exec(text)?.[1];
  if (meridian !== undefined && easting !== undefined && Number(meridian) % 3 === 0) {
    const zone = Number(meridian) / 3;
    if (zone >= 25 && zone <= 45 && Number(easting) % 1_000_000 === 500_000)
      return `EPSG:${(Number(easting) > 1_000_000 ? 4_513 : 4_534) + zone - 25}`;
  }
  if (/^\s*(?:GEOGCS|GEOGCRS)/.test(text)) return /CGCS|CHINA/.test(text) ? 'EPSG:4490' : /WGS/.test(text) ? 'EPSG:4326' : null;
  return /WEB[ _]MERCATOR/.test(text) ? 'EPSG:3857' : null;
}
