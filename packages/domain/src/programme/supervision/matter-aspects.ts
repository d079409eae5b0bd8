import { type Attribute, rankIn } from '@westgate/base';
import { departmentPlace } from '../../register/department-places.ts';
import { SUPERVISION_LIGHTS, SUPERVISION_STEPS } from '../../register/fields/vocabulary.ts';
import type { Register } from '../../register/register.ts';
import type { Matter } from './matters.ts';

/** What the ledger of supervision is grouped by. */
export const MATTER_ATTRIBUTES = ['light', 'stands', 'lead', 'owes', 'about', 'plans', 'due'] as const;
/** What it can be put in order by, beside its own order. */
export const MATTER_ORDERS = ['light', 'stands', 'lead', 'since', 'due'] as const;
/** Nobody owes a step of a matter that is closed. */
export const OWED_BY_NOBODY = '-nobody';

const rankOfStand = rankIn(['registered', ...SUPERVISION_STEPS, 'answered']);
const rankOfLight = rankIn(SUPERVISION_LIGHTS);

/** The attributes of a matter; `plansOf` gives the plans of the record it is about; a due date is its month. */
export function matterAttributes(plansOf: (matter: Matter) => readonly string[]): readonly Attribute<Matter>[] {
  const keys: Readonly<Record<(typeof MATTER_ATTRIBUTES)[number], Omit<Attribute<Matter>, 'id'>>> = {
    light: { keysOf: ({ standing }) => [standing.light], rankOf: rankOfLight },
    stands: { keysOf: ({ standing }) => [standing.name], rankOf: rankOfStand },
    lead: { keysOf: ({ row }) => [row.lead] },
    owes: { keysOf: ({ standing }) => [standing.owedBy ?? OWED_BY_NOBODY] },
    about: { keysOf: ({ row }) => [row.subject_kind] },
    plans: { keysOf: plansOf },
    due: { keysOf: ({ row }) => [row.due_on.slice(0, 7)], rankOf: (key) => Number(key.replace('-', '')) },
  };
  return MATTER_ATTRIBUTES.map((id) => ({ id, ...keys[id] }));
}

/** What an order goes by; departments in the order of the district. */
export function matterOrder(register: Register, order: (typeof MATTER_ORDERS)[number]): (matter: Matter) => string | number | null {
  const orders: Readonly<Record<(typeof MATTER_ORDERS)[number], (matter: Matter) => string | number | null>> = {
    light: ({ standing }) => rankOfLight(standing.light),
    stands: ({ standing }) => rankOfStand(standing.name),
    lead: ({ row }) => departmentPlace(register, row.lead),
    since: ({ standing }) => standing.since,
    due: ({ row }) => row.due_on,
  };
  return orders[order];
}
