import { inLanguage } from '@westgate/base';
import type { RecordRow } from '@westgate/contract';
import { useEffect, useRef, useState } from 'react';
import { useAsk } from '../../../api/ask.ts';
import { useRow } from '../../../api/edits.ts';
import { useWords } from '../../../messages/words.ts';
import { Await, Loading } from '../../../parts/await.tsx';
import { nameOfRow } from '../../../parts/picker.tsx';
import { Select } from '../../../parts/select.tsx';
import { useLanguage } from '../../../scope/use-view.ts';
import { type Drawing, useBegin } from '../../../sketch/drawing.ts';
import { blank, type Sketch, sketchOf } from '../../../sketch/sketch.ts';
import { asGeometry } from '../../../sketch/snap.ts';
import { useDrawKeys } from '../../../sketch/use-draw-keys.ts';
import { DrawNewForm } from './draw-new-form.tsx';
import { DrawOutlineForm, type Outline } from './draw-outline-form.tsx';
import { DrawPositionForm } from './draw-position-form.tsx';
import type { DrawTarget } from './draw-target.ts';

/** The panel of a drawing: what is drawn, its corners as a list, what is known of it, keep or leave. */
export function DrawPanel({
  target,
  drawing,
  onLeave,
}: {
  readonly target: DrawTarget;
  readonly drawing: Drawing;
  /** Closes the drawing; `place` is the place that was drawn, where one was. */
  readonly onLeave: (place: string | null) => void;
}) {
  const word = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const isWarned = useDrawKeys(drawing, () => onLeave(null));
  useBegin(drawing, target.kind === 'new' ? 'new' : null, () => blank('point'), null);
  return (
    <section className="draw-panel" aria-labelledby="draw-title">
      <h2 id="draw-title" tabIndex={-1} ref={heading}>
        {word(target.kind === 'new' ? 'draw.new' : 'draw.title')}
      </h2>
      <p className="small soft">{word('draw.help')}</p>
      <p role="status" className="small warn">
        {isWarned ? word('draw.escAgain') : ''}
      </p>
      {target.kind === 'new' ? (
        <DrawNewForm drawing={drawing} onDone={onLeave} />
      ) : (
        <DrawPlace key={target.id} id={target.id} drawing={drawing} onLeave={onLeave} />
      )}
    </section>
  );
}

function DrawPlace({
  id,
  drawing,
  onLeave,
}: {
  readonly id: string;
  readonly drawing: Drawing;
  readonly onLeave: (place: string | null) => void;
}) {
  return <Await query={useRow('place', id)}>{(row) => <DrawPlaceOf row={row} drawing={drawing} onLeave={onLeave} />}</Await>;
}

const POSITION = 'position';
const NEW_OUTLINE = 'new';

function DrawPlaceOf({
  row,
  drawing,
  onLeave,
}: {
  readonly row: RecordRow;
  readonly drawing: Drawing;
  readonly onLeave: (place: string | null) => void;
}) {
  const word = useWords();
  const language = useLanguage();
  const shapes = useAsk('map-shapes', { query: { of: row.key } }).data?.items;
  const [onto, setOnto] = useState<string>(POSITION);
  const place = row.key;
  const feature = onto === POSITION ? null : onto;
  const held = shapes?.find((shape) => shape.feature === feature);
  const geometry = held ? asGeometry(held.geometry) : null;
  const isOfParts = geometry !== null && sketchOf(geometry) === null;
  const first = (): Sketch => (geometry && sketchOf(geometry)) ?? blank(onto === POSITION ? 'point' : 'area');
  useBegin(drawing, shapes ? onto : null, first, { place, feature });
  if (!shapes) return <Loading />;
  const outlines = shapes.filter((shape) => shape.feature !== null);
  const outline: Outline | null = feature === null || feature === NEW_OUTLINE || !held ? null : { id: feature, rev: held.rev };
  return (
    <>
      <p className="strong">{inLanguage(nameOfRow(row.fields), language) ?? place}</p>
      <label className="form-field">
        <span className="small strong">{word('draw.onto')}</span>
        <Select
          value={onto}
          options={[
            [POSITION, word('draw.onto.position')],
            ...outlines.map(({ feature: each }, index) => [each ?? '', word('draw.onto.outline', { number: index + 1 })] as const),
            [NEW_OUTLINE, word('draw.onto.new')],
          ]}
          onChoose={setOnto}
        />
      </label>
      {isOfParts ? <p className="note">{word('sketch.parts')}</p> : null}
      {onto === POSITION ? (
        <DrawPositionForm row={row} drawing={drawing} keepsHeld={isOfParts} onDone={onLeave} />
      ) : (
        <DrawOutlineForm key={onto} place={row} outline={outline} drawing={drawing} onDone={onLeave} />
      )}
    </>
  );
}
