import type { Bilingual } from '@westgate/base';
import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useSay, useWords } from '../messages/words.ts';
import { scaleBar } from './scale.ts';
import { MORE } from './thing-layers.ts';
import { useMapView } from './use-map-view.ts';

/** Scale bar, north arrow, what kind of map this is and whom its sources ask to be named. Bare: the bar and one line, for small maps. */
export function MapFurniture({ map, bare, attributions }: { map: MapLibre; bare: boolean; attributions: readonly Bilingual[] }) {
  const intl = useIntl();
  const word = useWords();
  const say = useSay();
  const { bounds, width } = useMapView(map);
  const leftOut = useLeftOut(map);
  const { metres, px } = scaleBar(bounds, width, bare ? 70 : 160);
  const length =
    metres >= 1000
      ? intl.formatNumber(metres / 1000, { style: 'unit', unit: 'kilometer' })
      : intl.formatNumber(metres, { style: 'unit', unit: 'meter' });
  const third = px / (metres % 3 === 0 || String(metres).startsWith('3') ? 3 : 2);
  return (
    <div className={bare ? 'map-furniture bare' : 'map-furniture'}>
      <div className="map-scale" aria-label={word('atlas.scale', { length })} role="img">
        <svg width={px + 2} height="7" aria-hidden="true">
          <path className="map-scale-line" d={`M1 1H${px + 1}V6H1Z`} />
          <path
            className="map-scale-dark"
            d={`M1 1H${third + 1}V6H1Z${px / third > 2.5 ? `M${third * 2 + 1} 1H${px + 1}V6H${third * 2 + 1}Z` : ''}`}
          />
        </svg>
        <span>{length}</span>
        <svg className="map-north" width="14" height="30" viewBox="0 0 14 30" aria-hidden="true">
          <path className="map-scale-line" d="M7 1 13 29 7 23 1 29Z" />
          <path className="map-scale-dark" d="M7 1V23L1 29Z" />
        </svg>
      </div>
      {leftOut > 0 ? <p className="map-left-out">{word('atlas.more', { count: leftOut })}</p> : null}
      {bare ? null : <p className="map-furniture-long">{word('atlas.drawn')}</p>}
      <p className={bare ? '' : 'map-furniture-short'}>{word('atlas.drawn.short')}</p>
      {attributions.map((words) => (
        <p key={say(words)} className="map-attribution">
          {say(words)}
        </p>
      ))}
    </div>
  );
}

/** How many places in view the map leaves out because there is no room for them: the sum of the numbers written on it. */
function useLeftOut(map: MapLibre): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const follow = (): void => setCount(leftOut(map));
    follow();
    map.on('idle', follow);
    return () => {
      map.off('idle', follow);
    };
  }, [map]);
  return count;
}

function leftOut(map: MapLibre): number {
  if (!map.getLayer(MORE)) return 0;
  const found = map.queryRenderedFeatures({ layers: [MORE] });
  const byPlace = new Map(found.map(({ properties }) => [properties.place, Number(properties.more)]));
  return [...byPlace.values()].reduce((sum, more) => sum + more, 0);
}
