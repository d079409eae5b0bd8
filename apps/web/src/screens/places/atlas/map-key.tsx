import type { Stage } from '@westgate/contract';
import { type ShapeName, shapeNamed } from '@westgate/domain';
import { STAGE_STROKE } from '../../../map/image.ts';

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
