import type { Geometry, LngLat } from '@westgate/base';
import { type PointerEvent, useId, useRef, useState } from 'react';
import type { Bounds } from '../map/bounds.ts';
import { useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { boxOf, fromSheet, type GraticuleView, linesIn, moved, SHEET, toSheet, zoomed } from './graticule-view.ts';

/** Sheet units that a box is at least wide and high: less is a click. */
const LEAST = 6;
/** Sheet units that the name of a line needs. */
const LABEL = 110;

/** A blank sheet with its graticule, on which a frame is drawn with the pointer; the typed numbers beside it do the same. */
export function Graticule({
  view,
  frame,
  outline,
  onView,
  onFrame,
}: {
  readonly view: GraticuleView;
  readonly frame: Bounds | null;
  readonly outline: Geometry | null;
  readonly onView: (view: GraticuleView) => void;
  readonly onFrame: (frame: Bounds) => void;
}) {
  const word = useWords();
  const clip = useId();
  const svg = useRef<SVGSVGElement>(null);
  const [isMoving, setMoving] = useState(false);
  const [drag, setDrag] = useState<{ readonly from: LngLat; readonly to: LngLat } | null>(null);
  const held = useRef<{ readonly at: readonly [number, number]; readonly view: GraticuleView } | null>(null);

  const pointOf = (event: PointerEvent): readonly [number, number] => {
    const box = svg.current?.getBoundingClientRect();
    if (!box) return [0, 0];
    return [((event.clientX - box.x) / box.width) * SHEET.width, ((event.clientY - box.y) / box.height) * SHEET.height];
  };
  const begin = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = pointOf(event);
    if (isMoving) held.current = { at, view };
    else setDrag({ from: fromSheet(view, at), to: fromSheet(view, at) });
  };
  const go = (event: PointerEvent): void => {
    const at = pointOf(event);
    if (held.current) {
      const { at: from, view: before } = held.current;
      onView(moved(before, (from[0] - at[0]) / SHEET.width, (at[1] - from[1]) / SHEET.height));
    } else if (drag) setDrag({ ...drag, to: fromSheet(view, at) });
  };
  const end = (): void => {
    held.current = null;
    if (!drag) return;
    const [a, b] = [toSheet(view, drag.from), toSheet(view, drag.to)];
    setDrag(null);
    if (Math.abs(a[0] - b[0]) >= LEAST && Math.abs(a[1] - b[1]) >= LEAST) onFrame(boxOf(drag.from, drag.to));
  };
  const shown = drag ? boxOf(drag.from, drag.to) : frame;

  return (
    <div className="graticule">
      <div className="graticule-tools">
        <span className="segments">
          <button type="button" aria-pressed={!isMoving} onClick={() => setMoving(false)}>
            {word('start.frame.draw')}
          </button>
          <button type="button" aria-pressed={isMoving} onClick={() => setMoving(true)}>
            {word('start.frame.move')}
          </button>
        </span>
        <span className="spring" />
        <Button name={word('start.frame.nearer')} onClick={() => onView(zoomed(view, 0.5))} />
        <Button name={word('start.frame.farther')} onClick={() => onView(zoomed(view, 2))} />
      </div>
      <svg
        ref={svg}
        className={isMoving ? 'graticule-sheet moving' : 'graticule-sheet'}
        viewBox={`0 0 ${SHEET.width} ${SHEET.height}`}
        role="img"
        aria-label={word('start.frame.sheet')}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <clipPath id={clip}>
          <rect width={SHEET.width} height={SHEET.height} />
        </clipPath>
        <g clipPath={`url(#${clip})`}>
          <Lines view={view} />
          {outline ? <path className="graticule-outline" d={pathOf(outline, view)} /> : null}
          {shown ? <Box view={view} box={shown} /> : null}
        </g>
      </svg>
    </div>
  );
}

function Lines({ view }: { readonly view: GraticuleView }) {
  const { meridians, parallels, decimals } = linesIn(view);
  return (
    <>
      {meridians.map((lng) => {
        const [x] = toSheet(view, [lng, view.lat]);
        return (
          <g key={`m${lng}`}>
            <path className="graticule-line" d={`M${x} 0V${SHEET.height}`} />
            {x < SHEET.width - LABEL ? (
              <text className="graticule-degree" x={x + 4} y={SHEET.height - 8}>
                {degrees(lng, decimals, 'EW')}
              </text>
            ) : null}
          </g>
        );
      })}
      {parallels.map((lat) => {
        const [, y] = toSheet(view, [view.lng, lat]);
        return (
          <g key={`p${lat}`}>
            <path className="graticule-line" d={`M0 ${y}H${SHEET.width}`} />
            {y > LABEL / 2 && y < SHEET.height - LABEL / 2 ? (
              <text className="graticule-degree" x={6} y={y - 5}>
                {degrees(lat, decimals, 'NS')}
              </text>
            ) : null}
          </g>
        );
      })}
    </>
  );
}

function Box({ view, box: [west, south, east, north] }: { readonly view: GraticuleView; readonly box: Bounds }) {
  const [left, top] = toSheet(view, [west, north]);
  const [right, bottom] = toSheet(view, [east, south]);
  return <rect className="graticule-box" x={left} y={top} width={Math.max(2, right - left)} height={Math.max(2, bottom - top)} />;
}

function degrees(value: number, decimals: number, [positive = '', negative = '']: string): string {
  return `${Math.abs(value).toFixed(decimals)}°${value < 0 ? negative : value > 0 ? positive : ''}`;
}

function pathOf(geometry: Geometry, view: GraticuleView): string {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  const ringPath = (ring: readonly LngLat[]): string =>
    `M${ring.map((position) => toSheet(view, position).map((each) => each.toFixed(1))).join('L')}Z`;
  return polygons.flat().map(ringPath).join('');
}
