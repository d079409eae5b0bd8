import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../messages/words.ts';
import { Select } from '../parts/select.tsx';
import { FormField } from '../record/form-field.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { finished, reshaped, SHAPES, type Sketch, sketchFault } from './sketch.ts';
import { type Datum, readCorners, useSayFault, writeCorners } from './typed-corners.ts';

/**
 * A shape as a list of positions: the form equal of drawing. What is typed becomes the sketch as soon as it can be read; what is drawn stands
 * here as soon as it is. `id` is that of the list.
 */
export function CornersField({
  id,
  sketch,
  label,
  isFaulty,
  isOfShape = false,
  onSketch,
}: {
  readonly id: string;
  readonly sketch: Sketch;
  readonly label: string;
  /** Something else keeps the form: the list is marked. */
  readonly isFaulty: boolean;
  /** It stays a point, a line or an area: none other is offered. */
  readonly isOfShape?: boolean;
  readonly onSketch: (sketch: Sketch) => void;
}) {
  const word = useWords();
  const prefix = useId();
  const { frame } = useDistrictFrame().district;
  const sayFault = useSayFault();
  const [text, setText] = useState(() => writeCorners(sketch.corners));
  const [datum, setDatum] = useState<Datum>('wgs84');
  const sent = useRef(sketch.corners);
  // Before anything more can be typed: what is typed next is not to be taken back by what was drawn before.
  useLayoutEffect(() => {
    if (sketch.corners === sent.current) return;
    sent.current = sketch.corners;
    setDatum('wgs84');
    setText(writeCorners(sketch.corners));
  }, [sketch.corners]);

  const read = readCorners(text, datum);
  const put = (next: string, inDatum: Datum): void => {
    setText(next);
    setDatum(inDatum);
    const typed = readCorners(next, inDatum);
    if (!('corners' in typed)) return;
    sent.current = typed.corners;
    onSketch(finished({ shape: sketch.shape, corners: typed.corners, isOpen: sketch.shape !== 'point' }));
  };
  const fault = 'corners' in read && read.corners.length > 0 ? sketchFault(sketch, frame) : null;
  const told =
    'line' in read
      ? word('sketch.fault.line', { line: read.line })
      : fault && !(sketch.isOpen && fault.kind === 'too-few')
        ? sayFault(fault)
        : '';
  return (
    <fieldset className="corners-field">
      <legend className="unseen">{label}</legend>
      {isOfShape ? null : (
        <FormField id={`${prefix}-shape`} fault={null} label={word('sketch.shape')}>
          <Select
            value={sketch.shape}
            options={SHAPES.map((shape) => [shape, word(`sketch.shape.${shape}`)])}
            onChoose={(id) => onSketch(reshaped(sketch, id))}
          />
        </FormField>
      )}
      <FormField id={`${prefix}-datum`} fault={null} label={word('sketch.datum')}>
        <Select
          value={datum}
          options={[
            ['wgs84', word('sketch.datum.wgs84')],
            ['gcj02', word('sketch.datum.gcj02')],
          ]}
          onChoose={(id) => put(text, id)}
        />
      </FormField>
      <div className={told || isFaulty ? 'form-field faulty wide-field' : 'form-field wide-field'}>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-hint`} className="note">
          {word('sketch.cornersHint')}
        </p>
        <textarea
          id={id}
          className="field"
          rows={Math.min(8, Math.max(3, text.split('\n').length))}
          spellCheck={false}
          value={text}
          aria-describedby={`${id}-hint ${id}-told`}
          aria-invalid={told !== '' || isFaulty}
          onChange={(event) => put(event.target.value, datum)}
        />
        <p id={`${id}-told`} role="status" className={told ? 'fault' : 'note'}>
          {told || ('shiftM' in read && read.shiftM !== null ? word('sketch.shifted', { metres: Math.round(read.shiftM) }) : '')}
        </p>
      </div>
    </fieldset>
  );
}
