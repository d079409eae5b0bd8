import type { Map as MapLibre } from 'maplibre-gl';
import { useIntl } from 'react-intl';
import { useWords } from '../messages/words.ts';
import { scaleBar } from './scale.ts';
import { useLeftOut } from './use-left-out.ts';
import { useMapView } from './use-map-view.ts';

/** Scale bar, north arrow and what kind of map this is. Bare: the bar and one line, for small maps. */
export function MapFurniture({ map, bare }: { map: MapLibre; bare: boolean }) {
  const intl = useIntl();
  const word = useWords();
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
        {bare ? null : (
          <svg className="map-north" width="14" height="30" viewBox="0 0 14 30" aria-hidden="true">
            <path className="map-scale-line" d="M7 1 13 29 7 23 1 29Z" />
            <path className="map-scale-dark" d="M7 1V23L1 29Z" />
          </svg>
        )}
      </div>
      {leftOut > 0 ? <p className="map-left-out">{word('atlas.more', { count: leftOut })}</p> : null}
      {bare ? null : <p className="map-furniture-long">{word('atlas.drawn')}</p>}
      <p className={bare ? '' : 'map-furniture-short'}>{word('atlas.drawn.short')}</p>
    </div>
  );
}
