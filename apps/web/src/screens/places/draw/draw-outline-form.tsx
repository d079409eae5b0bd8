import type { Edit, RecordRow } from '@westgate/contract';
import { useId, useState } from 'react';
import { parseConflict } from '../../../api/client.ts';
import { useDeedDesk } from '../../../api/deed-notice.ts';
import { useEdits } from '../../../api/edits.ts';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { Form } from '../../../parts/form.tsx';
import { ConflictNote } from '../../../record/conflict-note.tsx';
import { FaultSummary } from '../../../record/fault-summary.tsx';
import { ByFields, whoFaults } from '../../../record/form/by-fields.tsx';
import type { FormFault } from '../../../record/form/form-values.ts';
import { FormField } from '../../../record/form-field.tsx';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { useWho } from '../../../scope/signed-in.ts';
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
  const prefix = useId();
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [basis, setBasis] = useState('');
  const [isSurveyed, setSurveyed] = useState(false);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  const keep = useEdits();
  const { sketch, fault } = drawing;
  const conflict = parseConflict(keep.error);
  const idOf = (field: string): string => `${prefix}-${field}`;

  const send = (): void => {
    const geometry = fault === null && sketch.shape !== 'point' ? geometryOf(sketch) : null;
    const found: FormFault[] = [...whoFaults(who)];
    if (basis.trim() === '') found.unshift({ field: 'basis', word: 'draw.fault.basis' });
    if (!geometry) found.unshift({ field: 'geometry', word: sketch.shape === 'point' ? 'draw.fault.point' : 'draw.fault.shape' });
    setTries(tries + 1);
    setFaults(found);
    keep.reset();
    if (found.length > 0) return;
    const fields = { geometry, illustrative: !isSurveyed, [`basis_${language}`]: basis.trim() };
    const request = { edits: [outlineEdit(place, outline, conflict?.rev ?? null, fields)], who: who.trim(), reason: '' };
    keep.mutate(
      { ...request, key: keyOf(request) },
      {
        onSuccess: ({ seq }) => {
          tell(seq);
          onDone(place.key);
        },
      },
    );
  };
  const wordOf = (field: string) => faults.find((each) => each.field === field)?.word ?? null;
  return (
    <Form className="draw-form" aria-label={word('form.fields')} onSend={send}>
      {conflict ? (
        <ConflictNote
          key={`${conflict.rev} ${tries}`}
          conflict={conflict}
          clashes={[]}
          isTaken={false}
          typed={() => ''}
          nameOf={(field) => field}
          sayOf={(_, value: string) => value}
          onTake={() => undefined}
        />
      ) : null}
      <FaultSummary key={`faults ${tries}`} faults={faults} error={conflict ? null : keep.error} idOf={idOf} />
      <CornersField
        id={idOf('geometry')}
        sketch={sketch}
        label={word('draw.corners')}
        isFaulty={wordOf('geometry') !== null}
        onSketch={drawing.put}
      />
      <SketchActs drawing={drawing} />
      <FormField id={idOf('basis')} fault={wordOf('basis')} label={word('draw.basis')}>
        <input value={basis} maxLength={400} autoComplete="off" onChange={(event) => setBasis(event.target.value)} />
      </FormField>
      <label className="tick">
        <input type="checkbox" checked={isSurveyed} onChange={(event) => setSurveyed(event.target.checked)} />
        <span>{word('draw.surveyed')}</span>
      </label>
      <ByFields idOf={idOf} faults={faults} who={who} onWho={setWho} />
      <p className="row">
        <Button type="submit" look="filled" name={word('form.save')} disabled={keep.isPending} />
        <Button look="plain" name={word('form.leave')} onClick={() => onDone(null)} />
      </p>
    </Form>
  );
}

/** The edit that keeps an outline; where another changed it meanwhile and the person saves again, on what stands there now. */
function outlineEdit(place: RecordRow, outline: Outline | null, rev: number | null, fields: Readonly<Record<string, unknown>>): Edit {
  if (outline) return { action: 'revise', table: 'feature', key: outline.id, rev: rev ?? outline.rev, fields };
  const { name_zh, name_en } = place.fields;
  return { action: 'create', table: 'feature', fields: { layer: 'outline', place: place.key, name_zh, name_en, ...fields } };
}
