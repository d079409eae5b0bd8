import type { Geometry } from '@westgate/base';
import { useState } from 'react';
import type { Bounds } from '../map/bounds.ts';
import { useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { letGo } from '../scope/let-go.ts';
import { FileButton } from './file-button.tsx';
import { MOST_OUTLINE_BYTES, type OutlineReading, readOutline } from './outline.ts';

/** The outline of the district from a GeoJSON file. Where public maps are shifted, it asks first what the file holds. */
export function OutlineField({
  id,
  outline,
  onRead,
  onRemove,
}: {
  readonly id: string;
  readonly outline: Geometry | null;
  readonly onRead: (geometry: Geometry, bounds: Bounds) => void;
  readonly onRemove: () => void;
}) {
  const word = useWords();
  const [reading, setReading] = useState<OutlineReading | null>(null);
  const read = async ([file]: readonly File[]): Promise<void> => {
    if (!file) return;
    const isLarge = file.size > MOST_OUTLINE_BYTES;
    const result: OutlineReading = isLarge
      ? { status: 'refused', word: 'start.outline.tooLarge', found: file.name }
      : readOutline(file.name, await file.text());
    setReading(result);
    if (result.status === 'read' && !result.isInChina) onRead(result.geometry, result.bounds);
  };
  const isAsking = reading?.status === 'read' && reading.isInChina && outline !== reading.geometry;
  return (
    <div className="outline-field">
      <FileButton
        id={id}
        label={word('start.outline')}
        hint={word('start.outline.hint')}
        accept=".geojson,.json,application/geo+json,.shp,.kml,.zip"
        onFiles={(files) => letGo(() => read(files))}
      />
      {reading?.status === 'refused' ? (
        <p className="fault" role="alert">
          {word(reading.word, { found: reading.found })}
        </p>
      ) : null}
      {isAsking ? (
        <div className="asked" role="alert">
          <p>{word('start.outline.gcj')}</p>
          <p className="row">
            <Button name={word('start.outline.isWgs84')} onClick={() => onRead(reading.geometry, reading.bounds)} />
            <Button look="plain" name={word('start.outline.isNotSure')} onClick={() => setReading(null)} />
          </p>
        </div>
      ) : null}
      {outline ? (
        <p className="row small">
          <span role="status">{word('start.outline.taken', { rings: ringsIn(outline) })}</span>
          {reading?.status === 'read' && reading.hasHeights ? <span role="status">{word('start.outline.flat')}</span> : null}
          <Button look="plain" name={word('start.outline.remove')} onClick={onRemove} />
        </p>
      ) : null}
    </div>
  );
}

function ringsIn(geometry: Geometry): number {
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.length : 1;
}
