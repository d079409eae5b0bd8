import { type DayString, isDay } from '@westgate/base';
import type { Changed } from '@westgate/contract';
import { type Coming, type Desk, dayInDistrict, type FieldSince, requireKnownBy, requirePlan, workOwnerNow } from '@westgate/desk';
import {
  basedOf,
  hiddenColumns,
  policy,
  type Reader,
  type Register,
  registerFor,
  registerOfPlan,
  type TableName,
  unnoted,
} from '@westgate/domain';
import { PUBLIC, readerNow } from '../caller/caller.ts';
import { LastAsked } from '../caller/last-asked.ts';
import { tooMany } from '../caller/too-many.ts';
import { WindowCounts } from '../caller/window-counts.ts';
import { Search } from '../search/search.ts';
import { Segmenter } from '../search/segmenter.ts';
import { MapTiles } from '../tiles/map-tiles.ts';
import { type DeedMark, DeedTrail, standsIn } from '../view/standing.ts';
import { type States, statesOf } from '../view/states.ts';
import { narrowedTo, type View, viewOf } from '../view/view.ts';
import { KeptAnswers, type Standing } from './kept-answers.ts';
import { RelatedRows } from './related.ts';

/** Classes of readers kept at once; a district has some twenty departments, and few of them ask at the same time. */
const CLASSES_KEPT = 12;
/** Plans kept at once for each class: the one shown, those of the years before and after. */
const PLANS_KEPT = 3;
/** Days kept at once with their computed states, for each class: a time strip is dragged to and fro over about as many. */
const VIEWS_KEPT = 16;

/** A view and the states it is made from; those of a plan are the states of the whole. */
interface Seen {
  readonly states: States | null;
  readonly view: View;
}

/** How many days other than today one caller may have worked out in a minute: each takes all states of the district. */
export interface OtherDayLimits {
  /** Who drags the strip of days sees a few a second. */
  readonly otherDaysAMinute: number;
  /** The same of an address, where nobody is signed in. */
  readonly publicOtherDaysAMinute: number;
}

/** A register, and what of it some readers may know. */
interface Cut {
  readonly whole: Register;
  readonly register: Register;
}

/** What is kept for readers who may know of the same records, of all plans or of one. */
interface ReaderCache {
  /** The same of single plans, so that none takes the place of other readers. */
  readonly plans: LastAsked<ReaderCache>;
  /** Null: nothing is hidden from them. */
  readonly reader: Reader | null;
  readonly plan: string | null;
  readonly search: Search;
  readonly tiles: MapTiles;
  readonly views: Map<DayString, Seen>;
  /** What they may know of the whole, as it was last asked for. */
  seen: Cut | null;
  /** The same of the whole as the journal holds it, with the values that nothing is counted of. */
  held: Cut | null;
}

/** Bytes of packed tiles that are kept of a single plan. */
const PLAN_TILE_BYTES = 16 * 1024 * 1024;
/** Nothing is hidden from them: the office without accounts, who runs Westgate, and roles that read everything. */
const WHOLE = 'all';

/**
 * The desk as whoever asks may see it: everything that is answered is made from a register without what that person may not know of. One view per
 * class of readers and day, brought up to date after a deed.
 */
