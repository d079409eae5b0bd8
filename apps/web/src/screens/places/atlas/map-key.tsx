import type { Stage } from '@westgate/contract';
import { type ShapeName, shapeNamed } from '@westgate/domain';
import type { Map as MapLibre, PaddingOptions } from 'maplibre-gl';
import type { Bounds } from '../../../map/bounds.ts';
import { STAGE_STROKE } from '../../../map/image.ts';
import { useWords } from '../../../messages/words.ts';

/** One line beside the pointer. */
export interface TipContent {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** In the right part of the sheet, where the line stands at the left of the pointer. */
  readonly isRight: boolean;
}

/** The symbol shape of a kind, as the map draws it. */
export function ShapeKey({ shape }: { shape: ShapeName }) {
  const { outline, inner } = shapeNamed(shape);
  return (
    <svg className="map-key" viewBox="-14 -12 28 24" aria-hidden="true">
      <path d={outline} />
      {inner ? <path d={inner} /> : null}
    </svg>
  );
}

/** The outline of a stage, as the map draws it. */
export function StageKey({ stage }: { stage: Stage }) {
  const { width, dash } = STAGE_STROKE[stage];
  return (
    <svg className="map-key" viewBox="0 0 28 20" aria-hidden="true">
      <path d="M3 3H25V17H3Z" strokeWidth={width} strokeDasharray={dash.join(' ')} strokeLinecap="round" />
    </svg>
  );
}

/** Names what the pointer is on; the list and the card say the same to those without a pointer. */
export function MapTip({ tip }: { tip: TipContent }) {
  return (
    <div className={tip.isRight ? 'map-tip flip' : 'map-tip'} style={{ left: tip.x, top: tip.y }} aria-hidden="true">
      {tip.text}
    </div>
  );
}

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
