/** The deeds done in this window and not taken back, oldest first, and the undoings that may be taken back in turn. */
export interface OwnDeeds {
  readonly done: readonly number[];
  readonly undone: readonly number[];
}

export const NO_DEEDS: OwnDeeds = { done: [], undone: [] };

/** How many are remembered. */
const MOST = 200;

/**
 * `own` after a deed of this window. An undoing of one of them makes that one free to be done again; the undoing of an undoing brings it back;
 * any other deed is a new one, after which nothing is left to do again.
 */
export function afterDeed(own: OwnDeeds, seq: number, undoes: number | null): OwnDeeds {
  if (own.done.includes(seq) || own.undone.includes(seq)) return own;
  if (undoes !== null && own.done.includes(undoes)) {
    return { done: own.done.filter((each) => each !== undoes), undone: [...own.undone, seq] };
  }
  if (undoes !== null && own.undone.includes(undoes)) {
    return { done: [...own.done, seq], undone: own.undone.filter((each) => each !== undoes) };
  }
  return { done: [...own.done, seq].slice(-MOST), undone: [] };
}

const KEY = 'westgate.deeds';

/** The deeds of this window. They are kept as long as the window is open. */
export function ownDeeds(): OwnDeeds {
  const kept = sessionStorage.getItem(KEY);
  return kept === null ? NO_DEEDS : parseDeeds(kept);
}

/** Remembers the deed that the answer of a write names, if it names one. `path` is what was written to. */
export function noteDeed(path: string, answer: unknown): void {
  const seq = typeof answer === 'object' && answer !== null && 'seq' in answer ? answer.seq : null;
  if (typeof seq !== 'number') return;
  const undoes = /^deeds\/(\d+)\/undo$/.exec(path)?.[1];
  sessionStorage.setItem(KEY, JSON.stringify(afterDeed(ownDeeds(), seq, undoes === undefined ? null : Number(undoes))));
}

/** Forgets a deed that cannot be taken back, so that the one before it is next. */
export function forgetDeed(seq: number): void {
  const { done, undone } = ownDeeds();
  const kept: OwnDeeds = { done: done.filter((each) => each !== seq), undone: undone.filter((each) => each !== seq) };
  sessionStorage.setItem(KEY, JSON.stringify(kept));
}

function parseDeeds(text: string): OwnDeeds {
  const kept: unknown = JSON.parse(text);
  const numbers = (value: unknown): readonly number[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'number') : []);
  if (typeof kept !== 'object' || kept === null) return NO_DEEDS;
  return { done: numbers('done' in kept ? kept.done : []), undone: numbers('undone' in kept ? kept.undone : []) };
}
