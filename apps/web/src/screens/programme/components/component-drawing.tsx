import type { Component } from '@westgate/contract';
import { useWords } from '../../../messages/words.ts';
import { drawingOf } from './view-model.ts';

/** The components on a sheet, north up: done is full, under way hatched, not started an outline, not known dotted. */
export function ComponentDrawing({ components }: { readonly components: readonly Component[] }) {
  const word = useWords();
  const drawing = drawingOf(components);
  if (!drawing) return null;
  const { width, height, drawn } = drawing;
  return (
    <svg className="component-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={word('components.drawing')}>
      <defs>
        <pattern id="component-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" className="component-hatch" />
        </pattern>
      </defs>
      {drawn.map(({ id, stage, path, isArea, dots }) => (
        <g key={id} className={`component-shape ${stage}${isArea ? ' area' : ''}`}>
          {path === '' ? null : <path d={path} />}
          {dots.map(([x, y]) => (
            <circle key={`${x} ${y}`} cx={x} cy={y} r="6" />
          ))}
        </g>
      ))}
    </svg>
  );
}
