import type { Coverage, districtSchema, Gap, Page } from '@westgate/contract';
import { coverageOf, type Coverage as Found, grouped } from '@westgate/domain';
import type { z } from 'zod';
import { firstThatFit } from '../list/fit.ts';
import { type View, viewMemo } from '../view.ts';
import { pair } from './text.ts';
import { thingOf } from './thing.ts';

type FoundGap = Found['gaps'][number];

/** Gaps of one name that stand in the coverage itself: with all names they stay below the size of an answer. */
const OF_EACH = 200;

const foundIn = viewMemo((view) => {
  const found = coverageOf(view.register, view.asOf, (id) => view.state('commitment', id).name);
  const byName = grouped(found.gaps, ({ gap }) => gap);
  const firsts = new Set([...byName.values()].flatMap((gaps) => gaps.slice(0, OF_EACH)));
  return { found, byName, first: found.gaps.filter((gap) => firsts.has(gap)) };
});

/** How much of the plan is held fast, and the first of what is open. */
export const coverageIn: (view: View) => Coverage = viewMemo((view) => {
  const { found, byName, first } = foundIn(view);
  return {
    sentences: { ...found.sentences },
    commitments: { ...found.commitments },
    things: { ...found.things },
    projects: { ...found.projects },
    states: { ...found.states },
    open: { ...found.open },
    gapCounts: Object.fromEntries([...byName].map(([name, gaps]) => [name, countsOf(gaps)])),
    gaps: first.map((gap) => shownIn(view, gap)),
    asOf: view.asOf,
    seq: view.seq,
  };
});

/** A page of the gaps of one name, in the order they are found in. */
export function gapPageIn(
  view: View,
  { gap, of, limit, after }: z.output<typeof districtSchema.gapQuery>,
): Omit<Page<Gap>, 'items'> & { items: Gap[] } {
  const all = foundIn(view).byName.get(gap) ?? [];
  const gaps = of === undefined ? all : all.filter(({ kind }) => (kind === 'commitment') === (of === 'commitment'));
  const start = Number(after ?? 0);
  const items = firstThatFit(gaps.slice(start, start + limit), (each) => shownIn(view, each));
  const end = start + items.length;
  return { asOf: view.asOf, seq: view.seq, total: gaps.length, next: end < gaps.length && items.length > 0 ? String(end) : null, items };
}

function countsOf(gaps: readonly FoundGap[]): Coverage['gapCounts'][string] {
  return { total: gaps.length, commitments: gaps.filter(({ kind }) => kind === 'commitment').length };
}

function shownIn(view: View, { kind, id, gap, reason }: FoundGap): Gap {
  return { thing: thingOf(view.register, kind, id), gap, reason: pair(reason.zh, reason.en) };
}
