import { useQueryClient } from '@tanstack/react-query';
import type { Edit, EditsReceipt, PlanDrafts, Sentence } from '@westgate/contract';
import { useCallback, useMemo, useRef, useState } from 'react';
import { API_KEY } from '../../../api/ask.ts';
import { tell } from '../../../api/client.ts';
import { letGo } from '../../../scope/let-go.ts';
import { itemAfter, itemsOf, NOTHING_DONE, nextLeft, type ReviewItem, type ReviewState } from './review-model.ts';

/** How items were settled here. */
type Outcome = 'accepted' | 'refused' | 'narrative';

/** A step that U takes back: a deed with the items it settled, or what was split and merged before. */
type Step =
  | {
      readonly kind: 'deed';
      readonly seq: Promise<number | null>;
      readonly items: readonly ReviewItem[];
      readonly outcome: Outcome;
      readonly at: string | null;
    }
  | { readonly kind: 'made'; readonly before: ReviewState['made']; readonly at: string | null };

/** How items are settled. */
interface Settling {
  readonly edits: () => readonly Edit[];
  readonly onStored?: (receipt: EditsReceipt) => void;
  readonly outcome: Outcome;
  readonly who: string;
}

/** The review of a plan: what is left, where it stands, and what can be done. */
export interface ReviewDesk {
  readonly items: readonly ReviewItem[];
  readonly current: ReviewItem | null;
  readonly state: ReviewState;
  readonly tally: Readonly<Record<Outcome, number>>;
  /** Deeds that are on their way. */
  readonly pending: number;
  readonly error: Error | null;
  readonly canUndo: boolean;
  /** A deed is being taken back: what comes back is not there yet, and no key decides what stands in its place. */
  readonly isUndoing: boolean;
  readonly go: (key: string | null) => void;
  readonly step: (steps: number) => void;
  /** Settles items by a deed. Its edits are asked for when it is their turn, and told what they made. */
  readonly settle: (items: readonly ReviewItem[], settling: Settling) => void;
  /** Settles an item that a form has stored already. */
  readonly settled: (item: ReviewItem, seq: number) => void;
  /** Puts drafts in the place of one. */
  readonly remake: (made: ReviewState['made'], at: string | null) => void;
  readonly undo: (who: string) => void;
}

/** Keeps the review going while deeds are on their way: what they settle is left at once, and comes back where one is refused. */
export function useReview(drafts: PlanDrafts, sentences: readonly Sentence[]): ReviewDesk {
  const client = useQueryClient();
  const [state, setState] = useState<ReviewState>(NOTHING_DONE);
  const [at, setAt] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [pending, setPending] = useState(0);
  const [isUndoing, setUndoing] = useState(false);
  const [tally, setTally] = useState<ReviewDesk['tally']>({ accepted: 0, refused: 0, narrative: 0 });
  const [past, setPast] = useState<readonly Step[]>([]);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const items = useMemo(() => itemsOf(drafts, sentences, state), [drafts, sentences, state]);
  const current = items.find(({ key }) => key === at) ?? items[0] ?? null;

  const mark = useCallback((marked: readonly ReviewItem[], outcome: Outcome, isSettled: boolean): void => {
    setState((before) => {
      const [settled, closed] = [new Set(before.settled), new Set(before.closed)];
      for (const { key, sentence } of marked) {
        isSettled ? settled.add(key) : settled.delete(key);
        if (outcome !== 'refused') isSettled ? closed.add(sentence) : closed.delete(sentence);
      }
      return { ...before, settled, closed };
    });
  }, []);
  const count = useCallback(
    (outcome: Outcome, by: number): void => setTally((before) => ({ ...before, [outcome]: before[outcome] + by })),
    [],
  );
  const leave = (left: readonly ReviewItem[], outcome: Outcome): void => {
    const last = left.at(-1);
    // What was taken besides a draft is none of the items: the draft stays where it is.
    if (last && items.some(({ key }) => key === last.key)) {
      setAt(nextLeft(items, last.key, new Set([...state.settled, ...left.map(({ key }) => key)])));
    }
    mark(left, outcome, true);
  };

  return {
    items,
    current,
    state,
    tally,
    pending,
    error,
    canUndo: past.length > 0,
    isUndoing,
    go: setAt,
    step: (steps) => setAt(itemAfter(items, current?.key ?? null, steps)?.key ?? null),
    settle(settling, { edits, onStored, outcome, who }) {
      setError(null);
      leave(settling, outcome);
      count(outcome, settling.length);
      setPending((before) => before + 1);
      const sent = line.current.then(async () => {
        try {
          const receipt = await tell('edit', { body: { who, reason: '', edits: edits() }, key: crypto.randomUUID() });
          onStored?.(receipt);
          return receipt.seq;
        } catch (refusal) {
          setError(refusal instanceof Error ? refusal : new Error(String(refusal)));
          mark(settling, outcome, false);
          count(outcome, -settling.length);
          setAt(current?.key ?? null);
          setPast((before) => before.filter((step) => step.kind !== 'deed' || step.items !== settling));
          return null;
        } finally {
          setPending((before) => before - 1);
          letGo(() => client.invalidateQueries({ queryKey: [API_KEY] }));
        }
      });
      line.current = sent;
      setPast((before) => [...before, { kind: 'deed', seq: sent, items: settling, outcome, at: current?.key ?? null }]);
    },
    settled(item, seq) {
      leave([item], 'accepted');
      count('accepted', 1);
      setPast((before) => [
        ...before,
        { kind: 'deed', seq: Promise.resolve(seq), items: [item], outcome: 'accepted', at: current?.key ?? null },
      ]);
    },
    remake(made, next) {
      setPast((before) => [...before, { kind: 'made', before: state.made, at: current?.key ?? null }]);
      setState((before) => ({ ...before, made }));
      setAt(next);
    },
    undo(who) {
      const step = past.at(-1);
      if (!step) return;
      setPast(past.slice(0, -1));
      setError(null);
      if (step.kind === 'made') {
        setState((before) => ({ ...before, made: step.before }));
        setAt(step.at);
        return;
      }
      setUndoing(true);
      line.current = line.current.then(async () => {
        const seq = await step.seq;
        try {
          if (seq === null) return;
          await tell('undo', { params: { seq }, body: { who, reason: '' }, key: `undo-${seq}-${crypto.randomUUID()}` });
          await client.invalidateQueries({ queryKey: [API_KEY] });
          mark(step.items, step.outcome, false);
          count(step.outcome, -step.items.length);
          setAt(step.at);
        } catch (refusal) {
          setError(refusal instanceof Error ? refusal : new Error(String(refusal)));
          setPast((before) => [...before, step]);
        } finally {
          setUndoing(false);
        }
      });
    },
  };
}
