import { useEffect, useMemo, useState } from 'react';
import { useWords } from '../../../../messages/words.ts';
import { Button } from '../../../../parts/button.tsx';
import { useSetView, useView } from '../../../../scope/use-view.ts';
import { LazyMap } from '../../../places/atlas/lazy-map.tsx';
import { useSayHours } from '../parts/say-hours.ts';
import { divideAt, edgeOf, type Lines } from './extent.ts';
import { DEPTH_TINTS, DEPTHS, DIFFERENCE_TINTS, type Picture, type Water } from './paint.ts';
import { type OpenedResult, VARIANTS, type VariantPictures } from './result-file.ts';
import { WaterLayer } from './water-layer.tsx';

const WATERS = [...VARIANTS, 'difference', 'swipe'] as const;
const NO_LINES: Lines = [];
/** Milliseconds between two pictures. */
const STEP_MS = 400;

/** The water over the map: at a moment of the run, or the largest depths; with the works, without them, or what they change. */
export function Player({
  result: { told, pictures },
  frame,
  onFrame,
  places,
  onPick,
}: {
  readonly result: OpenedResult;
  /** Which picture is shown; null: the largest depths. */
  readonly frame: number | null;
  readonly onFrame: (frame: number | null) => void;
  readonly places: readonly string[];
  readonly onPick: (place: string | null) => void;
}) {
  const word = useWords();
  const sayHours = useSayHours();
  const setView = useSetView();
  const water: Water = useView().water ?? 'with';
  const [isPlaying, setPlaying] = useState(false);
  const [split, setSplit] = useState(50);
  const last = told.frames.length - 1;
  const { columns, rows, corners } = told;
  const picture = useMemo((): Picture => {
    const depthsOf = ({ frames, deepest }: VariantPictures): Uint16Array =>
      frame === null ? deepest : frames.subarray(frame * columns * rows, (frame + 1) * columns * rows);
    return {
      ...{ columns, rows, corners },
      depths: depthsOf(pictures[water === 'without' ? 'without' : 'with']),
      against: water === 'difference' ? depthsOf(pictures.without) : null,
      beside: water === 'swipe' ? { depths: depthsOf(pictures.without), from: Math.round((split / 100) * columns) } : null,
    };
  }, [pictures, frame, water, split, columns, rows, corners]);
  const without = useMemo(() => edgeOf(pictures.without.deepest, { columns, rows, corners }), [pictures, columns, rows, corners]);
  const lines = useMemo((): Lines => {
    if (picture.beside) return divideAt(picture.beside.from, picture);
    return water === 'with' ? without : NO_LINES;
  }, [picture, water, without]);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => {
      const next = frame === null ? 0 : frame + 1;
      if (next > last) setPlaying(false);
      else onFrame(next);
    }, STEP_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, frame, last, onFrame]);
  const at = frame === null ? null : (told.frames[frame] ?? 0);
  const turnOver = (next: Water): void => setView({ water: next === 'with' ? undefined : next }, { replace: true });
  return (
    <section className="flood-stage" aria-label={word('flood.map')}>
      <div className="flood-map neat">
        <LazyMap
          compact
          around={corners}
          highlight={places}
          onPick={onPick}
          over={(map) => <WaterLayer map={map} picture={picture} edge={lines} />}
        >
          <Legend water={water} hasEdge={water === 'with'} />
        </LazyMap>
      </div>
      <p className="print-only flood-shown">
        {word(`flood.water.${water}`)} · {at === null ? word('flood.deepest') : sayHours(at)}
      </p>
      <div className="flood-controls no-print">
        <fieldset className="segmented">
          <legend className="unseen">{word('flood.water')}</legend>
          {WATERS.map((each) => (
            <button key={each} type="button" aria-pressed={water === each} onClick={() => turnOver(each)}>
              {word(`flood.water.${each}`)}
            </button>
          ))}
        </fieldset>
        {water === 'swipe' ? (
          <label className="flood-swipe">
            <span className="small">{word('flood.swipeAt')}</span>
            <input type="range" min={0} max={100} value={split} onChange={({ target }) => setSplit(Number(target.value))} />
          </label>
        ) : null}
        <Button
          name={word(isPlaying ? 'flood.pause' : 'flood.play')}
          onClick={() => {
            if (!isPlaying && (frame === null || frame >= last)) onFrame(0);
            setPlaying(!isPlaying);
          }}
        />
        <label className="flood-time">
          <span className="unseen">{word('flood.time')}</span>
          <input
            type="range"
            min={0}
            max={last}
            value={frame ?? last}
            aria-valuetext={at === null ? word('flood.deepest') : sayHours(at)}
            onChange={({ target }) => {
              setPlaying(false);
              onFrame(Number(target.value));
            }}
          />
        </label>
        <output className="number">{at === null ? word('flood.deepest') : sayHours(at)}</output>
        <Button
          look="plain"
          name={word('flood.showDeepest')}
          aria-pressed={frame === null}
          onClick={() => {
            setPlaying(false);
            onFrame(null);
          }}
        />
      </div>
    </section>
  );
}

/** What the tints mean. */
export function Legend({ water, hasEdge = false }: { readonly water: Water; readonly hasEdge?: boolean }) {
  const word = useWords();
  const lines =
    water === 'difference'
      ? DIFFERENCE_TINTS.map((tint, index) => [tint, word(index === 0 ? 'flood.less' : 'flood.more')] as const)
      : DEPTH_TINTS.map((tint, index) => {
          const [from, to] = [DEPTHS[index], DEPTHS[index + 1]];
          return [tint, to === undefined ? word('flood.deeper', { from: from ?? 0 }) : `${from}–${to}`] as const;
        });
  return (
    <div className="flood-legend">
      <b>{word(water === 'difference' ? 'flood.change' : 'flood.depth')}</b>
      <ul>
        {lines.map(([tint, name]) => (
          <li key={tint}>
            <i style={{ background: `var(${tint})` }} aria-hidden="true" /> {name}
          </li>
        ))}
        {hasEdge ? (
          <li>
            <span className="flood-swatch flood-swatch-edge" aria-hidden="true" /> {word('flood.edgeWithout')}
          </li>
        ) : null}
      </ul>
    </div>
  );
}
