import type { RecordRow } from '@westgate/contract';
import { useEffect } from 'react';
import { useWords } from '../../../messages/words.ts';
import { EditForm } from '../../../record/form/edit-form.tsx';
import { layoutOf } from '../../../record/form/form-layout.ts';
import type { FieldsState } from '../../../record/form/form-values.ts';
import { RecordFields } from '../../../record/form/record-fields.tsx';
import { CornersField } from '../../../sketch/corners-field.tsx';
import type { Drawing } from '../../../sketch/drawing.ts';
import { geometryOf } from '../../../sketch/sketch.ts';
import { SketchActs } from './sketch-acts.tsx';

const ASKED: readonly string[] = ['position', 'confidence', 'position_basis'];

/** Where a place lies: its corners, and what is known of the position. Another's change meanwhile is shown, what was drawn is kept. */
export function DrawPositionForm({
  row,
  drawing,
  keepsHeld,
  onDone,
}: {
  readonly row: RecordRow;
  readonly drawing: Drawing;
  /** The present shape has several parts and stays while nothing else is drawn. */
  readonly keepsHeld: boolean;
  readonly onDone: (place: string | null) => void;
}) {
  return (
    <EditForm kind="place" row={row} className="draw-form" onDone={() => onDone(row.key)} onLeave={() => onDone(null)}>
      {(state) => <PositionFields drawing={drawing} keepsHeld={keepsHeld} {...state} />}
    </EditForm>
  );
}

function PositionFields({ drawing, keepsHeld, ...state }: FieldsState & { readonly drawing: Drawing; readonly keepsHeld: boolean }) {
  const word = useWords();
  const { sketch, fault } = drawing;
  const { values, faults, idOf, set } = state;
  const isUntouched = keepsHeld && sketch.corners.length === 0;
  useDrawnGeometry(JSON.stringify(fault === null ? geometryOf(sketch) : null), isUntouched, set);
  const { first, more } = layoutOf('place', false);
  const entries = ASKED.flatMap((name) => [...first, ...more].filter((entry) => entry.name === name));
  return (
    <>
      <CornersField
        id={idOf('geometry')}
        sketch={sketch}
        label={word('field.geometry')}
        isFaulty={faults.some(({ field }) => field === 'geometry')}
        onSketch={drawing.put}
      />
      <SketchActs drawing={drawing} />
      {values.position === 'known' || values.position === 'assumed' ? null : <p className="small warn">{word('draw.positionFirst')}</p>}
      <RecordFields entries={entries} {...state} />
    </>
  );
}

/** Keeps the geometry of the form the one that is drawn. */
function useDrawnGeometry(
  drawn: string,
  isUntouched: boolean,
  set: (column: string, value: null | ReturnType<typeof geometryOf>) => void,
): void {
  useEffect(() => {
    if (!isUntouched) set('geometry', parseDrawn(drawn));
  }, [drawn, isUntouched, set]);
}

function parseDrawn(text: string): ReturnType<typeof geometryOf> {
  return JSON.parse(text) as ReturnType<typeof geometryOf>;
}
