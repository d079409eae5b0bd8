import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useDistrictFrame } from '../scope/district-context.ts';
import { begun, blank, type Sketch, type SketchFault, type Steps, sketchFault, stepped, turned } from './sketch.ts';

/** A shape being drawn: its present state, what is wrong with it, the steps back and on. */
export interface Drawing {
  readonly sketch: Sketch;
  /** What keeps it from being kept; null where nothing does. */
  readonly fault: SketchFault | null;
  /** The drawn shape that is edited; null for a new one. */
  readonly edited: { readonly place: string; readonly feature: string | null } | null;
  readonly put: (sketch: Sketch) => void;
  readonly turn: (redo: boolean) => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Begins anew with another shape. */
  readonly begin: (sketch: Sketch, edited: Drawing['edited']) => void;
}

/** A drawing that has not begun. */
export function useDrawing(): Drawing {
  const { frame } = useDistrictFrame().district;
  const [steps, setSteps] = useState<Steps>(() => begun(blank('point')));
  const [edited, setEdited] = useState<Drawing['edited']>(null);
  const put = useCallback((sketch: Sketch) => setSteps((before) => stepped(before, sketch)), []);
  const turn = useCallback((redo: boolean) => setSteps((before) => turned(before, redo)), []);
  const begin = useCallback((sketch: Sketch, next: Drawing['edited']) => {
    setSteps(begun(sketch));
    setEdited(next);
  }, []);
  return {
    sketch: steps.now,
    fault: sketchFault(steps.now, frame),
    edited,
    put,
    turn,
    canUndo: steps.before.length > 0,
    canRedo: steps.after.length > 0,
    begin,
  };
}

/**
 * Begins the drawing anew whenever `of` is another, at once, so that nothing is drawn into the one before; null: not yet. A screen that waited for something, as for
 * another language, and is shown again keeps what was drawn: its effects run once more then.
 */
export function useBegin(drawing: Drawing, of: string | null, first: () => Sketch, edited: Drawing['edited']): void {
  const begunOf = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (of === null || begunOf.current === of) return;
    begunOf.current = of;
    drawing.begin(first(), edited);
  });
}
