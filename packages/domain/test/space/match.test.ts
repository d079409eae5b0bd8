import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays, type DayString, dayOf, daysBetween } from '@westgate/base';
import {
  type Match,
  matchOf,
  matchSpace,
  NEED_PATTERN,
  NO_NEED,
  needText,
  readNeed,
  type SpaceNeed,
  type SpaceOffer,
} from '@westgate/domain';
import { type Random, randomOf } from '../random.ts';

const IS_LONG = process.env.WESTGATE_TRIAL === 'all';
const CASES = IS_LONG ? 20_000 : 3_000;
const TODAY = dayOf('2026-11-27');
const AXES = ['tier:pillar', 'tier:distinctive', 'aim:work'] as const;

const OFFER: SpaceOffer = {
  building: 'b1',
  kind: 'vacant',
  areaM2: 5_000,
  largestM2: 3_000,
  heightM: 4.2,
  loadKnM2: 7.5,
  metroM: 600,
  from: TODAY,
  rentLow: 3.2,
  rentHigh: 4,
  tags: ['tier:pillar'],
};

describe('space for a firm', () => {
  it('fits where every criterion is met, and says by how much one is short', () => {
    const need = { ...NO_NEED, areaM2: 3_000, heightM: 4.2, metroM: 600, readyOn: TODAY, rent: 3.2, tag: 'tier:pillar' };
    assert.equal(matchOf(need, OFFER).fit, 'fits');
    const short = matchOf({ ...need, areaM2: 5_000 }, OFFER);
    assert.equal(short.fit, 'one-short');
    assert.deepEqual(short.answers[0], { criterion: 'area', verdict: 'short', by: 2_000 });
    const late = matchOf(need, { ...OFFER, from: dayOf('2026-12-07') });
    assert.deepEqual(
      late.answers.find(({ criterion }) => criterion === 'ready'),
      { criterion: 'ready', verdict: 'short', by: 10 },
    );
  });
  it('never takes what is not known for met', () => {
    const unknown = { ...OFFER, loadKnM2: null };
    assert.equal(matchOf({ ...NO_NEED, loadKnM2: 5 }, unknown).fit, 'not-known');
    assert.equal(
      matchOf({ ...NO_NEED, areaM2: 4_000 }, { ...OFFER, largestM2: null }).fit,
      'not-known',
      'enough in all, but in one piece?',
    );
    assert.equal(
      matchOf({ ...NO_NEED, areaM2: 6_000 }, { ...OFFER, largestM2: null }).fit,
      'one-short',
      'a piece is no larger than the whole',
    );
    assert.equal(matchOf({ ...NO_NEED, tag: 'tier:pillar' }, { ...OFFER, tags: ['aim:work'] }).fit, 'not-known');
    assert.equal(matchOf({ ...NO_NEED, tag: 'tier:pillar' }, { ...OFFER, tags: ['tier:future'] }).fit, 'one-short');
  });
  it('a need is written into an address and read back; what is malformed is left out, and no address of a need is', () => {
    const random = randomOf(7);
    for (let turn = 0; turn < 500; turn += 1) {
      const need = needOf(random);
      const text = needText(need);
      assert.deepEqual(readNeed(text), need);
      assert.match(text, new RegExp(NEED_PATTERN));
    }
    assert.deepEqual(readNeed('area:many,load:5,ready:2026-02-30,colour:red'), { ...NO_NEED, loadKnM2: 5 });
  });
  it(`agrees with a reference that tries every criterion and every pair, ${CASES} seeded cases`, () => {
    const random = randomOf(17);
    for (let turn = 0; turn < CASES; turn += 1) {
      const need = needOf(random);
      const offers = Array.from({ length: 1 + Math.floor(random() * 12) }, (_, index) => offerOf(random, `b${index}`));
      const ranked = matchSpace(need, offers);
      assert.deepEqual(
        ranked.map(({ offer, fit }) => `${offer.building} ${fit}`),
        reference(need, offers),
        JSON.stringify({ turn, need }),
      );
      const shuffled = offers.map((offer) => [random(), offer] as const).sort(([a], [b]) => a - b);
      assert.deepEqual(
        matchSpace(
          need,
          shuffled.map(([, offer]) => offer),
        ).map(nameOf),
        ranked.map(nameOf),
        'whatever the order they come in',
      );
    }
  });
});

const nameOf = ({ offer }: Match): string => offer.building;

function some<V>(random: Random, values: readonly V[]): V {
  return values[Math.floor(random() * values.length)] as V;
}

