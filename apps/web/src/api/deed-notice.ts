import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { whoWrites } from '../scope/signed-in.ts';
import { API_KEY } from './ask.ts';
import { tell } from './client.ts';
import { forgetDeed, ownDeeds } from './own-deeds.ts';

/** What the line at the foot says of a deed. */
export type DeedNotice =
  | { readonly kind: 'done' | 'undone' | 'redone' | 'asking' | 'asking-redo'; readonly seq: number }
  | { readonly kind: 'refused'; readonly seq: number; readonly error: Error }
  | { readonly kind: 'nothing-done' | 'nothing-undone' };

/** Telling of deeds and taking them back, for every screen. */
export interface DeedDesk {
  readonly notice: DeedNotice | null;
  /** Tells that a deed was done. */
  readonly tell: (seq: number) => void;
  /** Takes back the last deed of this window, or with `redo` does the last one taken back again. */
  readonly turnBack: (redo: boolean) => Promise<void>;
  readonly close: () => void;
}

export const DeedContext = createContext<DeedDesk | null>(null);

/** Telling of deeds. Only below the frame. */
export function useDeedDesk(): DeedDesk {
  const desk = useContext(DeedContext);
  if (!desk) throw new Error('useDeedDesk is called outside the frame');
  return desk;
}

/** The desk that the frame hands down. */
export function useNewDeedDesk(): DeedDesk {
  const client = useQueryClient();
  const [notice, setNotice] = useState<DeedNotice | null>(null);
  /** Presses come faster than answers: each waits for the one before, so that it takes back the deed before that one. */
  const turning = useRef(Promise.resolve());
  const turnOne = useCallback(async (redo: boolean): Promise<void> => {
    const { done, undone } = ownDeeds();
    const seq = (redo ? undone : done).at(-1);
    const who = whoWrites();
    if (seq === undefined) return setNotice({ kind: redo ? 'nothing-undone' : 'nothing-done' });
    if (who === '') return setNotice({ kind: redo ? 'asking-redo' : 'asking', seq });
    try {
      await tell('undo', { params: { seq }, body: { who, reason: '' }, key: `undo-${seq}-${crypto.randomUUID()}` });
      setNotice({ kind: redo ? 'redone' : 'undone', seq });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (isFinal(error)) forgetDeed(seq);
      setNotice({ kind: 'refused', seq, error });
    }
  }, []);
  const turnBack = useCallback(
    async (redo: boolean) => {
      turning.current = turning.current.then(() => turnOne(redo));
      await turning.current;
      await client.invalidateQueries({ queryKey: [API_KEY] });
    },
    [client, turnOne],
  );
  return useMemo(
    () => ({ notice, tell: (seq: number) => setNotice({ kind: 'done', seq }), turnBack, close: () => setNotice(null) }),
    [notice, turnBack],
  );
}

/** Whether asking again could not help. */
function isFinal(error: Error): boolean {
  return 'problem' in error && error.problem !== null;
}
