import { wetRunsIn } from '@westgate/domain';
import { useMemo, useState } from 'react';
import { useWords } from '../../../../messages/words.ts';
import { Button } from '../../../../parts/button.tsx';
import { LazyMap } from '../../../places/atlas/lazy-map.tsx';
import type { OpenedSensitivity } from '../search/case-runs.ts';
import { DEPTH_TINTS, type Picture, SHARES } from './paint.ts';
import { WaterLayer } from './water-layer.tsx';

/** The map of the share of runs in which each cell is wet; shown when it is asked for. */
export function ShareMap({ opened }: { readonly opened: OpenedSensitivity }) {
  const word = useWords();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <p className="row no-print">
        <Button name={word('search.shareMap')} aria-pressed={isShown} onClick={() => setShown(!isShown)} />
      </p>
      {isShown ? <Drawn opened={opened} /> : null}
    </>
  );
}

function Drawn({ opened: { told, wet } }: { readonly opened: OpenedSensitivity }) {
  const word = useWords();
  const runs = told.variants.length;
  const picture = useMemo((): Picture => {
    const { columns, rows, corners } = told;
    return {
      columns,
      rows,
      corners: corners.map(([lng, lat]) => [lng, lat]),
      depths: wet.map((bits) => sharePercent(bits, runs)),
      against: null,
      beside: null,
      isShare: true,
    };
  }, [told, wet, runs]);
  return (
    <div className="flood-map neat">
      <LazyMap compact interactive={false} around={picture.corners} over={(map) => <WaterLayer map={map} picture={picture} />}>
        <div className="flood-legend">
          <b>{word('search.share')}</b>
          <ul>
            {DEPTH_TINTS.map((tint, index) => {
              const [from = 0, to] = [SHARES[index], SHARES[index + 1]];
              return (
                <li key={tint}>
                  <i style={{ background: `var(${tint})` }} aria-hidden="true" />{' '}
                  {to === undefined ? word('search.share.all') : word('search.share.from', { from, to })}
                </li>
              );
            })}
          </ul>
        </div>
      </LazyMap>
    </div>
  );
}

/** In how many percent of the runs a cell is wet, as whole ones: any at all is one at least, and all alone are a hundred. */
function sharePercent(bits: number, runs: number): number {
  const count = wetRunsIn(bits);
  return count === runs ? 100 : Math.min(99, Math.ceil((count * 100) / runs));
}
