import { noteReads, Reads, readInto, unnoted } from '@westgate/domain';
import { standsIn } from './standing.ts';
import { changedSince, markOf, type RegisterMark } from './steps.ts';
import type { View } from './view.ts';

/** Values that are kept of earlier views: those of some classes of readers and days. */
const KEPT = 6;

/** What was worked out in a view, and what it rests on. */
interface Held<Built> {
  readonly value: Built;
  readonly reads: Reads;
  /** False while a value is promised: it is not known yet what all it rests on. */
  isDone: boolean;
}

/** The same, and the last view in which it was found to hold. */
interface Last<Built> {
  readonly held: Held<Built>;
  readonly mark: RegisterMark;
  readonly view: Pick<View, 'asOf' | 'today'>;
}

/**
 * `build`, run once per view, and not where a view before had the same, of what nothing changed since that it was made from. What it gives must not hold the
 * view, nor be changed in place.
 */
export function followingMemo<Built>(build: (view: View) => Built): (view: View) => Built {
  const byView = new WeakMap<View, Held<Built>>();
  let lasts: readonly Last<Built>[] = [];
  const heldBefore = (view: View, mark: RegisterMark): Last<Built> | null => {
    // What is told of one plan may rest on others.
    if (view.plan !== null) return null;
    const like = lasts.filter(({ view: { asOf, today } }) => asOf === view.asOf && today === view.today);
    return like.find((last) => last.held.isDone && holds(last, view, mark)) ?? null;
  };
  return (view) => {
    const known = byView.get(view);
    if (known) {
      noteReads(known.reads);
      return known.value;
    }
    const mark = markOf(view.register);
    const before = unnoted(() => heldBefore(view, mark));
    const held = before?.held ?? made(build, view);
    if (before) noteReads(held.reads);
    byView.set(view, held);
    const { asOf, today } = view;
    if (view.plan === null) lasts = [{ held, mark, view: { asOf, today } }, ...lasts.filter((last) => last !== before)].slice(0, KEPT);
    return held.value;
  };
}

function made<Built>(build: (view: View) => Built, view: View): Held<Built> {
  const reads = new Reads();
  const value = readInto(reads, () => build(view));
  const held: Held<Built> = { value, reads, isDone: !(value instanceof Promise) };
  if (value instanceof Promise)
    value.then(
      () => {
        held.isDone = true;
      },
      () => undefined,
    );
  return held;
}

function holds<Built>({ held, mark }: Last<Built>, view: View, now: RegisterMark): boolean {
  const rest = held.reads.rest();
  const changed = changedSince(mark, now);
  return rest !== null && changed !== null && standsIn(view, rest, changed);
}
