import { inBackground, resultAtOnce } from '@westgate/base';
import { type Deed, resultInSlices } from '@westgate/store';
import type { Ground } from './deed-turns.ts';

/** A deed of more changes is made ready for first: it would hold everyone for as long as they take to be taken up. */
const MOST_AT_ONCE = 2_000;

/** Whether a deed takes its place only once what is worked out of it is ready. */
export function isMadeReadyFor({ changes }: Pick<Deed, 'changes'>): boolean {
  return changes.length > MOST_AT_ONCE;
}

/** How deeds are taken up. */
export interface Following {
  /** What a deed leaves, made step by step. */
  readonly groundSteps: (deed: Deed) => Generator<undefined, Ground>;
  /** Makes ready what is worked out of a deed and of the district that it leaves, between the work of others. */
  readonly prepare: (deed: Deed, coming: Ground) => Promise<void>;
  readonly takeUp: (deed: Deed, ground: Ground) => void;
}

/**
 * Takes up deeds of any process in order. A large one takes its place once what is worked out of the district is ready for it; until then everybody goes on with
 * what stood before, and the deeds behind it wait.
 */
export class DeedsFollowed {
  readonly #following: Following;
  #waiting: Promise<void> | null = null;

  constructor(following: Following) {
    this.#following = following;
  }

  /** Takes a deed up, now or in its turn. */
  follow(deed: Deed): void {
    if (this.#waiting === null && !isMadeReadyFor(deed)) {
      this.#takeUpNow(deed);
      return;
    }
    const turn = (this.#waiting ?? Promise.resolve())
      .then(() => this.#takeUp(deed))
      .finally(() => {
        if (this.#waiting === turn) this.#waiting = null;
      });
    this.#waiting = turn;
    inBackground('taking up a large deed', () => turn, warn);
  }

  /** Fulfilled once every deed that came by now is taken up. */
  async settled(): Promise<void> {
    while (this.#waiting !== null) await this.#waiting;
  }

  #takeUpNow(deed: Deed): void {
    const { groundSteps, takeUp } = this.#following;
    takeUp(deed, resultAtOnce(groundSteps(deed)));
  }

  async #takeUp(deed: Deed): Promise<void> {
    if (!isMadeReadyFor(deed)) {
      this.#takeUpNow(deed);
      return;
    }
    const { groundSteps, prepare, takeUp } = this.#following;
    const ground = await resultInSlices(groundSteps(deed));
    // A deed that is done is taken up, whatever could not be made ready for it.
    await prepare(deed, ground).catch(warn);
    takeUp(deed, ground);
  }
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
