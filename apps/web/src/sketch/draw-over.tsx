import { type ComponentProps, lazy, Suspense } from 'react';

const DrawLayer = lazy(async () => ({ default: (await import('./draw-layer.tsx')).DrawLayer }));

/** The drawing over the map: its code comes when something is drawn. */
export function DrawOver(props: ComponentProps<typeof DrawLayer>) {
  return (
    <Suspense>
      <DrawLayer {...props} />
    </Suspense>
  );
}
