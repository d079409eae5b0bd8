import { unzlibSync } from 'fflate';
import { PbfReader } from 'pbf';
import { caseFault } from '../cases/fault.ts';
import { RIVERS, type RiverLine } from './river-line.ts';
import { sized, viewOf } from './unpack.ts';

/** The format allows a head of 64 KiB and a block of 32 MiB, unpacked. */
const [MOST_HEAD, MOST_BLOCK] = [65_536, 33_554_432];

interface Way {
  readonly refs: readonly number[];
  readonly kind: string;
  readonly name: string | null;
}

/** Lines of rivers in OpenStreetMap's packed form. The file is gone through twice: for the ways, then for the nodes that they name, so that no more is kept. */
export function readOsmPbf(bytes: Uint8Array, file: string): readonly RiverLine[] {
  const ways: Way[] = [];
  for (const { block } of blocksOf(bytes, file))
    for (const group of block.groups) for (const way of group.ways) waysOf(way, block.strings, ways);
  const nodes = new Map<number, readonly [number, number] | null>(ways.flatMap(({ refs }) => refs.map((ref) => [ref, null] as const)));
  for (const { block } of blocksOf(bytes, file)) for (const group of block.groups) nodesOf(group, block, nodes);
  return ways.flatMap(({ refs, kind, name }) => {
    const line = refs.flatMap((ref) => {
      const at = nodes.get(ref);
      return at ? [at] : [];
    });
    return line.length >= 2 ? [{ line, class: kind, name }] : [];
  });
}

interface Group {
  readonly ways: Uint8Array[];
  readonly nodes: Uint8Array[];
  dense: Uint8Array | null;
}
interface Block {
  strings: Uint8Array[];
  readonly groups: Group[];
  granularity: number;
  lat: number;
  lon: number;
}

function* blocksOf(bytes: Uint8Array, file: string): Generator<{ readonly block: Block }> {
  const view = viewOf(bytes);
  let isFirst = true;
  for (let at = 0; at < bytes.length; ) {
    const start = at;
    const whole = <T>(read: () => T): T => {
      try {
        return read();
      } catch (error) {
        throw caseFault(
          { file, byte: start },
          { zh: '完整的 OSM PBF 数据块', en: 'a block of OSM PBF that is whole' },
          error instanceof Error ? error.message : error,
        );
      }
    };
    const length = at + 4 <= bytes.length ? view.getUint32(at) : 0;
    if (length < 1 || length > MOST_HEAD || at + 4 + length > bytes.length)
      throw caseFault(
        { file, byte: at },
        { zh: `1 至 ${MOST_HEAD} 字节的块头`, en: `the head of a block, 1 to ${MOST_HEAD} bytes` },
        sized(length),
      );
    const head = whole(() => new PbfReader(bytes.subarray(at + 4, at + 4 + length)).readFields(readHead, { type: '', size: -1 }));
    at += 4 + length;
    const wanted = isFirst ? 'OSMHeader' : 'OSMData';
    if (isFirst ? head.type !== wanted : head.type === 'OSMHeader')
      throw caseFault({ file, byte: start }, wanted, head.type || { zh: '其他内容', en: 'something else' });
    if (head.size < 0 || at + head.size > bytes.length)
      throw caseFault({ file, byte: at }, sized(Math.max(0, head.size)), sized(bytes.length - at));
    const body = bytes.subarray(at, at + head.size);
    at += head.size;
    isFirst = false;
    if (head.type !== 'OSMData') continue;
    const blob = whole(() => new PbfReader(body).readFields(readBlob, { raw: null, size: 0, packed: null }));
    if (blob.size > MOST_BLOCK)
      throw caseFault({ file, byte: start }, { zh: `不超过 ${MOST_BLOCK} 字节`, en: `at most ${MOST_BLOCK} bytes` }, sized(blob.size));
    const data =
      blob.raw ?? (blob.packed ? whole(() => unzlibSync(blob.packed ?? new Uint8Array(), { out: new Uint8Array(blob.size) })) : null);
    if (!data)
      throw caseFault(
        { file, byte: start },
        { zh: '未压缩或 zlib 压缩的数据块', en: 'a block that is raw or packed by zlib' },
        { zh: '其他压缩', en: 'packed otherwise' },
      );
    const block: Block = { strings: [], groups: [], granularity: 100, lat: 0, lon: 0 };
    yield { block: whole(() => new PbfReader(data).readFields(readBlock, block)) };
  }
  if (isFirst) throw caseFault({ file, byte: 0 }, 'OSMHeader', { zh: '空文件', en: 'an empty file' });
}

