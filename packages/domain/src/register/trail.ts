/** Steps back that are remembered; what is older is compared from scratch. */
const KEPT = 100;

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
    const steps = new Map<Mark<Step>, readonly Step[]>();
    let taken: readonly Step[] = [];
    for (let at: Mark<Step> | null = one; at !== null; at = at.before) {
      steps.set(at, taken);
      if (at.step !== null) taken = [...taken, at.step];
    }
    taken = [];
    for (let at: Mark<Step> | null = other; at !== null; at = at.before) {
      const own = steps.get(at);
      if (own) return [...own, ...taken];
      if (at.step === null) return null;
      taken = [...taken, at.step];
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
