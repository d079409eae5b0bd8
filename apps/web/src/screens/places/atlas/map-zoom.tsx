import type { Map as MapLibre, PaddingOptions } from 'maplibre-gl';
import type { Bounds } from '../../../map/bounds.ts';
import { useWords } from '../../../messages/words.ts';

/** Zoom without a wheel: nearer, farther, the whole district. */
export function MapZoom({ map, home, padding }: { map: MapLibre; home: Bounds; padding: PaddingOptions }) {
  const word = useWords();
  const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150;
  const byHand = { byHand: true };
  return (
    <fieldset className="map-zoom" aria-label={word('atlas.zoom')}>
      <button type="button" onClick={() => map.zoomIn({ duration }, byHand)}>
        {word('atlas.zoom.in')}
      </button>
      <button type="button" onClick={() => map.zoomOut({ duration }, byHand)}>
        {word('atlas.zoom.out')}
      </button>
      <button type="button" onClick={() => map.fitBounds([home[0], home[1], home[2], home[3]], { padding, duration }, byHand)}>
        {word('atlas.zoom.home')}
      </button>
    </fieldset>
  );
}
