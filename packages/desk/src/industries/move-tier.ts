import { type DayString, dayOf, isDay, WestgateError } from '@westgate/base';
import { type Register, sayName, stayOn, tiersOf } from '@westgate/domain';
import type { Ask } from '../deeds/ask.ts';
import { dayOn, isSaid, presentRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';

const REASON_OWED = { zh: '调整理由：应写明为何调整', en: 'grounds: expected why it is moved' };

/**
 * Puts an industry into a tier from a day on. Throws `WG_INPUT_INVALID` where no reason is given, the scheme of the tier does not hold on that day, the industry stands in that tier
 * already, or an entry of that day is there.
 */
export function moveTier(register: Register, { id, tier, fromOn, grounds, source, confidence }: Ask<'move-tier'>): Changing {
  presentRow(register.industry, 'industry', id);
  const to = presentRow(register.tier, 'tier', tier);
  if (!isSaid(grounds)) throw new WestgateError('WG_INPUT_INVALID', REASON_OWED);
  if (!isDay(fromOn)) throw new WestgateError('WG_INPUT_INVALID', dayOn('from_on', fromOn));
  const { schemes, histories } = tiersOf(register);
  const scheme = schemes.find(({ tiers }) => tiers.includes(tier));
  if (scheme) refuseOutside(scheme, fromOn);
  if ([...register.tier_place.values()].some(({ industry, from_on }) => industry === id && from_on === fromOn))
    throw new WestgateError('WG_INPUT_INVALID', thereAlready(fromOn));
  const now = stayOn(histories.get(id) ?? [], dayOf(fromOn));
  if (now?.tier === tier) throw new WestgateError('WG_INPUT_INVALID', standsThere(sayName(to.name_zh, to.name_en, to.id), now.from));
  const entry = { industry: id, from_on: fromOn, tier, reason_zh: grounds.zh, reason_en: grounds.en, source, confidence };
  return { changes: putChanges(register, [['tier_place', entry]]) };
}

function refuseOutside({ name, from, until }: { name: string; from: DayString; until: DayString | null }, on: DayString): void {
  if (on >= from && (until === null || on <= until)) return;
  throw new WestgateError('WG_INPUT_INVALID', {
    zh: `自：“${name}”产业体系自 ${from} 起${until === null ? '' : `至 ${until} 止`}，现为 ${on}`,
    en: `from_on: expected a day of the scheme ${name}, from ${from}${until === null ? ' on' : ` to ${until}`}, found ${on}`,
  });
}

function thereAlready(on: string) {
  return {
    zh: `自：${on} 已有一条层级记录；先撤销那次调整`,
    en: `from_on: expected a day without an entry, there is one of ${on}: undo that move first`,
  };
}

function standsThere(tier: { readonly zh: string; readonly en: string }, from: string) {
  return {
    zh: `调入层级：应为另一层级，自 ${from} 起已属“${tier.zh}”`,
    en: `tier: expected another tier, it stands in ${tier.en} from ${from} on`,
  };
}
