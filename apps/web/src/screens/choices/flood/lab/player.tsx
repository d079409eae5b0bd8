import { useEffect, useMemo, useState } from 'react';
import { useWords } from '../../../../messages/words.ts';
import { Button } from '../../../../parts/button.tsx';
import { useSetView, useView } from '../../../../scope/use-view.ts';
import { LazyMap } from '../../../places/atlas/lazy-map.tsx';
import { useSayHours } from '../parts/say-hours.ts';
import { DEPTH_TINTS, DEPTHS, DIFFERENCE_TINTS, type Picture, type Water } from './paint.ts';
import { type OpenedResult, VARIANTS, type VariantPictures } from './result-file.ts';
import { WaterLayer } from './water-layer.tsx';

const WATERS = [...VARIANTS, 'difference'] as const;
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
  const last = told.frames.length - 1;
  const { columns, rows, corners } = told;
  const picture = useMemo((): Picture => {
    const depthsOf = ({ frames, deepest }: VariantPictures): Uint16Array =>
      frame === null ? deepest : frames.subarray(frame * columns * rows, (frame + 1) * columns * rows);
    return {
      ...{ columns, rows, corners },
      depths: depthsOf(pictures[water === 'without' ? 'without' : 'with']),
      against: water === 'difference' ? depthsOf(pictures.without) : null,
    };
  }, [pictures, frame, water, columns, rows, corners]);
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
  return (
    <section className="flood-stage" aria-label={word('flood.map')}>
      <div className="flood-map neat">
        <LazyMap compact highlight={places} onPick={onPick} over={(map) => <WaterLayer map={map} picture={picture} />}>
          <Legend water={water} />
        </LazyMap>
      </div>
      <div className="flood-controls no-print">
        <fieldset className="segmented">
          <legend className="unseen">{word('flood.water')}</legend>
          {WATERS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={water === each}
              onClick={() => setView({ water: each === 'with' ? undefined : each }, { replace: true })}
            >
              {word(`flood.water.${each}`)}
            </button>
          ))}
        </fieldset>
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
export function Legend({ water }: { readonly water: Water }) {
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
      </ul>
    </div>
  );
}
