import { createHash, randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { resultAtOnce } from '@westgate/base';
import { resultInSlices } from '@westgate/desk';
import { type Register, type Stage, unnoted } from '@westgate/domain';
import { following } from '../view/standing.ts';
import { statesReady } from '../view/states-ready.ts';
import { markOf, type RegisterMark, touchedSince } from '../view/steps.ts';
import type { View } from '../view/view.ts';
import { type Base, baseOf, encodeBase } from './base-tile.ts';
import { filterKey, type SiteFilter, siteTest } from './filter.ts';
import { haveSameSites, lookAtSites, type Site, type Sites, sitesSteps } from './sites.ts';
import { encodeThings, partsOf, thingsIn } from './things-tile.ts';
import type { TileAt } from './world.ts';

/** Bytes of packed tiles that are kept, where nothing else is said. */
const KEPT_BYTES = 64 * 1024 * 1024;
/** Little is won by packing harder, and much time is lost. */
const GZIP_LEVEL = 4;

/** A tile, packed once. */
export interface Tile {
  readonly gzip: Buffer;
  /** Names its bytes. */
  readonly etag: string;
}

interface Held extends Tile {
  /** What it was made from. */
  readonly parts: readonly unknown[];
}

/** How far a place is, seen from a view. */
export function stageIn(view: View): (site: Site) => Stage {
  return ({ place }) => view.stage(place);
}

/** The tiles of the map. A tile is made when first asked for, and again only when something that lies in it has changed. */
export class MapTiles {
  /** No browser takes a tile of an earlier process, or of another folder, for one of ours. */
  readonly #process = randomUUID().slice(0, 8);
  readonly #tiles = new Map<string, Held>();
  readonly #mostBytes: number;
  #bytes = 0;
  #sites: { readonly register: Register; readonly mark: RegisterMark; readonly sites: Sites } | null = null;
  #gathering: { readonly register: Register; readonly mark: RegisterMark; readonly sites: Promise<Sites> } | null = null;
  #base: { readonly feature: Register['feature']; readonly base: Base; readonly version: number } | null = null;

  constructor(mostBytes = KEPT_BYTES) {
    this.#mostBytes = mostBytes;
  }

  /** The places of the view's register, as the map needs them. */
  sites({ register }: View): Sites {
    const look = (): Sites => {
      lookAtSites(register);
      return unnoted(() => this.#sitesNow(register));
    };
    return following(look, this.#sitesLater());
  }

  /** The same of a later view; made here, where nothing else is held. */
  #sitesLater(): (later: View) => Sites {
    return (later) => this.#sitesNow(later.register);
  }

  #sitesNow(register: Register): Sites {
    if (this.#sites && (this.#sites.register === register || haveSameSites(this.#sites.register, register))) return this.#sites.sites;
    const { mark, steps } = this.#sitesOf(register);
    const sites = resultAtOnce(steps);
    this.#sites = { register, mark, sites };
    return sites;
  }

  /** Gathers the places of the view's register and all their stages in slices, so that what asks for them next finds them there. */
  async prepare(view: View): Promise<void> {
    await statesReady(view);
    const { register } = view;
    const isPresent = this.#sites && (this.#sites.register === register || haveSameSites(this.#sites.register, register));
    if (isPresent) return;
    if (this.#gathering?.register !== register) {
      const { mark, steps } = this.#sitesOf(register);
      this.#gathering = { register, mark, sites: resultInSlices(steps) };
    }
    const { mark, sites } = this.#gathering;
    this.#sites = { register, mark, sites: await sites };
    this.#gathering = null;
  }

  #sitesOf(register: Register): { readonly mark: RegisterMark; readonly steps: Generator<void, Sites> } {
    const mark = markOf(register);
    const touched = this.#sites && touchedSince(this.#sites.mark, mark, 'place');
    return { mark, steps: sitesSteps(register, this.#sites?.sites ?? null, touched) };
  }

  /** The drawn base of the view's register. */
  base({ register }: View): Base {
    return this.#heldBase(register).base;
  }

  /** Names what the tiles of a view are made from. */
  versions(view: View): { readonly things: string; readonly base: string } {
    const { version } = this.#heldBase(view.register);
    return { things: `${this.#process}-${view.seq}-${view.asOf}`, base: `${this.#process}-${version}` };
  }

  /** A tile of the places that pass the filter. */
  things(view: View, filter: SiteFilter, at: TileAt): Tile {
    const stage = stageIn(view);
    const input = thingsIn(this.sites(view), at, siteTest(filter, view));
    const key = `things ${at.z}/${at.x}/${at.y} ${view.asOf} ${filterKey(filter)}`;
    return this.#tile(key, partsOf(input, stage), () => encodeThings(input, at, stage));
  }

  /** A tile of the drawn base. */
  baseTile(view: View, at: TileAt): Tile {
    const base = this.base(view);
    return this.#tile(`base ${at.z}/${at.x}/${at.y}`, [base], () => encodeBase(base, at));
  }

  #heldBase(register: Register) {
    if (this.#base?.feature === register.feature) return this.#base;
    const held = { feature: register.feature, base: baseOf(register), version: (this.#base?.version ?? 0) + 1 };
    this.#base = held;
    return held;
  }

  #tile(key: string, parts: readonly unknown[], build: () => Uint8Array): Tile {
    const held = this.#tiles.get(key);
    this.#tiles.delete(key);
    if (held) this.#bytes -= held.gzip.length;
    const tile = held && areSame(held.parts, parts) ? held : { ...packed(build()), parts };
    this.#tiles.set(key, tile);
    this.#bytes += tile.gzip.length;
    this.#letOldGo();
    return tile;
  }

  /** Those asked for longest ago go first. */
  #letOldGo(): void {
    for (const [key, { gzip }] of this.#tiles) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#tiles.delete(key);
      this.#bytes -= gzip.length;
    }
  }
}

/** The bytes of a tile for a caller that takes no packed ones. */
export function unpacked({ gzip }: Tile): Buffer {
  return gunzipSync(gzip);
}

function packed(bytes: Uint8Array): Tile {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { gzip: gzipSync(bytes, { level: GZIP_LEVEL }), etag };
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