function needOf(random: Random): SpaceNeed {
  return {
    areaM2: some(random, [null, 500, 1_000, 2_500]),
    heightM: some(random, [null, 3.6, 4.5]),
    loadKnM2: some(random, [null, 5, 7.5]),
    metroM: some(random, [null, 500, 800]),
    readyOn: some(random, [null, TODAY, addDays(TODAY, 90)]),
    rent: some(random, [null, 3, 4.5]),
    tag: some(random, [null, 'tier:pillar', 'tier:future']),
  };
}

function offerOf(random: Random, building: string): SpaceOffer {
  const rentLow = some(random, [null, 2.5, 3, 4]);
  return {
    building,
    kind: some(random, ['vacant', 'works'] as const),
    areaM2: some(random, [null, 0, 400, 1_000, 3_000]),
    largestM2: some(random, [null, 400, 1_000, 2_500]),
    heightM: some(random, [null, 3.6, 4.5, 6]),
    loadKnM2: some(random, [null, 4, 5, 10]),
    metroM: some(random, [null, 300, 500, 900]),
    from: some(random, [null, TODAY, addDays(TODAY, 60), addDays(TODAY, 200)]),
    rentLow,
    rentHigh: some(random, [null, 3, 4, 5]),
    tags: AXES.filter(() => random() < 0.4),
  };
}

type Told = 1 | 0 | -1;

/** The reference: each criterion as a table of met 1, not known 0, short -1; then every offer put before those it beats, pair by pair. */
function reference(need: SpaceNeed, offers: readonly SpaceOffer[]): readonly string[] {
  const told = offers
    .filter(({ areaM2 }) => areaM2 === null || areaM2 > 0)
    .map((offer) => {
      const answers = toldOf(need, offer);
      const [short, unknown] = [answers.filter((each) => each === -1).length, answers.filter((each) => each === 0).length];
      const name = short >= 2 ? 'no-fit' : unknown > 0 ? 'not-known' : short === 0 ? 'fits' : 'one-short';
      const place = { fits: 0, 'one-short': 1, 'not-known': 2, 'no-fit': 3 }[name];
      const day = offer.from === null ? Number.POSITIVE_INFINITY : daysBetween(TODAY, offer.from);
      const rank = [place, short, unknown, day, offer.rentLow ?? Number.POSITIVE_INFINITY, -(offer.largestM2 ?? Number.NEGATIVE_INFINITY)];
      return { offer, name, rank };
    });
  const beats = (a: (typeof told)[number], b: (typeof told)[number]): boolean => {
    for (const [index, value] of a.rank.entries()) {
      const other = b.rank[index] ?? 0;
      if (value !== other) return value < other;
    }
    return `${a.offer.building} ${a.offer.kind}` < `${b.offer.building} ${b.offer.kind}`;
  };
  // How many beat it is its place.
  return told
    .map((each) => [told.filter((other) => other !== each && beats(other, each)).length, `${each.offer.building} ${each.name}`] as const)
    .sort(([a], [b]) => a - b)
    .map(([, text]) => text);
}

function toldOf(need: SpaceNeed, offer: SpaceOffer): readonly Told[] {
  const { areaM2, largestM2, from, rentLow, rentHigh, tags } = offer;
  const told: Told[] = [];
  const sizes = (asked: number | null, has: number | null, sign: 1 | -1): void => {
    if (asked !== null) told.push(has === null ? 0 : sign * (has - asked) >= 0 ? 1 : -1);
  };
  if (need.areaM2 === null) told.push(areaM2 === null ? 0 : 1);
  else if (largestM2 === null && areaM2 !== null && areaM2 >= need.areaM2) told.push(0);
  else sizes(need.areaM2, largestM2 ?? areaM2, 1);
  sizes(need.heightM, offer.heightM, 1);
  sizes(need.loadKnM2, offer.loadKnM2, 1);
  sizes(need.metroM, offer.metroM, -1);
  if (need.readyOn !== null) told.push(from === null ? 0 : daysUntil(from) <= daysUntil(need.readyOn) ? 1 : -1);
  if (need.rent !== null) told.push(rentLow !== null ? (rentLow > need.rent ? -1 : 1) : rentHigh !== null && rentHigh <= need.rent ? 1 : 0);
  if (need.tag !== null) {
    const own = tags.filter((tag) => tag.split(':')[0] === need.tag?.split(':')[0]);
    told.push(own.length === 0 ? 0 : own.some((tag) => tag === need.tag) ? 1 : -1);
  }
  return told;
}

function daysUntil(day: DayString): number {
  return daysBetween(dayOf('2000-01-01'), day);
}
