import type { Series } from '../grid/series.ts';
import { caseFault, NONE, NOTHING } from './fault.ts';

/** Rows of a table of comma-separated values without quotes, by the names of its head. Throws WG_INPUT_INVALID with file and line. */
function rowsOf(
  text: string,
  file: string,
  columns: readonly string[],
): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const head = (lines[0] ?? '').split(',').map((cell) => cell.trim());
  const places = columns.map((column) => head.indexOf(column));
  for (const [index, place] of places.entries())
    if (place < 0) throw caseFault({ file, line: 1 }, { zh: `${columns[index]} 一列`, en: `a column ${columns[index]}` }, lines[0]);
  return lines.slice(1).flatMap((text, index) => {
    if (text.trim() === '') return [];
    const cells = text.split(',').map((cell) => cell.trim());
    if (cells.length !== head.length)
      throw caseFault({ file, line: index + 2 }, { zh: `${head.length} 个值`, en: `${head.length} values` }, cells.length);
    return [{ line: index + 2, cells: places.map((place) => cells[place] ?? '') }];
  });
}

function numberIn(word: string, file: string, line: number, name: string): number {
  const value = Number(word);
  if (word === '' || !Number.isFinite(value))
    throw caseFault({ file, line }, { zh: `${name} 的数值`, en: `a number for ${name}` }, word === '' ? NOTHING : word);
  return value;
}

/** A series of `column` over `time_s`, or what `over` says, rising in it. */
export function readSeries(text: string, file: string, column: string, over: 'time_s' | 'level_m' = 'time_s'): Series {
  let before = Number.NEGATIVE_INFINITY;
  const series = rowsOf(text, file, [over, column]).map(({ line, cells: [time = '', value = ''] }) => {
    const [at, is] = [numberIn(time, file, line, over), numberIn(value, file, line, column)];
    const later =
      over === 'time_s'
        ? { zh: `晚于 ${before} 秒的时间`, en: `a time after ${before} s` }
        : { zh: `高于 ${before} 米的水位`, en: `a level over ${before} m` };
    if (at <= before) throw caseFault({ file, line }, later, at);
    before = at;
    return [at, is] as const;
  });
  if (series.length === 0) throw caseFault({ file }, { zh: '至少一行', en: 'a row at least' }, NONE);
  return series;
}

/** Points by their ids. */
export function readPoints(
  text: string,
  file: string,
): readonly { readonly id: string; readonly x: number; readonly y: number; readonly line: number }[] {
  const seen = new Set<string>();
  return rowsOf(text, file, ['id', 'x', 'y']).map(({ line, cells: [id = '', x = '', y = ''] }) => {
    if (id === '' || seen.has(id))
      throw caseFault({ file, line }, { zh: '不与其他行重复的编号', en: 'an id that no other row has' }, id === '' ? NOTHING : id);
    seen.add(id);
    return { id, x: numberIn(x, file, line, 'x'), y: numberIn(y, file, line, 'y'), line };
  });
}
