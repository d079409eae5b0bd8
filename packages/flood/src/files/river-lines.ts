import { caseFault } from '../cases/fault.ts';

/** A river, stream or canal. */
export interface RiverLine {
  /** Positions in WGS 84, in the direction of the file: as a rule downstream. */
  readonly line: readonly (readonly [lng: number, lat: number])[];
  /** river, stream, canal, drain or ditch. */
  readonly class: string;
  readonly name: string | null;
}

/** Reads lines of rivers from GeoJSON, .osm or .osm.pbf, packed as .gz or not. Throws WG_INPUT_INVALID with file and place. */
export async function readRiverLines(bytes: Uint8Array, fileName: string): Promise<readonly RiverLine[]> {
  throw caseFault(
    { file: fileName },
    { zh: '可读取的格式', en: 'a format that is read' },
    { zh: `${bytes.length} 字节，尚不能读取`, en: `${bytes.length} bytes, not read yet` },
  );
}
