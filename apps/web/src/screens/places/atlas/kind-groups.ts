import type { PlaceKind } from '@westgate/domain';

/** The layers of our own things: kinds of places that a person switches together. The name is the message key `atlas.group.<name>`. */
export const KIND_GROUPS = {
  works: ['factory', 'compound', 'shantytown', 'bungalow', 'building', 'area'],
  parks: ['industrial-park', 'park', 'greenway'],
  heritage: ['heritage', 'heritage-block', 'institution'],
  water: ['waterfront', 'flood-works'],
  venues: ['venue', 'landmark'],
  orientation: ['station', 'office'],
} as const satisfies Record<string, readonly PlaceKind[]>;
export type KindGroup = keyof typeof KIND_GROUPS;
export const KIND_GROUP_NAMES = Object.keys(KIND_GROUPS) as readonly KindGroup[];

/** The group a kind of place is switched with. */
export function groupOf(kind: PlaceKind): KindGroup {
  const found = KIND_GROUP_NAMES.find((name) => (KIND_GROUPS[name] as readonly PlaceKind[]).includes(kind));
  return found ?? 'works';
}
