import { LAND_LAWS } from '../../register/fields/vocabulary.ts';
import { type Register, rowIn } from '../../register/register.ts';
import { relationsOf } from '../relations.ts';

export type LandLaw = (typeof LAND_LAWS)[number];

/** How the land of a project is held. */
export interface LandHeld {
  /** The laws that apply to it as far as titles are known; several where titles differ. */
  readonly laws: ReadonlySet<LandLaw>;
  /** False while the title of any of its places is not known, or it stands on none: nothing is then taken for state-owned. */
  readonly isKnown: boolean;
}

/** How the land of a project is held, from the titles of the places it stands on. */
export function landOf(register: Register, project: string): LandHeld {
  const titles = relationsOf(register)
    .placesUnder(project)
    .map((id) => [...lawsOf(register, id)]);
  return { laws: new Set(titles.flat()), isKnown: titles.length > 0 && titles.every((laws) => laws.length > 0) };
}

const LAND = ['land_title'] as const;

function lawsOf(register: Register, place: string): readonly LandLaw[] {
  switch (rowIn(register, 'place', place, LAND)?.land_title) {
    case 'state-granted':
    case 'state-allocated':
      return ['state-owned'];
    case 'collective':
      return ['collective'];
    case 'mixed':
      return LAND_LAWS;
    default:
      return [];
  }
}
