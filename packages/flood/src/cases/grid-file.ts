import type { Grid } from '../grid/grid.ts';
import { caseFault, NONE } from './fault.ts';

const NAMES = ['ncols', 'nrows', 'xllcorner', 'yllcorner', 'xllcenter', 'yllcenter', 'cellsize', 'nodata_value'] as const;
/** More cells than any run can hold are not read at all. */
export const MOST_CELLS = 40_000_000;
const DIGITS = 12;
const NUMBER = { zh: '一个数', en: 'a number' };

/** Reads an ESRI ASCII grid: north row first. Throws WG_INPUT_INVALID with file and line. */
export function readAsciiGrid(text: string, file: string): Grid {
  const lines = text.split('\n');
  const head = new Map<string, number>();
  let at = 0;
  for (; at < lines.length; at++) {
    const [name = '', value, ...more] = (lines[at] ?? '').trim().split(/\s+/);
    if (!/^[a-z]/i.test(name) || name.toLowerCase() === 'nan') break;
    const known = NAMES.find((each) => each === name.toLowerCase());
    if (!known) throw caseFault({ file, line: at + 1 }, { zh: `${NAMES.join('、')} 之一`, en: `one of ${NAMES.join(', ')}` }, name);
    const isNone = known === 'nodata_value' && value?.toLowerCase() === 'nan';
    const number = Number(value);
    if (value === undefined || more.length > 0 || (Number.isNaN(number) && !isNone))
      throw caseFault({ file, line: at + 1 }, { zh: `${known} 和一个数`, en: `${known} and a number` }, lines[at]);
    if (head.has(known))
      throw caseFault({ file, line: at + 1 }, { zh: `${known} 只出现一次`, en: `${known} once` }, { zh: '第二次', en: 'it a second time' });
    head.set(known, number);
  }
  const asked = (name: (typeof NAMES)[number], ...others: (typeof NAMES)[number][]): number => {
    const found = [name, ...others].find((each) => head.has(each));
    if (!found)
      throw caseFault({ file }, { zh: `${[name, ...others].join(' 或 ')} 一行`, en: `a line ${[name, ...others].join(' or ')}` }, NONE);
    return head.get(found) ?? 0;
  };
  const [columns, rows, cell] = [asked('ncols'), asked('nrows'), asked('cellsize')];
  for (const [name, count] of [
    ['ncols', columns],
    ['nrows', rows],
  ] as const)
    if (!Number.isInteger(count) || count < 1)
      throw caseFault({ file, at: name }, { zh: '不小于 1 的整数', en: 'a whole number from 1' }, count);
  if (!(cell > 0 && Number.isFinite(cell))) throw caseFault({ file, at: 'cellsize' }, { zh: '大于 0 的数', en: 'a number over 0' }, cell);
  if (columns * rows > MOST_CELLS)
    throw caseFault({ file }, { zh: `不超过 ${MOST_CELLS} 个单元`, en: `at most ${MOST_CELLS} cells` }, columns * rows);
  const corner = (name: 'xll' | 'yll') => asked(`${name}corner`, `${name}center`) - (head.has(`${name}corner`) ? 0 : cell / 2);
  const [west, south, none] = [corner('xll'), corner('yll'), head.get('nodata_value')];
  for (const [name, value] of [
    ['xllcorner', west],
    ['yllcorner', south],
  ] as const)
    if (!Number.isFinite(value)) throw caseFault({ file, at: name }, NUMBER, value);
  const values = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const line = at + row;
    const words = (lines[line] ?? '').trim().split(/\s+/);
    if (words.length !== columns || words[0] === '')
      throw caseFault({ file, line: line + 1 }, { zh: `${columns} 个数`, en: `${columns} numbers` }, words[0] === '' ? NONE : words.length);
    const first = (rows - 1 - row) * columns;
    for (const [column, word] of words.entries()) {
      const value = Number(word);
      if (word === '' || Number.isNaN(value)) {
        if (!(word.toLowerCase() === 'nan' && Number.isNaN(none)))
          throw caseFault({ file, line: line + 1, at: columnOf(column) }, NUMBER, word);
      } else if (!Number.isFinite(value))
        throw caseFault({ file, line: line + 1, at: columnOf(column) }, { zh: '有限的数', en: 'a finite number' }, word);
      values[first + column] = value === none ? Number.NaN : value;
    }
  }
  const rest = lines.findIndex((line, index) => index >= at + rows && line.trim() !== '');
  if (rest >= 0) throw caseFault({ file, line: rest + 1 }, { zh: `${rows} 排之后没有内容`, en: `nothing after ${rows} rows` }, lines[rest]);
  return { columns, rows, cell, west, south, values };
}

/** The same the other way. `digits`: behind the point. */
export function writeAsciiGrid({ columns, rows, cell, west, south, values }: Grid, digits: number): string {
  const tidy = (value: number) => String(Number(value.toFixed(DIGITS)));
  const lines = [
    `ncols ${columns}`,
    `nrows ${rows}`,
    `xllcorner ${tidy(west)}`,
    `yllcorner ${tidy(south)}`,
    `cellsize ${tidy(cell)}`,
    'NODATA_value -9999',
  ];
  for (let row = rows - 1; row >= 0; row--) {
    const of = Array.from(values.subarray(row * columns, (row + 1) * columns), (value) =>
      Number.isNaN(value) ? '-9999' : String(Number(value.toFixed(digits))),
    );
    lines.push(of.join(' '));
  }
  return `${lines.join('\n')}\n`;
}

function columnOf(column: number): { readonly zh: string; readonly en: string } {
  return { zh: `第 ${column + 1} 列`, en: `column ${column + 1}` };
}
