import type { Coverage, districtSchema, Gap, Page } from '@westgate/contract';
import { resultInSlices } from '@westgate/desk';
import { coverageSteps, type Coverage as Found, grouped } from '@westgate/domain';
import type { z } from 'zod';
import { firstThatFit } from '../answers/fit.ts';
import { followingMemo } from '../view/following-memo.ts';
import { statesReady } from '../view/states-ready.ts';
import { seqTold, type View, viewMemo } from '../view/view.ts';
import { pair } from './text.ts';
import { thingOf } from './thing.ts';

type FoundGap = Found['gaps'][number];

/** Gaps of one name that stand in the coverage itself: with all names they stay below the size of an answer. */
const OF_EACH = 200;

/** The coverage on the day of a view, worked out in slices, once. */
export const coverageFound: (view: View) => Promise<Found> = followingMemo(async (view) => {
  await statesReady(view);
  return resultInSlices(coverageSteps(view.register, (id) => view.state('commitment', id).name));
});

const gapsByName = followingMemo(async (view) => grouped((await coverageFound(view)).gaps, ({ gap }) => gap));

/** How much of the plan is held fast, and the first of what is open. */
export const coverageIn: (view: View) => Promise<Coverage> = viewMemo(async (view) => {
  const [found, byName] = [await coverageFound(view), await gapsByName(view)];
  const firsts = new Set([...byName.values()].flatMap((gaps) => gaps.slice(0, OF_EACH)));
  return {
    sentences: { ...found.sentences },
    commitments: { ...found.commitments },
    things: { ...found.things },
    projects: { ...found.projects },
    states: { ...found.states },
    open: { ...found.open },
    gapCounts: Object.fromEntries([...byName].map(([name, gaps]) => [name, countsOf(gaps)])),
    gaps: await resultInSlices(shownSteps(view, firsts, found)),
    asOf: view.asOf,
    seq: seqTold(view),
  };
});

/** A page of the gaps of one name, in the order they are found in. */
export async function gapPageIn(
  view: View,
  { gap, of, limit, after }: z.output<typeof districtSchema.gapQuery>,
): Promise<Omit<Page<Gap>, 'items'> & { items: Gap[] }> {
  const all = (await gapsByName(view)).get(gap) ?? [];
  const gaps = of === undefined ? all : all.filter(({ kind }) => (kind === 'commitment') === (of === 'commitment'));
  const start = Number(after ?? 0);
  const items = firstThatFit(gaps.slice(start, start + limit), (each) => shownIn(view, each));
  const end = start + items.length;
  return {
    asOf: view.asOf,
    seq: seqTold(view),
    total: gaps.length,
    next: end < gaps.length && items.length > 0 ? String(end) : null,
    items,
  };
}

/** Those of the gaps that are shown, in the order they are found in. */
function* shownSteps(view: View, shown: ReadonlySet<FoundGap>, { gaps }: Found): Generator<undefined, Gap[]> {
  const all: Gap[] = [];
  for (const gap of gaps) {
    if (shown.has(gap)) all.push(shownIn(view, gap));
    yield;
  }
  return all;
}

function countsOf(gaps: readonly FoundGap[]): Coverage['gapCounts'][string] {
  return { total: gaps.length, commitments: gaps.filter(({ kind }) => kind === 'commitment').length };
}

function shownIn(view: View, { kind, id, gap, reason }: FoundGap): Gap {
  return { thing: thingOf(view.register, kind, id), gap, reason: pair(reason.zh, reason.en) };
}
