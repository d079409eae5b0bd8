import type { MapCounts, Stage } from '@westgate/contract';
import { SHAPE_NAMES } from '@westgate/domain';
import { useState } from 'react';
import { useSay, useWords } from '../../../messages/words.ts';
import { useAim, useDistrictFrame } from '../../../scope/district-context.ts';
import { isNarrow } from '../../../scope/narrow.ts';
import { ShapeKey, StageKey } from './map-key.tsx';
import type { AtlasState } from './use-atlas.ts';
import { shapeCounts } from './view-model.ts';

const STAGES: readonly Stage[] = ['candidate', 'under-way', 'done', 'not-known'];

/** The legend, made from what the style draws, with the counts of what is in view. A row is a switch: only this aim, only this stage. */
export function AtlasLegend({ atlas }: { atlas: AtlasState }) {
  const word = useWords();
  const [isOpen, setOpen] = useState(() => !isNarrow());
  const counts = atlas.inView;
  const shapes = shapeCounts(counts?.kinds ?? {});
  return (
    <section className={`legend${isOpen ? '' : ' closed'}`} aria-label={word('atlas.legend')}>
      <h2>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <b>{word('atlas.legend')}</b> <span>{counts ? word('atlas.legend.inView', { count: counts.total }) : null}</span>
          <span className="legend-fold">{word(isOpen ? 'atlas.legend.close' : 'atlas.legend.open')}</span>
        </button>
      </h2>
      {isOpen && counts ? (
        <>
          <AimRows atlas={atlas} counts={counts.aims} />
          <StageRows atlas={atlas} counts={counts.stages} total={counts.total} />
          <h3>{word('atlas.legend.shapes')}</h3>
          <ul className="legend-shapes">
            {SHAPE_NAMES.filter((shape) => shapes.has(shape)).map((shape) => (
              <li key={shape}>
                <ShapeKey shape={shape} />
                <span>{word(`atlas.shape.${shape}`)}</span>
                <span>{shapes.get(shape)}</span>
              </li>
            ))}
          </ul>
          <ul className="legend-foot">
            <li>
              <span>{word('atlas.legend.assumed')}</span>
              <span>{counts.assumed}</span>
            </li>
            <li>
              <span>{word('atlas.legend.unplaced')}</span>
              <span>{counts.unplaced}</span>
            </li>
          </ul>
        </>
      ) : null}
    </section>
  );
}

function AimRows({ atlas, counts }: { atlas: AtlasState; counts: MapCounts['aims'] }) {
  const word = useWords();
  const say = useSay();
  const aimOf = useAim();
  const { aims } = useDistrictFrame();
  const countOf = (aim: string | null): number => counts.find((each) => each.aim === aim)?.count ?? 0;
  return (
    <>
      <h3>{word('atlas.legend.aims')}</h3>
      <ul>
        {[...aims.values()].map(({ id, name, className }) => (
          <li key={id}>
            <Switch
              isOn={atlas.filter.aim === id}
              onPress={() => atlas.set({ aim: atlas.filter.aim === id ? undefined : (id ?? undefined) })}
            >
              <i className={`band map-key ${className}`} aria-hidden="true" />
              <span>{name ? say(name) : id}</span>
              <span>{countOf(id)}</span>
            </Switch>
          </li>
        ))}
        {countOf(null) > 0 ? (
          <li className="legend-row">
            <i className={`band map-key ${aimOf(null).className}`} aria-hidden="true" />
            <span>{word('atlas.legend.noAim')}</span>
            <span>{countOf(null)}</span>
          </li>
        ) : null}
      </ul>
    </>
  );
}

function StageRows({ atlas, counts, total }: { atlas: AtlasState; counts: MapCounts['stages']; total: number }) {
  const word = useWords();
  const none = STAGES.reduce((left, stage) => left - (counts[stage] ?? 0), total);
  return (
    <>
      <h3>{word('atlas.legend.stages')}</h3>
      <ul>
        {STAGES.map((stage) => (
          <li key={stage}>
            <Switch
              isOn={atlas.filter.stage === stage}
              onPress={() => atlas.set({ stage: atlas.filter.stage === stage ? undefined : stage })}
            >
              <StageKey stage={stage} />
              <span>{word(`stage.${stage}`)}</span>
              <span>{counts[stage]}</span>
            </Switch>
          </li>
        ))}
        {none > 0 ? (
          <li className="legend-row">
            <i className="map-key" aria-hidden="true" />
            <span>{word('atlas.legend.noStage')}</span>
            <span>{none}</span>
          </li>
        ) : null}
      </ul>
    </>
  );
}

function Switch({ isOn, onPress, children }: { isOn: boolean; onPress: () => void; children: React.ReactNode }) {
  return (
    <button type="button" className="legend-row" aria-pressed={isOn} onClick={onPress}>
      {children}
    </button>
  );
}
