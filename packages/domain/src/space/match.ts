import { byText, type DayString, daysBetween } from '@westgate/base';
import type { SpaceNeed } from './need.ts';

/** Space of a building that can be rented: what is vacant, now, or what is under works, from a day on. Null is not known. */
export interface SpaceOffer {
  readonly building: string;
  readonly kind: 'vacant' | 'works';
  /** How much it is in all, and in one piece at most; m². */
  readonly areaM2: number | null;
  readonly largestM2: number | null;
  readonly heightM: number | null;
  readonly loadKnM2: number | null;
  readonly metroM: number | null;
  /** The day from which it can be moved into. */
  readonly from: DayString | null;
  /** The lowest rent asked, in yuan for a m² and day, and the highest. */
  readonly rentLow: number | null;
  readonly rentHigh: number | null;
  /** The values of plan axes that it is for. */
  readonly tags: readonly string[];
}

export const CRITERIA = ['area', 'height', 'load', 'metro', 'ready', 'rent', 'tag'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** How an offer answers one criterion: met, short of it by so much (m², m, kN/m², days, yuan; null where there is no amount), or not known. */
export interface Answer {
  readonly criterion: Criterion;
  readonly verdict: 'met' | 'short' | 'not-known';
  readonly by: number | null;
}

/** All met; one short, all else known; not known whether, with one short at most; more short. */
export const FITS = ['fits', 'one-short', 'not-known', 'no-fit'] as const;
export type Fit = (typeof FITS)[number];

/** An offer held against a need: its fit, and each criterion that was asked, in the order of CRITERIA. */
export interface Match {
  readonly offer: SpaceOffer;
  readonly fit: Fit;
  readonly answers: readonly Answer[];
}

/**
 * Offers ranked for a need: those that fit, those one short, those of which it is not known, those more short. Among equals fewer criteria short, fewer not
 * known, the earlier day, the lower rent, the larger piece, the building's id. Space that is known to be none is no offer. The order depends on nothing else.
 */
export function matchSpace(need: SpaceNeed, offers: readonly SpaceOffer[]): readonly Match[] {
  return offers
    .filter(({ areaM2 }) => areaM2 !== 0)
    .map((offer) => matchOf(need, offer))
    .sort(compared);
}

/** How one offer answers a need. */
export function matchOf(need: SpaceNeed, offer: SpaceOffer): Match {
  const answers = answersOf(need, offer);
  const short = countOf(answers, 'short');
  const unknown = countOf(answers, 'not-known');
  return { offer, answers, fit: fitOf(short, unknown) };
}

function fitOf(short: number, unknown: number): Fit {
  if (short > 1) return 'no-fit';
  if (unknown > 0) return 'not-known';
  return short === 1 ? 'one-short' : 'fits';
}

function answersOf(need: SpaceNeed, offer: SpaceOffer): readonly Answer[] {
  return [
    areaAnswer(need.areaM2, offer),
    ...(need.heightM === null ? [] : [atLeast('height', need.heightM, offer.heightM)]),
    ...(need.loadKnM2 === null ? [] : [atLeast('load', need.loadKnM2, offer.loadKnM2)]),
    ...(need.metroM === null ? [] : [atMost('metro', need.metroM, offer.metroM)]),
    ...(need.readyOn === null ? [] : [readyAnswer(need.readyOn, offer.from)]),
    ...(need.rent === null ? [] : [rentAnswer(need.rent, offer)]),
    ...(need.tag === null ? [] : [tagAnswer(need.tag, offer.tags)]),
  ];
}

/** Area is always asked: some, or so much in one piece. A piece is no larger than the whole, so too little in all is short without the piece. */
function areaAnswer(asked: number | null, { areaM2, largestM2 }: SpaceOffer): Answer {
  const criterion = 'area';
  if (asked === null) return { criterion, verdict: areaM2 === null ? 'not-known' : 'met', by: null };
  if (largestM2 !== null) return atLeast(criterion, asked, largestM2);
  return areaM2 !== null && areaM2 < asked ? short(criterion, asked - areaM2) : unknown(criterion);
}

/** Space at the lowest rent can be had; where only the highest is known and is low enough, the lowest is too. */
function rentAnswer(asked: number, { rentLow, rentHigh }: SpaceOffer): Answer {
  if (rentLow !== null) return atMost('rent', asked, rentLow);
  return rentHigh !== null && rentHigh <= asked ? met('rent') : unknown('rent');
}

function readyAnswer(asked: DayString, from: DayString | null): Answer {
  if (from === null) return unknown('ready');
  return from <= asked ? met('ready') : short('ready', daysBetween(asked, from));
}

/** Space that is for nothing on that axis may be for it or not. */
function tagAnswer(asked: string, tags: readonly string[]): Answer {
  if (tags.includes(asked)) return met('tag');
  const axis = asked.slice(0, asked.indexOf(':') + 1);
  return tags.some((tag) => tag.startsWith(axis)) ? short('tag', null) : unknown('tag');
}

function atLeast(criterion: Criterion, asked: number, has: number | null): Answer {
  if (has === null) return unknown(criterion);
  return has >= asked ? met(criterion) : short(criterion, asked - has);
}

function atMost(criterion: Criterion, asked: number, has: number | null): Answer {
  if (has === null) return unknown(criterion);
  return has <= asked ? met(criterion) : short(criterion, has - asked);
}

function met(criterion: Criterion): Answer {
  return { criterion, verdict: 'met', by: null };
}
function short(criterion: Criterion, by: number | null): Answer {
  return { criterion, verdict: 'short', by: by === null ? null : Math.round(by * 1e6) / 1e6 };
}
function unknown(criterion: Criterion): Answer {
  return { criterion, verdict: 'not-known', by: null };
}

function countOf(answers: readonly Answer[], verdict: Answer['verdict']): number {
  return answers.filter((each) => each.verdict === verdict).length;
}

function compared(a: Match, b: Match): number {
  return (
    FITS.indexOf(a.fit) - FITS.indexOf(b.fit) ||
    countOf(a.answers, 'short') - countOf(b.answers, 'short') ||
    countOf(a.answers, 'not-known') - countOf(b.answers, 'not-known') ||
    knownFirst(a.offer.from, b.offer.from, byText) ||
    knownFirst(a.offer.rentLow, b.offer.rentLow, (x, y) => x - y) ||
    knownFirst(a.offer.largestM2, b.offer.largestM2, (x, y) => y - x) ||
    byText(a.offer.building, b.offer.building) ||
    byText(a.offer.kind, b.offer.kind)
  );
}

/** What is not known comes last. */
function knownFirst<V>(a: V | null, b: V | null, order: (a: V, b: V) => number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return order(a, b);
}
