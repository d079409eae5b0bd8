/** Steps back that are remembered; what is older is compared from scratch. */
const KEPT = 100;
const NEAR = 3;

/** One state on a trail. It holds no state itself, so that old ones can go. */
export interface Mark<Step> {
  before: Mark<Step> | null;
  /** What led here from the mark before. */
  readonly step: Step | null;
}

/** How states of one thing came from one another, so that two of them can be compared by what was done between. */
export class Trail<Step> {
  readonly #marks = new WeakMap<object, Mark<Step>>();

  /** The mark of a state; one that was not followed here begins a trail. */
  markOf(state: object): Mark<Step> {
    const mark = this.#marks.get(state) ?? { before: null, step: null };
    this.#marks.set(state, mark);
    return mark;
  }

  /** Remembers that `step` led from `before` to `after`. */
  follow(before: object, after: object, step: Step): void {
    const mark: Mark<Step> = { before: this.markOf(before), step };
    this.#marks.set(after, mark);
    let oldest: Mark<Step> | null = mark;
    for (let back = 0; back < KEPT && oldest !== null; back += 1) oldest = oldest.before;
    if (oldest !== null) oldest.before = null;
  }

  /** The steps that lead to two marks from the last that both came from; null where there is none, or it lies too far back. */
  apart(one: Mark<Step>, other: Mark<Step>): readonly Step[] | null {
    // Most often that is a step or two ago.
    for (const most of [NEAR, KEPT]) {
      const [ones, others] = [back(one, most), back(other, most)];
      const places = new Map(ones.map((mark, place) => [mark, place]));
      for (const [taken, mark] of others.entries()) {
        const own = places.get(mark);
        if (own !== undefined)
          return [...ones.slice(0, own), ...others.slice(0, taken)].flatMap(({ step }) => (step === null ? [] : [step]));
      }
    }
    return null;
  }

  /** The steps from one mark to a later one, oldest first; null where none or too many lead there. */
  between(before: Mark<Step>, after: Mark<Step>): readonly Step[] | null {
    const steps: Step[] = [];
    for (let at: Mark<Step> | null = after; at !== before; at = at.before) {
      if (at === null || at.step === null) return null;
      steps.push(at.step);
    }
    return steps.reverse();
  }
}

/** A mark and those before it, at most so many steps back. */
function back<Step>(mark: Mark<Step>, most: number): readonly Mark<Step>[] {
  const marks: Mark<Step>[] = [];
  for (let at: Mark<Step> | null = mark; at !== null && marks.length <= most; at = at.before) marks.push(at);
  return marks;
}
