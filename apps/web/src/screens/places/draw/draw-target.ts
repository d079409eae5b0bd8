/** What is drawn: a place that is not there yet, or one that is. */
export type DrawTarget = { readonly kind: 'new' } | { readonly kind: 'place'; readonly id: string };

/** What the address asks to draw; null where it asks for nothing. */
export function drawTarget(draw: string | undefined): DrawTarget | null {
  if (draw === 'new') return { kind: 'new' };
  const id = /^place:(.+)$/.exec(draw ?? '')?.[1];
  return id ? { kind: 'place', id } : null;
}
