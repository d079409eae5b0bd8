import { useState } from 'react';
import { useWords } from '../../messages/words.ts';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { CornersField } from '../../sketch/corners-field.tsx';
import { blank, geometryOf, type Sketch, sketchFault, sketchOf } from '../../sketch/sketch.ts';
import { useFieldWord } from './field-words.ts';
import type { OneColumn } from './fields-state.ts';

const NOTHING = blank('point');

/** Where a place lies, as typed positions; a shape of several parts stays as it is until another is typed. */
export function GeometryField({ entry, kind, values, faults, idOf, set }: OneColumn) {
  const word = useWords();
  const nameOf = useFieldWord(kind);
  const { frame } = useDistrictFrame().district;
  const { column } = entry;
  const value = values[column];
  const held = typeof value === 'object' && value !== null && 'coordinates' in value ? value : null;
  const [sketch, setSketch] = useState<Sketch>(() => (held && sketchOf(held)) ?? NOTHING);
  const isOfParts = held !== null && sketchOf(held) === null;
  return (
    <div className="wide-field">
      {isOfParts ? <p className="note">{word('sketch.parts')}</p> : null}
      <CornersField
        id={idOf(column)}
        sketch={sketch}
        label={nameOf(column)}
        isFaulty={faults.some(({ field }) => field === column)}
        onSketch={(next) => {
          setSketch(next);
          set(column, sketchFault(next, frame) === null ? geometryOf(next) : isOfParts ? held : null);
        }}
      />
    </div>
  );
}
