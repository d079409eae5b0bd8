import { caseFault } from '../cases/fault.ts';
import { METRES, type RawGround } from './heights.ts';
import { sized, viewOf } from './unpack.ts';

const NAME = /(^|[^a-z])([ns])(\d{2})([ew])(\d{3})/i;
const VOID = -32_768;
/** Posts along a side: one, two or three seconds between them. */
const SIDES = [3_601, 1_801, 1_201] as const;

/** Reads a tile of a degree as SRTM names and writes it: big-endian whole metres, the north row first, posts on its four edges. */
export function readHgt(bytes: Uint8Array, file: string): RawGround {
  const [, , hemisphere = '', latitude, half = '', longitude] = NAME.exec(file.split('/').at(-1) ?? '') ?? [];
  if (latitude === undefined || longitude === undefined)
    throw caseFault({ file }, { zh: '带位置的文件名，如 N39E116.hgt', en: 'a name with the position, such as N39E116.hgt' }, file);
  const side = SIDES.find((each) => each * each * 2 === bytes.length);
  if (side === undefined)
    throw caseFault(
      { file, byte: bytes.length },
      {
        zh: `${SIDES.map((each) => `${each * each * 2}`).join('、')} 字节之一`,
        en: `one of ${SIDES.map((each) => each * each * 2).join(', ')} bytes`,
      },
      sized(bytes.length),
    );
  const [south, west] = [Number(latitude) * (/s/i.test(hemisphere) ? -1 : 1), Number(longitude) * (/w/i.test(half) ? -1 : 1)];
  if (south < -90 || south > 89 || west < -180 || west > 179)
    throw caseFault({ file }, { zh: '地球上的位置', en: 'a position on the earth' }, file);
  const cell = 1 / (side - 1);
  const view = viewOf(bytes);
  const values = new Float32Array(side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const value = view.getInt16(2 * ((side - 1 - row) * side + column));
      values[row * side + column] = value === VOID ? Number.NaN : value * METRES.m;
    }
  return {
    ...{ columns: side, rows: side, cell: [cell, cell], west: west - cell / 2, south: south - cell / 2, values },
    ...{ crs: 'EPSG:4326', crsFrom: 'name', verticalUnit: 'm' },
    placeOf: (column, row) => {
      const line = side - 1 - row;
      return {
        byte: 2 * (line * side + column),
        at: { zh: `第 ${line + 1} 排第 ${column + 1} 列`, en: `row ${line + 1}, column ${column + 1}` },
      };
    },
  };
}
