import { type BarAreas, barOf } from '@westgate/domain';
import { useId } from 'react';

const BOX = { width: 260, height: 18 } as const;

/** Floor areas on one scale: solid let, open vacant, hatched under works, dotted not known. The row says the same in numbers. */
export function SpaceBar({ areas, most }: { readonly areas: BarAreas; readonly most: number }) {
  const id = useId();
  return (
    <svg
      className="space-bar"
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      width={BOX.width}
      height={BOX.height}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className="space-hatch" x1="0" x2="0" y1="0" y2="5" />
      </pattern>
      {barOf(areas, most).map(({ kind, from, length }) => (
        <rect
          key={kind}
          className={`space-${kind}`}
          fill={kind === 'works' ? `url(#${id})` : undefined}
          x={1 + from * (BOX.width - 2)}
          width={Math.max(length * (BOX.width - 2), 1)}
          y="2"
          height={BOX.height - 4}
        />
      ))}
    </svg>
  );
}
