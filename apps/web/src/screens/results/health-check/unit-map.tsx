import type { CheckUnits, MapMark } from '@westgate/contract';
import type { Map as MapLibre } from 'maplibre-gl';
import { useMarks } from '../../../api/questions.ts';
import { useMapView } from '../../../map/use-map-view.ts';
import { useWords } from '../../../messages/words.ts';
import { LazyMap } from '../../places/atlas/lazy-map.tsx';
import { checkSign } from './check-words.tsx';

type UnitRow = CheckUnits['rows'][number];

/**
 * The survey units of an indicator on the map, each with the sign of how it stands to the threshold; areas are drawn where the district has them. The table
 * beside it says the same in words.
 */
export function UnitMap({ rows }: { readonly rows: readonly UnitRow[] }) {
  const word = useWords();
  const marks = useMarks(rows.map(({ place }) => place.id));
  const placed = (marks ?? []).filter(({ centre }) => centre !== null).map(({ place }) => place);
  if (placed.length === 0) return marks === null ? null : <p className="note">{word('check.unitsUnplaced', { count: rows.length })}</p>;
  const without = rows.length - placed.length;
  return (
    <>
      <section className="neat page-map unit-map" aria-label={word('check.unitMap')}>
        <LazyMap compact interactive={false} highlight={placed} over={(map) => <UnitSigns map={map} rows={rows} marks={marks ?? []} />} />
      </section>
      {without > 0 ? <p className="note">{word('check.unitsUnplaced', { count: without })}</p> : null}
    </>
  );
}

function UnitSigns({
  map,
  rows,
  marks,
}: {
  readonly map: MapLibre;
  readonly rows: readonly UnitRow[];
  readonly marks: readonly MapMark[];
}) {
  // Drawn anew whenever the map has moved.
  useMapView(map);
  const centres = new Map(marks.map(({ place, centre }) => [place, centre]));
  return rows.map(({ place, standing }) => {
    const centre = centres.get(place.id);
    if (!centre) return null;
    const { x, y } = map.project([...centre]);
    return (
      <b key={place.id} className={`unit-sign check-cell-${standing}`} style={{ left: x, top: y }} aria-hidden="true">
        {checkSign(standing)}
      </b>
    );
  });
}