function readHead(tag: number, head: { type: string; size: number }, pbf: PbfReader): void {
  if (tag === 1) head.type = pbf.readString();
  else if (tag === 3) head.size = pbf.readVarint();
}

function readBlob(tag: number, blob: { raw: Uint8Array | null; size: number; packed: Uint8Array | null }, pbf: PbfReader): void {
  if (tag === 1) blob.raw = pbf.readBytes();
  else if (tag === 2) blob.size = pbf.readVarint();
  else if (tag === 3) blob.packed = pbf.readBytes();
}

function readBlock(tag: number, block: Block, pbf: PbfReader): void {
  if (tag === 1) block.strings = pbf.readMessage(readStrings, []);
  else if (tag === 2) block.groups.push(pbf.readMessage(readGroup, { ways: [], nodes: [], dense: null }));
  else if (tag === 17) block.granularity = pbf.readVarint();
  else if (tag === 19) block.lat = pbf.readVarint(true);
  else if (tag === 20) block.lon = pbf.readVarint(true);
}

function readStrings(tag: number, strings: Uint8Array[], pbf: PbfReader): void {
  if (tag === 1) strings.push(pbf.readBytes());
}

function readGroup(tag: number, group: Group, pbf: PbfReader): void {
  if (tag === 1) group.nodes.push(pbf.readBytes());
  else if (tag === 2) group.dense = pbf.readBytes();
  else if (tag === 3) group.ways.push(pbf.readBytes());
}

function waysOf(bytes: Uint8Array, strings: readonly Uint8Array[], ways: Way[]): void {
  const way = new PbfReader(bytes).readFields(
    (tag, read, pbf) => {
      if (tag === 2) pbf.readPackedVarint(read.keys);
      else if (tag === 3) pbf.readPackedVarint(read.values);
      else if (tag === 8) pbf.readPackedSVarint(read.steps);
    },
    { keys: [] as number[], values: [] as number[], steps: [] as number[] },
  );
  const text = (index: number | undefined) => new TextDecoder().decode(strings[index ?? -1] ?? new Uint8Array());
  const said = (key: string) => {
    const index = way.keys.findIndex((each) => text(each) === key);
    return index < 0 ? null : text(way.values[index]);
  };
  const kind = said('waterway');
  if (kind === null || !RIVERS.has(kind)) return;
  let ref = 0;
  ways.push({ refs: way.steps.map((step) => (ref += step)), kind, name: said('name') });
}

function nodesOf(group: Group, block: Block, nodes: Map<number, readonly [number, number] | null>): void {
  const put = (id: number, lat: number, lon: number) => {
    if (nodes.has(id)) nodes.set(id, [1e-9 * (block.lon + block.granularity * lon), 1e-9 * (block.lat + block.granularity * lat)]);
  };
  for (const bytes of group.nodes) {
    const node = new PbfReader(bytes).readFields(
      (tag, read, pbf) => {
        if (tag === 1) read.id = pbf.readSVarint();
        else if (tag === 8) read.lat = pbf.readSVarint();
        else if (tag === 9) read.lon = pbf.readSVarint();
      },
      { id: 0, lat: 0, lon: 0 },
    );
    put(node.id, node.lat, node.lon);
  }
  if (!group.dense) return;
  const dense = new PbfReader(group.dense).readFields(
    (tag, read, pbf) => {
      if (tag === 1) pbf.readPackedSVarint(read.ids);
      else if (tag === 8) pbf.readPackedSVarint(read.lats);
      else if (tag === 9) pbf.readPackedSVarint(read.lons);
    },
    { ids: [] as number[], lats: [] as number[], lons: [] as number[] },
  );
  let [id, lat, lon] = [0, 0, 0];
  for (const [index, step] of dense.ids.entries()) {
    id += step;
    lat += dense.lats[index] ?? 0;
    lon += dense.lons[index] ?? 0;
    put(id, lat, lon);
  }
}
