import type { Coverage } from '@westgate/contract';
import { coverageOf } from '@westgate/domain';
import { type View, viewMemo } from '../view.ts';
import { pair } from './text.ts';
import { thingOf } from './thing.ts';

/** How much of the plan is held fast, and what is open. */
export const coverageIn: (view: View) => Coverage = viewMemo((view) => {
  const found = coverageOf(view.register, view.asOf, (id) => view.state('commitment', id).name);
  return {
    sentences: { ...found.sentences },
    commitments: { ...found.commitments },
    things: { ...found.things },
    projects: { ...found.projects },
    states: { ...found.states },
    open: { ...found.open },
    gaps: found.gaps.map(({ kind, id, gap, reason }) => ({
      thing: thingOf(view.register, kind, id),
      gap,
      reason: pair(reason.zh, reason.en),
    })),
    asOf: view.asOf,
    seq: view.seq,
  };
});
