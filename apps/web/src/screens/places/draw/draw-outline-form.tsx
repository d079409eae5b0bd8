import type { Edit, RecordRow } from '@westgate/contract';
import { useState } from 'react';
import { parseConflict } from '../../../api/client.ts';
import { useEdits } from '../../../api/edits.ts';
import { useWords } from '../../../messages/words.ts';
import { ConflictNote } from '../../../record/conflict-note.tsx';
import type { FormFault } from '../../../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useLanguage } from '../../../scope/use-view.ts';
import { CornersField } from '../../../sketch/corners-field.tsx';
import type { Drawing } from '../../../sketch/drawing.ts';
import { geometryOf } from '../../../sketch/sketch.ts';
import { SketchActs } from './sketch-acts.tsx';

/** A drawn outline as it was read. */
export interface Outline {
  readonly id: string;
  readonly rev: number;
}

/** The outline of a place, a line or an area: its corners, what it was drawn from, whether it was surveyed. */
export function DrawOutlineForm({
  place,
  outline,
  drawing,
  onDone,
}: {
  readonly place: RecordRow;
  /** Null for a new outline. */
  readonly outline: Outline | null;
  readonly drawing: Drawing;
  readonly onDone: (place: string | null) => void;
}) {
  const word = useWords();
  const language = useLanguage();
  const form = useSignedForm(() => onDone(place.key));
  const [basis, setBasis] = useState('');
  const [isSurveyed, setSurveyed] = useState(false);
  const keep = useEdits();
  const { sketch, fault } = drawing;
  const conflict = parseConflict(keep.error);
  const { idOf, faultOf } = form;
  const send = (): void => {
    const geometry = fault === null && sketch.shape !== 'point' ? geometryOf(sketch) : null;
    const found: FormFault[] = [];
    if (!geometry) found.push({ field: 'geometry', word: sketch.shape === 'point' ? 'draw.fault.point' : 'draw.fault.shape' });
    if (basis.trim() === '') found.push({ field: 'basis', word: 'draw.fault.basis' });
    form.send(keep, found, ({ who, keyOf }) => {
      const fields = { geometry, illustrative: !isSurveyed, [`basis_${language}`]: basis.trim() };
      const request = { edits: [outlineEdit(place, outline, conflict?.rev ?? null, fields)], who, reason: '' };
      return { ...request, key: keyOf(request) };
    });
  };
  return (
    <SignedForm
      form={form}
      className="draw-form"
      label={word('form.fields')}
      error={keep.error}
      refusal={
        conflict ? (
          <ConflictNote
            key={`${conflict.rev} ${form.tries}`}
            conflict={conflict}
            clashes={[]}
            isTaken={false}
            typed={() => ''}
            nameOf={(field) => field}
            sayOf={(_, value: string) => value}
            onTake={() => undefined}
          />
        ) : undefined
      }
      save={word('form.save')}
      isBusy={keep.isPending}
      onSend={send}
      onLeave={() => onDone(null)}
    >
      <CornersField
        id={idOf('geometry')}
        sketch={sketch}
        label={word('draw.corners')}
        isFaulty={faultOf('geometry') !== null}
        onSketch={drawing.put}
      />
      <SketchActs drawing={drawing} />
      <FormField id={idOf('basis')} fault={faultOf('basis')} label={word('draw.basis')}>
        <input value={basis} maxLength={400} autoComplete="off" onChange={(event) => setBasis(event.target.value)} />
      </FormField>
      <label className="tick">
        <input type="checkbox" checked={isSurveyed} onChange={(event) => setSurveyed(event.target.checked)} />
        <span>{word('draw.surveyed')}</span>
      </label>
    </SignedForm>
  );
}

/** The edit that keeps an outline; where another changed it meanwhile and the person saves again, on what stands there now. */
function outlineEdit(place: RecordRow, outline: Outline | null, rev: number | null, fields: Readonly<Record<string, unknown>>): Edit {
  if (outline) return { action: 'revise', table: 'feature', key: outline.id, rev: rev ?? outline.rev, fields };
  const { name_zh, name_en } = place.fields;
  return { action: 'create', table: 'feature', fields: { layer: 'outline', place: place.key, name_zh, name_en, ...fields } };
}
