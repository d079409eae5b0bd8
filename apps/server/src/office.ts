import { type DayString, dayOf, isDay } from '@westgate/base';
import type { Changed } from '@westgate/contract';
import type { Desk } from '@westgate/desk';
import type { TableName } from '@westgate/domain';
import { RelatedRows } from './related.ts';
import { Search } from './search/search.ts';
import { type States, statesOf } from './states.ts';
import { type View, viewOf } from './view.ts';

/** Days kept at once with their computed states: a time strip is dragged to and fro over about as many. */
const VIEWS_KEPT = 16;

/** A view and the states it is made from. */
interface Seen {
  readonly states: States;
  readonly view: View;
}

/** The desk with its views: one per day asked for, brought up to date after a deed. */
export class Office {
  readonly desk: Desk;
  readonly related: RelatedRows;
  readonly search = new Search();
  /** The clock of the office. */
  readonly now: () => Date;
  readonly #views = new Map<DayString, Seen>();

  constructor(desk: Desk, now: () => Date = () => new Date()) {
    this.desk = desk;
    this.related = new RelatedRows(desk);
    this.now = now;
  }

  async close(): Promise<void> {
    this.related.close();
    await this.search.close();
  }

  /** The district as it stands, seen from `asOf`; today where no day is named. */
  view(asOf: DayString | null = null): View {
    const today = this.today();
    const day = asOf ?? today;
    const held = this.#views.get(day);
    this.#views.delete(day);
    const isPresent = held?.view.seq === this.desk.seq && held.view.today === today;
    const seen = isPresent ? held : this.#look(day, today, held?.states ?? null);
    this.#views.set(day, seen);
    const [oldest] = this.#views.keys();
    if (this.#views.size > VIEWS_KEPT && oldest !== undefined) this.#views.delete(oldest);
    return seen.view;
  }

  /** Today in the district's time zone; in UTC while there is no district. */
  today(): DayString {
    const [district] = this.desk.register.district.values();
    return dayOf(new Intl.DateTimeFormat('sv-SE', { timeZone: district?.time_zone ?? 'UTC', dateStyle: 'short' }).format(this.now()));
  }

  #look(asOf: DayString, today: DayString, before: States | null): Seen {
    const { register, seq } = this.desk;
    const states = statesOf(register, asOf, before);
    return { states, view: viewOf(states, { seq, today, changed: (table, key) => this.#changed(table, key) }) };
  }

  #changed(table: TableName, key: string): Changed | null {
    const last = this.desk.since(table, key).reduce<Changed | null>((latest, { field, before, at, seq, who }) => {
      return latest === null || seq > latest.seq ? { at, seq, who, field, before } : latest;
    }, null);
    return last;
  }
}

/** The day a parsed query asks for, if it does. */
export function dayAsked(query: object): DayString | null {
  return 'asOf' in query && typeof query.asOf === 'string' && isDay(query.asOf) ? query.asOf : null;
}
