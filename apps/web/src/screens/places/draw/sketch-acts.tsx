import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import type { Drawing } from '../../../sketch/drawing.ts';
import { blank, finished } from '../../../sketch/sketch.ts';

/** The steps of a drawing: back, on, close, anew; each has a key as well. */
export function SketchActs({ drawing }: { readonly drawing: Drawing }) {
  const word = useWords();
  const { sketch, put, turn, canUndo, canRedo } = drawing;
  return (
    <div className="row sketch-acts">
      <Button name={word('draw.back')} disabled={!canUndo} aria-keyshortcuts="Control+Z" onClick={() => turn(false)} />
      <Button name={word('draw.on')} disabled={!canRedo} aria-keyshortcuts="Control+Shift+Z" onClick={() => turn(true)} />
      {sketch.isOpen ? (
        <Button
          name={word(sketch.shape === 'area' ? 'draw.close' : 'draw.end')}
          aria-keyshortcuts="C"
          onClick={() => put(finished(sketch))}
        />
      ) : null}
      <Button look="plain" name={word('draw.anew')} disabled={sketch.corners.length === 0} onClick={() => put(blank(sketch.shape))} />
    </div>
  );
}
