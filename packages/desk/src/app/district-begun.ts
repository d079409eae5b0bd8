import { broughtBy } from '../deeds/author.ts';
import type { Desk } from './desk.ts';

const DEEDS_AT_ONCE = 50;

/** What was found, for as long as no deed touches the row of the district: only such a deed begins one, or takes that back. */
const known = new WeakMap<Desk['register']['district'], number>();

/**
 * The number of the deed that began the district held, by screen or by import, and still stands; 1 where the first deed did, 0 where none is held.
 * What was done before is of districts that were held in the folder then.
 */
export async function districtBegun(desk: Desk): Promise<number> {
  const { district } = desk.register;
  const begun = known.get(district) ?? (await beganBy(desk, district));
  known.set(district, begun);
  return begun;
}

async function beganBy(desk: Desk, district: Desk['register']['district']): Promise<number> {
  const [key] = district.keys();
  if (key === undefined) return 0;
  for (let before: number | undefined; ; ) {
    const deeds = await desk.touching([{ table: 'district', key }], DEEDS_AT_ONCE, before);
    const begun = deeds.find((deed) =>
      deed.verb === 'start-district' ? desk.undoneBy(deed.seq) === null : broughtBy(desk, [deed], 'district', key) !== null,
    );
    if (begun) return begun.seq;
    before = deeds.at(-1)?.seq;
    if (before === undefined || deeds.length < DEEDS_AT_ONCE) return 1;
  }
}
