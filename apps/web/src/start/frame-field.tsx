import type { Geometry } from '@westgate/base';
import { metreCrsFor } from '@westgate/domain';
import { type ChangeEvent, useState } from 'react';
import type { Bounds } from '../map/bounds.ts';
import { useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { letGo } from '../scope/let-go.ts';
import { useLanguage } from '../scope/use-view.ts';
import { crsOfDraft, type DistrictDraft, frameOfDraft } from './district-draft.ts';
import { FileButton } from './file-button.tsx';
import { Graticule } from './graticule.tsx';
import { type GraticuleView, sizeKm, viewOfZone, viewOn } from './graticule-view.ts';
import { frameRound, MOST_OUTLINE_BYTES, type OutlineReading, readOutline } from './outline.ts';

const SIDES = ['west', 'south', 'east', 'north'] as const;
const MINUTES_AN_HOUR = 60;

/** The frame of the map: drawn as a box, typed as four numbers, or taken from an outline; and the system metres are measured in. */
export function FrameField({
  id,
  draft,
  outline,
  onDraft,
  onOutline,
}: {
  readonly id: string;
  readonly draft: DistrictDraft;
  readonly outline: Geometry | null;
  readonly onDraft: (draft: DistrictDraft) => void;
  /** Where an outline may be given with it. */
  readonly onOutline: ((outline: Geometry | null) => void) | null;
}) {
  const word = useWords();
  const language = useLanguage();
  const frame = frameOfDraft(draft);
  const [view, setView] = useState<GraticuleView>(() =>
    frame ? viewOn(frame) : viewOfZone(-new Date().getTimezoneOffset() / MINUTES_AN_HOUR),
  );
  const take = (bounds: Bounds): void => {
    const [west = '', south = '', east = '', north = ''] = bounds.map((degree) => String(Number(degree.toFixed(4))));
    onDraft({ ...draft, frame: [west, south, east, north], metreCrs: '' });
  };
  const type = (side: number) => (event: ChangeEvent<HTMLInputElement>) => {
    const [west, south, east, north] = draft.frame.map((text, index) => (index === side ? event.target.value : text));
    onDraft({ ...draft, frame: [west ?? '', south ?? '', east ?? '', north ?? ''], metreCrs: '' });
  };
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  const choices = frame ? metreCrsFor(frame, draft.timeZone) : [];
  const chosen = crsOfDraft(draft);
  return (
    <>
      {onOutline ? (
        <OutlineField
          id={`${id}-outline`}
          outline={outline}
          onRead={(geometry, bounds) => {
            onOutline(geometry);
            const round = frameRound(bounds);
            take(round);
            setView(viewOn(round));
          }}
          onRemove={() => onOutline(null)}
        />
      ) : null}
      <Graticule view={view} frame={frame} outline={outline} onView={setView} onFrame={take} />
      <div className="frame-sides">
        {SIDES.map((side, index) => (
          <div className="form-field" key={side}>
            <label htmlFor={index === 0 ? id : `${id}-${side}`}>{word(`start.frame.${side}`)}</label>
            <input
              id={index === 0 ? id : `${id}-${side}`}
              className="field number"
              inputMode="decimal"
              autoComplete="off"
              maxLength={12}
              value={draft.frame[index]}
              onChange={type(index)}
            />
          </div>
        ))}
      </div>
      <p className="row small soft" role="status">
        {frame ? (
          <>
            <span>{word('start.frame.size', { width: number.format(sizeKm(frame)[0]), height: number.format(sizeKm(frame)[1]) })}</span>
            <Button look="plain" name={word('start.frame.show')} onClick={() => setView(viewOn(frame))} />
          </>
        ) : (
          word('start.frame.none')
        )}
      </p>
      <fieldset className="crs-choices" id={`${id}-crs`} aria-describedby={`${id}-crs-hint`}>
        <legend>{word('start.crs')}</legend>
        <p id={`${id}-crs-hint`} className="note">
          {word('start.crs.hint')}
        </p>
        {choices.map(({ code, system, centralMeridian }) => (
          <label key={code}>
            <input
              type="radio"
              name={`${id}-crs`}
              value={code}
              checked={code === chosen}
              onChange={() => onDraft({ ...draft, metreCrs: code })}
            />
            {word('start.crs.choice', { code, system, meridian: centralMeridian })}
          </label>
        ))}
        {chosen !== '' && !choices.some(({ code }) => code === chosen) ? (
          <label>
            <input type="radio" name={`${id}-crs`} value={chosen} checked readOnly />
            {chosen}
          </label>
        ) : null}
        {chosen === '' ? <p className="small">{word('start.crs.afterFrame')}</p> : null}
      </fieldset>
    </>
  );
}

/** The outline of the district from a GeoJSON file. Where public maps are shifted, it asks first what the file holds. */
function OutlineField({
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
