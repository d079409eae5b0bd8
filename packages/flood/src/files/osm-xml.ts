import { caseFault } from '../cases/fault.ts';
import { RIVERS, type RiverLine } from './river-line.ts';

const ELEMENT = /<(\/?)(node|way|nd|tag)\b([^>]*?)(\/?)>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Lines of rivers in OpenStreetMap's XML. */
export function readOsmXml(text: string, file: string): readonly RiverLine[] {
  if (!/<osm[\s>]/.test(text.slice(0, 2_000))) throw caseFault({ file, line: 1 }, '<osm …>', text.slice(0, 40));
  if (!text.trimEnd().endsWith('</osm>'))
    throw caseFault({ file, line: text.split('\n').length }, '</osm>', { zh: '文件提前结束', en: 'the end of the file' });
  const nodes = new Map<string, readonly [number, number]>();
  const lines: RiverLine[] = [];
  let way: { at: number; id: string; refs: string[]; tags: Map<string, string> } | null = null;
  for (const found of text.matchAll(ELEMENT)) {
    const [, close = '', element = '', said = '', empty = ''] = found;
    if (element === 'node' && close === '')
      nodes.set(attribute(said, 'id'), [Number(attribute(said, 'lon') || 'x'), Number(attribute(said, 'lat') || 'x')]);
    else if (element === 'way' && close === '' && empty === '')
      way = { at: found.index, id: attribute(said, 'id'), refs: [], tags: new Map() };
    else if (element === 'nd' && way) way.refs.push(attribute(said, 'ref'));
    else if (element === 'tag' && way) way.tags.set(attribute(said, 'k'), attribute(said, 'v'));
    else if (element === 'way' && close !== '' && way) {
      const { tags, refs, id, at } = way;
      way = null;
      const kind = tags.get('waterway') ?? '';
      if (!RIVERS.has(kind)) continue;
      // An extract leaves out the nodes beyond its edge: the line is what is in it.
      const line = refs.flatMap((ref) => (nodes.has(ref) ? [nodes.get(ref) ?? ([0, 0] as const)] : []));
      if (line.some(([lng, lat]) => !Number.isFinite(lng + lat)))
        throw caseFault(
          { file, line: text.slice(0, at).split('\n').length, at: `way ${id}` },
          { zh: '带经纬度的点', en: 'nodes with lon and lat' },
          { zh: '没有', en: 'none' },
        );
      if (line.length >= 2) lines.push({ line, class: kind, name: tags.get('name') ?? null });
    }
  }
  return lines;
}

function attribute(said: string, name: string): string {
  const value = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(said);
  return (value?.[1] ?? value?.[2] ?? '').replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, word) => {
    if (word !== undefined) return ENTITIES[word] ?? whole;
    const sign = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return sign <= 0x10ffff ? String.fromCodePoint(sign) : whole;
  });
}
