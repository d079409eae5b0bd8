import { useWords } from '../../../messages/words.ts';
import type { Drawing } from '../../../sketch/drawing.ts';
import { blank, finished } from '../../../sketch/sketch.ts';

/** The steps of a drawing: back, on, close, anew; each has a key as well. */
export function SketchActs({ drawing }: { readonly drawing: Drawing }) {
  const word = useWords();
  const { sketch, put, turn, canUndo, canRedo } = drawing;
  return (
    <div className="row sketch-acts">
      <button type="button" className="button" disabled={!canUndo} aria-keyshortcuts="Control+Z" onClick={() => turn(false)}>
        {word('draw.back')}
      </button>
      <button type="button" className="button" disabled={!canRedo} aria-keyshortcuts="Control+Shift+Z" onClick={() => turn(true)}>
        {word('draw.on')}
      </button>
      {sketch.isOpen ? (
        <button type="button" className="button" aria-keyshortcuts="C" onClick={() => put(finished(sketch))}>
          {word(sketch.shape === 'area' ? 'draw.close' : 'draw.end')}
        </button>
      ) : null}
      <button type="button" className="button plain" disabled={sketch.corners.length === 0} onClick={() => put(blank(sketch.shape))}>
        {word('draw.anew')}
      </button>
    </div>
  );
}
