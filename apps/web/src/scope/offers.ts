import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Something that the screen offers to do at present: the palette lists it. */
export interface Offer {
  readonly id: string;
  readonly text: string;
  /** The key that does it. */
  readonly key?: string | undefined;
  readonly act: () => void;
}

let offers: readonly Offer[] = [];
const listeners = new Set<() => void>();

/** Lists an offer for as long as the part that makes it is on the screen; null for none. */
export function useOffer(offer: Offer | null): void {
  const act = useRef(offer?.act);
  useEffect(() => {
    act.current = offer?.act;
  });
  const { id = null, text = '', key } = offer ?? {};
  useEffect(() => {
    if (id === null) return;
    const made: Offer = { id, text, key, act: () => act.current?.() };
    change([...offers, made]);
    return () => change(offers.filter((each) => each !== made));
  }, [id, text, key]);
}

/** What the screen offers under a key; null for nothing. */
export function offerAt(key: string): Offer | null {
  return offers.find((offer) => offer.key !== undefined && offer.key === key.toUpperCase()) ?? null;
}

/** What the screen offers, in the order in which its parts came. */
export function useOffers(): readonly Offer[] {
  return useSyncExternalStore(listen, () => offers);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly Offer[]): void {
  offers = next;
  for (const listener of listeners) listener();
}
