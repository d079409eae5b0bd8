import { caseFault } from '../cases/fault.ts';
import { readAsciiGrid } from '../cases/grid-file.ts';
import { type RawGround, refuseCells } from './heights.ts';
import { readPrj } from './units.ts';

/** Reads an ESRI ASCII grid of heights; `prj`: what the file beside it says. */
export function readAsciiGround(bytes: Uint8Array, file: string, prj: string | undefined): RawGround {
  const head = new TextDecoder().decode(bytes.subarray(0, 2_048));
  if (!/^\uFEFF?\s*ncols\s/i.test(head)) throw caseFault({ file, line: 1 }, 'ncols', head.split('\n')[0]?.trim() ?? '');
  const count = (name: string) => Number(new RegExp(`^\\s*${name}\\s+(\\S+)`, 'im').exec(head)?.[1]);
  const [columns, rows] = [count('ncols'), count('nrows')];
  if (columns > 0 && rows > 0) refuseCells(file, columns, rows);
  const spaced = /^\s*d[xy]\s/im.exec(head);
  if (spaced)
    throw caseFault(
      { file, line: head.slice(0, spaced.index).split('\n').length },
      { zh: '正方形单元（cellsize）', en: 'square cells, by cellsize' },
      spaced[0].trim(),
    );
  const { cell, ...grid } = readAsciiGrid(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ''), file);
  const first = head.split('\n').findIndex((line) => !/^\s*[a-z]/i.test(line));
  const said = prj === undefined ? null : readPrj(prj);
  return {
    ...{ ...grid, cell: [cell, cell] },
    ...{ crs: said?.crs ?? null, crsFrom: 'file', verticalUnit: said?.verticalUnit ?? null },
    placeOf: (column, row) => ({ line: first + grid.rows - row, at: { zh: `第 ${column + 1} 列`, en: `column ${column + 1}` } }),
  };
}
