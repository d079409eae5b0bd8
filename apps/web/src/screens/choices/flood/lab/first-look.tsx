import type { FloodPreview } from '@westgate/contract';
import type { FloodDesign } from '@westgate/domain';
import { useMemo } from 'react';
import { useWords } from '../../../../messages/words.ts';
import { LazyMap } from '../../../places/atlas/lazy-map.tsx';
import { Hydrograph } from './hydrograph.tsx';
import type { Picture } from './paint.ts';
import { Legend } from './player.tsx';
import { PeakTable } from './result-tables.tsx';
import { WaterLayer } from './water-layer.tsx';

/** A first look on coarse cells, while the run goes on: the largest depths and the hydrograph. */
export function FirstLook({ preview, design }: { readonly preview: FloodPreview; readonly design: FloodDesign }) {
  const word = useWords();
  const picture = useMemo((): Picture => {
    const { columns, rows, corners, deepest } = preview;
    return { columns, rows, corners, depths: depthsIn(deepest.with), against: null, beside: null };
  }, [preview]);
  const section = design.sections.at(-1);
  return (
    <section className="flood-first no-print" aria-labelledby="flood-first">
      <h2 id="flood-first">{word('flood.firstLook', { cell: preview.cell })}</h2>
      <div className="flood-grid">
        <div className="flood-map neat">
          <LazyMap compact around={picture.corners} interactive={false} over={(map) => <WaterLayer map={map} picture={picture} />}>
            <Legend water="with" />
          </LazyMap>
        </div>
        <aside className="flood-side">
          <PeakTable told={{ ...preview, wetCells: null }} design={design} caption={word('flood.firstLook', { cell: preview.cell })} />
        </aside>
        {section ? (
          <Hydrograph
            title={section.name}
            times={preview.times}
            at={null}
            lines={[
              { look: 'without', name: word('flood.water.without'), values: preview.variants.without.sections[section.id] ?? [] },
              { look: 'with', name: word('flood.water.with'), values: preview.variants.with.sections[section.id] ?? [] },
            ]}
          />
        ) : null}
      </div>
    </section>
  );
}

/** Whole numbers of two bytes, the least byte first, from base64. */
function depthsIn(packed: string): Uint16Array {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Uint16Array(bytes.buffer);
}
