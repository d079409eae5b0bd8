import { fileAddress } from '../api/client.ts';

/** Which places the map draws; what is absent does not matter. The server filters, so that what a crowded tile leaves out is counted right. */
export interface MapFilter {
  readonly plan?: string | undefined;
  readonly aim?: string | undefined;
  readonly tag?: string | undefined;
  readonly kind?: string | undefined;
  readonly stage?: string | undefined;
  readonly q?: string | undefined;
  /** Kinds left out, separated by commas. */
  readonly without?: string | undefined;
}

/** The addresses of the map's tiles, with `{z}`, `{x}` and `{y}` to fill in. */
export interface TileAddresses {
  readonly things: string;
  readonly base: string;
}

/** The addresses for a filter and a day. A version in an address lets the browser keep its tile. */
export function tileAddresses(
  origin: string,
  versions: { readonly things: string; readonly base: string },
  filter: MapFilter,
  asOf: string | undefined,
): TileAddresses {
  const address = (group: 'things' | 'base', asked: Readonly<Record<string, string | undefined>>): string => {
    const [path = '', query = ''] = fileAddress('map-tile', { params: { group, z: '{z}', x: '{x}', y: '{y}' }, query: asked }).split('?');
    return `${origin}${path.replaceAll('%7B', '{').replaceAll('%7D', '}')}?${query}`;
  };
  return { things: address('things', { ...filter, asOf, v: versions.things }), base: address('base', { v: versions.base }) };
}
