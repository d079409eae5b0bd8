import type { RecordRow } from '@westgate/contract';
import { useEffect, useId, useState } from 'react';
import { useDeedDesk } from '../../../api/deed-notice.ts';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { Form } from '../../../parts/form.tsx';
import { ConflictNote } from '../../../record/conflict-note.tsx';
import { FaultSummary } from '../../../record/fault-summary.tsx';
import { ByFields } from '../../../record/form/by-fields.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { layoutOf } from '../../../record/form/form-layout.ts';
import { RecordFields } from '../../../record/form/record-fields.tsx';
import { useRecordEdit } from '../../../record/form/use-record-edit.ts';
import { useSayValue } from '../../../record/form/use-say-value.ts';
import { useWho } from '../../../scope/signed-in.ts';
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
  const word = useWords();
  const prefix = useId();
  const fieldWord = useFieldWord('place');
  const sayValue = useSayValue('place');
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [reason, setReason] = useState('');
  const edit = useRecordEdit('place', row, (seq) => {
    tell(seq);
    onDone(row.key);
  });
  const { sketch, fault } = drawing;
  const isUntouched = keepsHeld && sketch.corners.length === 0;
  const { values, faults, set, clashing, tries } = edit;
  const shape = fault === null ? geometryOf(sketch) : null;
  const drawn = JSON.stringify(shape);
  useDrawnGeometry(drawn, isUntouched, set);
  const { first, more } = layoutOf('place', false);
  const entries = ASKED.flatMap((name) => [...first, ...more].filter((entry) => entry.name === name));
  const idOf = (field: string): string => `${prefix}-${field}`;
  const isPlaced = values.position === 'known' || values.position === 'assumed';
  return (
    <Form className="draw-form" aria-label={word('form.fields')} onSend={() => edit.save(who, reason)}>
      {clashing ? (
        <ConflictNote
          key={`${clashing.conflict.rev} ${tries}`}
          {...clashing}
          typed={(field) => values[field] ?? null}
          nameOf={fieldWord}
          sayOf={sayValue}
          onTake={({ field, theirs }) => set(field, theirs)}
        />
      ) : null}
      <FaultSummary key={`faults ${tries}`} faults={faults} error={edit.error} idOf={idOf} nameOf={fieldWord} />
      <CornersField
        id={idOf('geometry')}
        sketch={sketch}
        label={word('field.geometry')}
        isFaulty={faults.some(({ field }) => field === 'geometry')}
        onSketch={drawing.put}
      />
      <SketchActs drawing={drawing} />
      {isPlaced ? null : <p className="small warn">{word('draw.positionFirst')}</p>}
      <RecordFields entries={entries} kind="place" values={values} read={edit.read} faults={faults} idOf={idOf} set={set} />
      <ByFields idOf={idOf} faults={faults} who={who} onWho={setWho} reason={reason} onReason={setReason} />
      <p className="row">
        <Button type="submit" look="filled" name={word(edit.isGone ? 'form.makeAgain' : 'form.save')} disabled={edit.isPending} />
        <Button look="plain" name={word('form.leave')} onClick={() => onDone(null)} />
      </p>
    </Form>
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
