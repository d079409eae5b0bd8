import type { PlaceKind } from '@westgate/domain';
import { BASE_GROUP_NAMES, type BaseGroup } from '../../../map/base-layers.ts';
import type { BaseOpacity } from '../../../map/engine.ts';

export type LayerName = `thing-${KindGroup}` | `base-${BaseGroup}`;
/** Opacity 0..1 of each layer; 0 = switched off. */
export type LayerState = ReadonlyMap<LayerName, number>;

/** The layers of our own things: kinds of places that a person switches together. The name is the message key `atlas.group.<name>`. */
export const KIND_GROUPS = {
  works: ['factory', 'compound', 'shantytown', 'bungalow', 'building', 'area'],
  parks: ['industrial-park', 'park', 'greenway'],
  heritage: ['heritage', 'heritage-block', 'institution'],
  water: ['waterfront', 'flood-works'],
  venues: ['venue', 'landmark'],
  orientation: ['station', 'office'],
} as const satisfies Record<string, readonly PlaceKind[]>;

type KindGroup = keyof typeof KIND_GROUPS;

export const KIND_GROUP_NAMES = Object.keys(KIND_GROUPS) as readonly KindGroup[];

/** All layers in the order of the list. */
export const LAYER_NAMES: readonly LayerName[] = [
  ...KIND_GROUP_NAMES.map((name): LayerName => `thing-${name}`),
  ...BASE_GROUP_NAMES.map((name): LayerName => `base-${name}`),
];

/** Reads the `layers` part of the address: `base-rail:0,thing-works:0.5`; layers not named are fully shown, unknown names are passed over. */
export function readLayers(text: string | undefined): LayerState {
  const given = new Map((text ?? '').split(',').map((part) => part.split(':') as [string, string | undefined]));
  return new Map(LAYER_NAMES.map((name) => [name, opacityFrom(given.get(name))]));
}

/** The address part for a state; undefined when every layer is fully shown. */
export function writeLayers(state: LayerState): string | undefined {
  const parts = [...state].filter(([, opacity]) => opacity !== 1).map(([name, opacity]) => `${name}:${Number(opacity.toFixed(2))}`);
  return parts.length > 0 ? parts.join(',') : undefined;
}

/** The state with one layer changed. */
export function withLayer(state: LayerState, name: LayerName, opacity: number): LayerState {
  return new Map(state).set(name, Math.min(1, Math.max(0, opacity)));
}

/** The state with only `name` shown among the layers of its kind (things or base). */
export function onlyLayer(state: LayerState, name: LayerName): LayerState {
  const family = name.slice(0, 6);
  return new Map([...state].map(([other, opacity]) => [other, other.startsWith(family) ? Number(other === name) : opacity]));
}

/** Opacity of the base groups for the map. */
export function baseOpacity(state: LayerState): BaseOpacity {
  return Object.fromEntries(BASE_GROUP_NAMES.map((name) => [name, state.get(`base-${name}`) ?? 1])) as Record<BaseGroup, number>;
}

/** Opacity of the kinds that are not fully shown; a kind at 0 is filtered out instead. */
export function kindOpacity(state: LayerState): ReadonlyMap<PlaceKind, number> {
  return new Map(
    KIND_GROUP_NAMES.flatMap((name) => {
      const opacity = state.get(`thing-${name}`) ?? 1;
      return opacity === 1 ? [] : KIND_GROUPS[name].map((kind): [PlaceKind, number] => [kind, opacity]);
    }),
  );
}

/** Kinds of places whose layer is switched off. */
export function kindsOff(state: LayerState): readonly PlaceKind[] {
  return KIND_GROUP_NAMES.flatMap((name) => (state.get(`thing-${name}`) === 0 ? [...KIND_GROUPS[name]] : []));
}

function opacityFrom(text: string | undefined): number {
  const value = text === undefined ? 1 : Number(text);
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 1;
}

/** The group a kind of place is switched with. */
export function groupOf(kind: PlaceKind): KindGroup {
  const found = KIND_GROUP_NAMES.find((name) => (KIND_GROUPS[name] as readonly PlaceKind[]).includes(kind));
  return found ?? 'works';
}
