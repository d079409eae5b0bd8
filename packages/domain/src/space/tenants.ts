import { byText, type DayString } from '@westgate/base';
import { grouped } from '../register/groups.ts';
import type { Register } from '../register/register.ts';
import { registerIndex } from '../register/register-index.ts';
import { keyOf, type Row } from '../register/tables.ts';
import { sumOfAreas } from './floor-areas.ts';
import { buildingsOf } from './park-space.ts';

/** An industry in a park: what its firms rent and how many they are, null where that is not known of each record. */
export interface IndustrySpace {
  readonly industry: string;
  readonly areaM2: number | null;
  readonly firms: number | null;
}

const tenantsByBuilding = registerIndex<ReadonlyMap<string, readonly string[]>>({
  basis: { tenancy: ['building', 'on', 'sector'] },
  build: (register) =>
    new Map(
      [...grouped(register.tenancy.values(), ({ building }) => building)].map(([id, rows]) => [
        id,
        rows.map((row) => keyOf('tenancy', row)),
      ]),
    ),
});

/** Every record of the tenants of a building up to a day. */
export function tenantsOf(register: Register, building: string, asOf: DayString): readonly Row<'tenancy'>[] {
  const keys = tenantsByBuilding(register).get(building) ?? [];
  return keys.map((key) => register.tenancy.get(key)).filter((row): row is Row<'tenancy'> => row !== undefined && row.on <= asOf);
}

/** The tenants of a building on a day: the records of the latest day on which its tenants were counted. */
function tenantsOn(register: Register, building: string, asOf: DayString): readonly Row<'tenancy'>[] {
  const rows = tenantsOf(register, building, asOf);
  const last = rows
    .map(({ on }) => on)
    .sort()
    .at(-1);
  return rows.filter(({ on }) => on === last);
}

/** The industries of a park on a day, the largest first; those of which no area is known last. */
export function industriesOf(register: Register, park: string, asOf: DayString): readonly IndustrySpace[] {
  const rows = buildingsOf(register, park).flatMap(({ id }) => tenantsOn(register, id, asOf));
  return [...grouped(rows, ({ sector }) => sector)]
    .map(([industry, of]) => ({ industry, areaM2: wholeOf(of.map((row) => row.area_m2)), firms: wholeOf(of.map((row) => row.firms)) }))
    .sort((a, b) => (b.areaM2 ?? -1) - (a.areaM2 ?? -1) || byText(a.industry, b.industry));
}

function wholeOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? sumOfAreas(known) : null;
}
