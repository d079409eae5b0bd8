import { CatchBoundary } from '@tanstack/react-router';
import { type ComponentProps, lazy, Suspense } from 'react';
import { useWords } from '../../../messages/words.ts';
import { Loading } from '../../../parts/await.tsx';
import type { DistrictMap as DistrictMapComponent } from './district-map.tsx';

const DistrictMap = lazy(async () => {
  const { DistrictMap: loaded } = await import('./district-map.tsx');
  return { default: loaded };
});

/** The district map, loaded when the first one is shown. Where it cannot be drawn, the page around it stands. */
export function LazyMap(props: ComponentProps<typeof DistrictMapComponent>) {
  return (
    <CatchBoundary getResetKey={() => 'map'} errorComponent={MapFailed}>
      <Suspense fallback={<Loading />}>
        <DistrictMap {...props} />
      </Suspense>
    </CatchBoundary>
  );
}

function MapFailed() {
  const word = useWords();
  return <p className="small soft map-failed">{word('error.map')}</p>;
}