export class Office {
  readonly desk: Desk;
  readonly related: RelatedRows;
  /** What was answered, as far as it holds. */
  readonly answers = new KeptAnswers(() => this.#standing());
  readonly #deeds = new DeedTrail();
  /** The clock of the office. */
  readonly now: () => Date;
  readonly #segmenter: Segmenter;
  readonly #readerCaches = new LastAsked<ReaderCache>(CLASSES_KEPT);
  readonly #whole: ReaderCache;
  readonly #otherDays = new WindowCounts();
  /** Views of a district that was about to take the place of what stood, by their days. */
  #coming: ReadonlyMap<DayString, Seen> = new Map();
  readonly #limits: OtherDayLimits;
  readonly #stopListening: () => void;

  /** `onError` is told of work in the background that failed; `limits`: how many other days are worked out. */
  constructor(
    desk: Desk,
    {
      now = () => new Date(),
      onError,
      limits,
    }: {
      readonly now?: (() => Date) | undefined;
      readonly onError: (error: Error, name: string) => void;
      readonly limits: OtherDayLimits;
    },
  ) {
    this.#limits = limits;
    this.#segmenter = new Segmenter(onError);
    this.#whole = readerCacheFor(null, this.#segmenter);
    this.desk = desk;
    this.related = new RelatedRows(desk);
    this.now = now;
    this.#stopListening = desk.onChange(({ changes }) => {
      if (changes.length === 0) this.#deeds.breakOff();
    });
  }

  async close(): Promise<void> {
    this.#stopListening();
    this.related.close();
    await this.#segmenter.close();
  }

  /**
   * The district as whoever asks may see it, from `asOf`, from today where no day is named; of one plan, or of all where none is named. Throws
   * `WG_INPUT_INVALID` where they know of no such plan.
   */
  view(asOf: DayString | null = null, plan: string | null = null): View {
    return this.#viewOn(this.#readerCache(readerNow(), plan), asOf);
  }

  /** The same from the day and of the plan that a parsed query names. */
  viewAsked(query: object): View {
    return this.view(dayAsked(query), planAsked(query));
  }

  /** The district as it is, for the work of Westgate itself; no answer is made from it. */
  wholeView(): View {
    return this.#viewOn(this.#whole, null);
  }

  /**
   * A district that is about to take the place of what stands, from today and from the day it opens as of, as it is seen by whom nothing is hidden from. The views
   * are there once it does.
   */
  viewsComing({ register, seq, placesSince }: Coming): readonly View[] {
    const today = dayInDistrict(register, this.now());
    const [district] = register.district.values();
    const days = new Set([today, district?.opens_on ?? today]);
    this.#coming = new Map([...days].map((day) => [day, this.#seenOn({ register, seq, placesSince }, day, today)]));
    return [...this.#coming.values()].map(({ view }) => view);
  }

  /** The district as `reader` may see it, from today, whoever asks. */
  viewFor(reader: Reader): View {
    return this.#viewOn(this.#readerCache(reader, null), null);
  }

  /** The district as everyone may see it, whoever asks. Throws `WG_INPUT_INVALID` for a day still to come: what is published tells what is known. */
  publicView(asOf: DayString | null): View {
    if (asOf !== null) requireKnownBy(this.today(), asOf);
    return this.#viewOn(this.#readerCache(PUBLIC, null), asOf);
  }

  /**
   * The district as it is held, values that count for nothing among it, as far as whoever asks may know; of one plan, or of all where none is named.
   */
  heldNow(plan: string | null = null): Register {
    const all = knownOn(this.#readerCache(readerNow(), null), 'held', this.desk.held());
    return plan === null ? all : knownOn(this.#readerCache(readerNow(), plan), 'held', all);
  }

  /** Finds records among those of a view that whoever asks was given. */
  searchIn({ plan }: View): Search {
    return this.#readerCache(readerNow(), plan).search;
  }

  /** Finds records for the work of Westgate itself. */
  get wholeSearch(): Search {
    return this.#whole.search;
  }

  /** The tiles of the map as it is, for the work of Westgate itself. */
  get wholeTiles(): MapTiles {
    return this.#whole.tiles;
  }

  /** The tiles of the map for a view that whoever asks was given. */
  tilesIn({ plan }: View): MapTiles {
    return this.#readerCache(readerNow(), plan).tiles;
  }

  /** Whether anything can be recorded, and why not, as answers tell it. */
  get standing(): string {
    const { mode, reason, note } = this.desk;
    return `${mode} ${reason} ${note === null ? '' : JSON.stringify(note)}`;
  }

  /** Names what every answer of now is made from: the last deed, the day, how the desk stands. */
  get moment(): string {
    return `${this.desk.seq} ${this.dayAndStanding}`;
  }

  /** The same without the last deed: of another day, or of a desk that stands otherwise, nothing is given again that was answered before. */
  get dayAndStanding(): string {
    return `${this.today()} ${this.standing}`;
  }

  #standing(): Standing<DeedMark> {
    const { desk } = this;
    const mark = (): DeedMark => unnoted(() => this.#deeds.markOf(desk.register, desk.held()));
    const holds: Standing<DeedMark>['holds'] = (rest, since) => {
      const changed = this.#deeds.since(since, mark());
      return changed !== null && unnoted(() => standsIn(this.wholeView(), rest, changed));
    };
    return { seq: desk.seq, mark, holds };
  }

  /** Today in the district's time zone; in UTC while there is no district. */
  today(): DayString {
    return dayInDistrict(this.desk.register, this.now());
  }

  #readerCache(reader: Reader | null, plan: string | null): ReaderCache {
    const name = reader === null ? WHOLE : policy.readerClass(reader);
    const own = reader === null || name === WHOLE ? this.#whole : this.#readerCaches.of(name, () => this.#cacheForClass(reader));
    if (plan === null) return own;
    requirePlan(knownOn(own, 'seen', this.desk.register), plan);
    return own.plans.of(plan, () => readerCacheFor(own.reader, this.#segmenter, plan));
  }

  /** What is kept for a class of readers knows of no one among them. */
  #cacheForClass({ roles, department }: Reader): ReaderCache {
    return readerCacheFor({ roles, department }, this.#segmenter);
  }

  #viewOn(readerCache: ReaderCache, asOf: DayString | null): View {
    const today = this.today();
    const day = asOf ?? today;
    const { views } = readerCache;
    const held = views.get(day);
    if (!held && day !== today && readerCache.plan === null)
      this.#countOtherDay(readerCache.reader === null || readerCache.reader.roles.length > 0);
    views.delete(day);
    const isPresent = held?.view.seq === this.desk.seq && held.view.today === today;
    const seen = isPresent ? held : this.#look(readerCache, day, today, held?.states ?? null);
    views.set(day, seen);
    const [oldest] = views.keys();
    if (views.size > VIEWS_KEPT && oldest !== undefined) views.delete(oldest);
    return seen.view;
  }

  /** Throws `WG_TOO_MANY` where whoever asks has had too many other days worked out in this minute. */
  #countOtherDay(isKnown: boolean): void {
    const owner = workOwnerNow();
    if (owner === undefined) return;
    const most = isKnown ? this.#limits.otherDaysAMinute : this.#limits.publicOtherDaysAMinute;
    if (this.#otherDays.of(owner) >= most) throw tooMany(`expected at most ${most} other days a minute`, this.#otherDays.secondsLeft());
    this.#otherDays.add(owner);
  }

  #look(readerCache: ReaderCache, asOf: DayString, today: DayString, before: States | null): Seen {
    if (readerCache.plan !== null) return { states: null, view: this.#viewOfPlan(readerCache, readerCache.plan, asOf) };
    const { seq } = this.desk;
    const register = knownOn(readerCache, 'seen', this.desk.register);
    const ready = readerCache.reader === null ? this.#comeOn({ register, seq }, asOf, today) : null;
    const { placesSince } = this.desk;
    return ready ?? this.#seenOn({ register, seq, placesSince }, asOf, today, { reader: readerCache.reader, before });
  }

  #seenOn(
    { register, seq, placesSince }: Omit<Coming, 'held'>,
    asOf: DayString,
    today: DayString,
    { reader, before }: { readonly reader: Reader | null; readonly before: States | null } = { reader: null, before: null },
  ): Seen {
    const states = statesOf(register, asOf, before);
    return { states, view: viewOf(states, { seq, today, placesSince, changed: (table, key) => this.#changed(reader, table, key) }) };
  }

  /** The view that was made ready before this district took its place; null where there is none. Those of another are let go. */
  #comeOn({ register, seq }: Pick<Coming, 'register' | 'seq'>, asOf: DayString, today: DayString): Seen | null {
    const [any] = this.#coming.values();
    if (any && any.view.seq < seq) this.#coming = new Map();
    const seen = this.#coming.get(asOf);
    return seen?.view.register === register && seen.view.seq === seq && seen.view.today === today ? seen : null;
  }

  #viewOfPlan(readerCache: ReaderCache, plan: string, asOf: DayString): View {
    const all = this.#viewOn(this.#readerCache(readerCache.reader, null), asOf);
    return narrowedTo(all, plan, knownOn(readerCache, 'seen', all.register));
  }

  /** The last change of a record, as far as `reader` may know: nobody's name to the public, nothing from when it was hidden. */
  #changed(reader: Reader | null, table: TableName, key: string): Changed | null {
    if (reader !== null && reader.roles.length === 0) return null;
    const all = this.desk.since(table, key);
    const hidden = reader ? hiddenColumns(table, reader) : [];
    const opened = reader ? Math.max(0, ...all.filter(({ field }) => field === 'visibility').map(({ seq }) => seq)) : 0;
    const known = all.filter(({ field, seq }) => !hidden.includes(field) && (opened === 0 || seq > opened));
    // A basis that went with its value is told by the change of the value.
    const values = new Set(known.map(({ field, seq }) => `${seq} ${field}`));
    const isOwn = ({ field, seq }: FieldSince): boolean =>
      !basedOf(table).some(({ value, basis }) => basis.includes(field) && value.some((each) => values.has(`${seq} ${each}`)));
    return known.filter(isOwn).reduce<Changed | null>((latest, { field, before, at, seq, who }) => {
      return latest === null || seq > latest.seq ? { at, seq, who, field, before } : latest;
    }, null);
  }
}

function readerCacheFor(reader: Reader | null, segmenter: Segmenter, plan: string | null = null): ReaderCache {
  const tiles = plan === null ? new MapTiles() : new MapTiles(PLAN_TILE_BYTES);
  const plans = new LastAsked<ReaderCache>(PLANS_KEPT);
  return { reader, plan, plans, search: new Search(segmenter), tiles, views: new Map(), seen: null, held: null };
}

/** What of `whole`, the district or what its readers know of all plans, is known on a cache; the last is kept under `as`. */
function knownOn(readerCache: ReaderCache, as: 'seen' | 'held', whole: Register): Register {
  const same = [readerCache.seen, readerCache.held].find((each) => each?.whole === whole);
  const cut = same ?? { whole, register: registerOn(readerCache, whole, readerCache[as] ?? readerCache.seen) };
  readerCache[as] = cut;
  return cut.register;
}

function registerOn({ reader, plan }: ReaderCache, whole: Register, before: Cut | null): Register {
  if (plan !== null) return registerOfPlan(whole, plan, before);
  return reader ? registerFor(whole, reader, before) : whole;
}

/** The plan a parsed query asks for, if it does. */
function planAsked(query: object): string | null {
  return 'plan' in query && typeof query.plan === 'string' ? query.plan : null;
}

/** The day a parsed query asks for, if it does. */
export function dayAsked(query: object): DayString | null {
  return 'asOf' in query && typeof query.asOf === 'string' && isDay(query.asOf) ? query.asOf : null;
}
