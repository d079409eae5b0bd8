import { setTimeout as sleep } from 'node:timers/promises';
import type { Language } from '@westgate/base';
import { type Coming, checksReady, resultInSlices, slices } from '@westgate/desk';
import { FORM_KINDS } from '@westgate/domain';
import { firstColumns, hasWords, type ListedTable, type ListingOf, rowsIn } from './list/listing.ts';
import { LISTINGS } from './list/noun-lists.ts';
import { orderSteps } from './list/order.ts';
import type { Office } from './office/office.ts';
import { statesReady } from './view/states-ready.ts';
import { linksIn, type View } from './view/view.ts';

/** Records looked at before requests get their turn. */
const STEP = 200;
/** The kinds of columns that lists are put in order by first, beside their own order. */
const WARMED: ReadonlySet<string> = new Set(['enum', 'day', 'ref']);
/** A word that no text holds: looking for it folds every text. */
const NOWHERE = ['\uFFFF'];

/**
 * Makes ready, between requests, what the first answers and the first deed of a large district need: the states of today, what must hold of its
 * records, the orders of the lists, the texts that are searched. Begins after `afterMs`: who waits for the server is answered first. Ends early where `isClosing`.
 */
export async function warm(office: Office, afterMs: number, isClosing: () => boolean): Promise<void> {
  await sleep(afterMs, undefined, { ref: false });
  if (isClosing()) return;
  const view = office.wholeView();
  await statesReady(view);
  if (isClosing()) return;
  await office.wholeTiles.prepare(view);
  const paced = slices();
  for (const _step of steps(view, office)) {
    if (isClosing()) return;
    await paced();
  }
  await office.wholeSearch.prepare(office.desk.register);
}

/**
 * Makes ready what the first answers of a district need that is about to take the place of what stands: how its records stand, what must hold of them, the orders
 * of its lists.
 */
export async function warmComing(office: Office, coming: Coming): Promise<void> {
  for (const view of office.viewsComing(coming)) {
    await statesReady(view);
    await resultInSlices(firstOrders(view));
  }
  await resultInSlices(checksReady(coming.held));
}

function* firstOrders(view: View): Generator<void> {
  for (const language of languagesOf(view)) {
    for (const kind of FORM_KINDS) {
      const { table, columns, order } = LISTINGS[kind];
      yield* orderSteps({ table, columns } as ListingOf<'place'>, [{ column: order, isDown: false }], view, language);
    }
  }
}

function languagesOf({ register }: View): readonly Language[] {
  const [district] = register.district.values();
  return (district?.languages ?? []).map((language) => (language === 'en' ? 'en' : 'zh'));
}

function* steps(view: View, office: Office): Generator<void> {
  const { register } = view;
  yield* checksReady(office.desk.held());
  const [first] = register.sentence.keys();
  if (first !== undefined) linksIn(view, 'sentence', first);
  yield;
  for (const language of languagesOf(view)) for (const list of LISTS) yield* list(view, language);
}

type Ready = (view: View, language: Language) => Generator<void>;

const LISTS: readonly Ready[] = FORM_KINDS.map((kind) => ready(LISTINGS[kind] as ListingOf<'place'>));

function ready<T extends ListedTable>(listing: ListingOf<T>): Ready {
  return function* (view, language) {
    for (const { id, field, restsOnOthers } of firstColumns(listing)) {
      if (restsOnOthers || (id !== listing.order && !WARMED.has(field.kind))) continue;
      yield* orderSteps(listing, [{ column: id, isDown: false }], view, language);
    }
    yield* each(rowsIn(view.register, listing.table).values(), (row) => hasWords(listing, row, NOWHERE));
  };
}

function* each<V>(values: Iterable<V>, look: (value: V) => unknown): Generator<void> {
  let seen = 0;
  for (const value of values) {
    look(value);
    seen += 1;
    if (seen % STEP === 0) yield;
  }
}
