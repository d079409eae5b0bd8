import type { FloodDesign } from '@westgate/domain';
import { useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../../../messages/words.ts';
import { Button } from '../../../../parts/button.tsx';
import { Form } from '../../../../parts/form.tsx';
import { LeaveButton } from '../../../../parts/leave-button.tsx';
import { Select } from '../../../../parts/select.tsx';
import { FaultSummary } from '../../../../record/fault-summary.tsx';
import { FormField } from '../../../../record/form-field.tsx';
import { useDistrictFrame } from '../../../../scope/district-context.ts';
import { CornersField } from '../../../../sketch/corners-field.tsx';
import { type Drawing, useBegin } from '../../../../sketch/drawing.ts';
import { useDrawKeys } from '../../../../sketch/use-draw-keys.ts';
import { SketchActs } from '../../../places/draw/sketch-acts.tsx';
import type { PlacedPart } from './design-draft.ts';
import { DischargeFields } from './discharge-fields.tsx';
import { FailureFields } from './failure-fields.tsx';
import { NumberFields, useFaultTold } from './number-fields.tsx';
import { OutlineButtons } from './outline-buttons.tsx';
import { LAYOUTS, type PartKind } from './part-kinds.ts';
import { RuleFields } from './rule-fields.tsx';
import type { PartFault } from './typed-numbers.ts';
import { fieldsOfPart, freshPart, readPart, sketchOfPart, type TypedPart, typedOf } from './typed-part.ts';

/** What is edited: a part of the design, or a new one of a kind. */
export interface Opened {
  readonly kind: PartKind;
  readonly part: PlacedPart | null;
}

/** The form of one part, in its place in the list: what it is called, where it lies, its numbers. What it gives goes into the design, which is saved as a whole. */
export function PartForm({
  opened: { kind, part },
  design,
  hours,
  place,
  drawing,
  onPart,
  onLeave,
}: {
  readonly opened: Opened;
  readonly design: FloodDesign;
  readonly hours: number;
  /** The place that stores the water, of which an outline can be taken. */
  readonly place: string | null;
  readonly drawing: Drawing;
  readonly onPart: (part: PlacedPart) => void;
  readonly onLeave: () => void;
}) {
  const word = useWords();
  const prefix = useId();
  const { frame } = useDistrictFrame().district;
  const [typed, setTyped] = useState<TypedPart>(() => (part ? typedOf(kind, part.part, design) : freshPart(kind, design)));
  const [faults, setFaults] = useState<readonly PartFault[]>([]);
  const [tries, setTries] = useState(0);
  const { shape, isNamed } = LAYOUTS[kind];
  const { sketch, put } = drawing;
  const first = useRef(part);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' });
    heading.current?.focus({ preventScroll: true });
  }, []);
  useBegin(drawing, kind, () => sketchOfPart(kind, first.current?.part ?? null), null);
  const isWarned = useDrawKeys(drawing, onLeave);
  const set = (more: Partial<TypedPart>): void => setTyped((before) => ({ ...before, ...more }));
  const idOf = (field: string): string => `${prefix}-${field}`;
  const told = useFaultTold(faults);
  const nameOf = useNameOf(kind, typed);
  const fields = { idOf, faults };
  const send = (): void => {
    const read = readPart(kind, typed, sketch, { design, own: part?.key ?? null, frame });
    setTries(tries + 1);
    setFaults('faults' in read ? read.faults : []);
    if ('part' in read) onPart(read.part);
  };
  return (
    <Form className="record-form design-form" aria-labelledby={idOf('title')} onSend={send}>
      <h3 id={idOf('title')} tabIndex={-1} ref={heading}>
        {word(`design.part.${kind}`)}
      </h3>
      <p className="note">{word(`design.help.${kind}`)}</p>
      <p role="status" className="small warn">
        {isWarned ? word('draw.escAgain') : ''}
      </p>
      <FaultSummary key={tries} faults={faults} error={null} idOf={idOf} nameOf={nameOf} said="design.faults" />
      <div className="design-fields">
        <FormField id={idOf('id')} label={word('design.id')} hint={word('design.id.hint')} fault={null} told={told('id')}>
          <input value={typed.id} maxLength={64} autoComplete="off" onChange={({ target }) => set({ id: target.value })} />
        </FormField>
        {isNamed ? (
          <FormField id={idOf('name')} label={word('design.name')} fault={null} told={told('name')}>
            <input value={typed.name} maxLength={80} autoComplete="off" onChange={({ target }) => set({ name: target.value })} />
          </FormField>
        ) : null}
        {kind === 'outflow' ? (
          <FormField id={idOf('way')} label={word('design.outflow.kind')} fault={null}>
            <Select
              value={typed.way}
              options={(['free', 'normal-depth'] as const).map((way) => [way, word(`design.outflow.${way}`)])}
              onChoose={(way) => set({ way })}
            />
          </FormField>
        ) : null}
        {kind === 'rule' ? <RuleFields typed={typed} design={design} onTyped={set} {...fields} /> : null}
        {kind === 'inflow' ? (
          <DischargeFields typed={typed} hours={hours} onTyped={set} {...fields} />
        ) : (
          <NumberFields fields={fieldsOfPart(kind, typed)} typed={typed.numbers} {...fields} onTyped={(numbers) => set({ numbers })} />
        )}
        {kind === 'culvert' ? (
          <label className="tick switch-field wide-field">
            <input type="checkbox" checked={typed.flap} onChange={({ target }) => set({ flap: target.checked })} />
            <span>{word('design.field.flap')}</span>
          </label>
        ) : null}
        {kind === 'gate' ? <FailureFields failures={typed.failures} onFailures={(failures) => set({ failures })} {...fields} /> : null}
        {shape === null ? null : (
          <div className="wide-field">
            {kind === 'storage' && place !== null ? <OutlineButtons place={place} onSketch={put} /> : null}
            <CornersField
              id={idOf('shape')}
              sketch={sketch}
              label={word('design.line')}
              isFaulty={told('shape') !== undefined}
              isOfShape
              onSketch={put}
            />
            {told('shape') ? <p className="fault">{told('shape')}</p> : null}
            <SketchActs drawing={drawing} />
          </div>
        )}
      </div>
      <p className="row">
        <Button type="submit" name={word('design.apply')} />
        <LeaveButton onLeave={onLeave} />
      </p>
    </Form>
  );
}

/** Gives the name of a field of the form, for the list of what is wrong; empty for one within a list, which says itself where it stands. */
function useNameOf(kind: PartKind, typed: TypedPart): (field: string) => string {
  const word = useWords();
  return (field) => {
    const number = fieldsOfPart(kind, typed).find(({ name }) => name === field);
    if (number) return word(number.label);
    const label = NAMES[field as keyof typeof NAMES];
    return label ? word(label) : '';
  };
}

const NAMES = { id: 'design.id', name: 'design.name', shape: 'design.line', gate: 'design.field.gate' } as const;
