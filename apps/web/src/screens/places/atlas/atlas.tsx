import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useMapSheet } from '../../../api/questions.ts';
import { useWords } from '../../../messages/words.ts';
import { Loading } from '../../../parts/await.tsx';
import { NextSteps } from '../../../parts/next-steps.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { useMayOpen } from '../../../scope/may-open.ts';
import { isTyping } from '../../../scope/use-global-keys.ts';
import { useView } from '../../../scope/use-view.ts';
import type { ViewSearch } from '../../../scope/view-search.ts';
import { DrawOver } from '../../../sketch/draw-over.tsx';
import { type Drawing, useDrawing } from '../../../sketch/drawing.ts';
import { drawTarget } from '../draw/draw-target.ts';
import { AtlasLegend } from './atlas-legend.tsx';
import { DistrictMap } from './district-map.tsx';
import { FilterFields } from './filter-fields.tsx';
import { FirstHint } from './first-hint.tsx';
import { LayerList } from './layer-list.tsx';
import { PlaceCard } from './place-card.tsx';
import { PlaceTable } from './place-table.tsx';
import { ThingCard } from './thing-card.tsx';
import { TimeStrip } from './time-strip.tsx';
import { type AtlasState, useAtlas, useLayerLook } from './use-atlas.ts';

const DrawPanel = lazy(async () => ({ default: (await import('../draw/draw-panel.tsx')).DrawPanel }));

/** Width the legend takes at the right of the map. */
const LEGEND_PX = 274;

/** The map screen: selection and layers at the left, the sheet with its legend, the same places as a table, time at the foot. */
export function Atlas() {
  const word = useWords();
  const atlas = useAtlas();
  const [isPanelUp, setPanelUp] = useState(false);
  const { draw } = useView();
  const mayEdit = useMayChange('edit');
  const target = mayEdit ? drawTarget(draw) : null;
  const drawing = useDrawing();
  const leave = (place: string | null): void => atlas.set({ draw: undefined, ...(place === null ? {} : { sel: `place:${place}` }) });
  useTitle(word('screen.atlas'));
  useAtlasKeys(atlas);
  return (
    <div
      className={classes(
        'atlas',
        atlas.isTableOpen && 'with-table',
        isPanelUp && 'panel-up',
        (hasSelection(atlas) || target !== null) && 'with-selection',
        target !== null && 'drawing',
      )}
    >
      <h1 className="unseen">{word('screen.atlas')}</h1>
      <section className="atlas-panel" aria-label={word('atlas.panel')}>
        <button type="button" className="atlas-panel-grip" aria-expanded={isPanelUp} onClick={() => setPanelUp(!isPanelUp)}>
          {word('atlas.sheet.layers')}
        </button>
        {target ? (
          <Suspense fallback={<Loading />}>
            <DrawPanel target={target} drawing={drawing} onLeave={leave} />
          </Suspense>
        ) : (
          <>
            <NextSteps />
            <FirstHint atlas={atlas} />
            <SelectionCard atlas={atlas} />
            {mayEdit ? (
              <Link className="button draw-entry" to="/atlas" search={(before: ViewSearch) => ({ ...before, draw: 'new', sel: undefined })}>
                {word('draw.new')}
              </Link>
            ) : null}
            <LayerList atlas={atlas} />
          </>
        )}
      </section>
      <section className="atlas-sheet" aria-label={word('atlas.map')}>
        <SheetMap atlas={atlas} drawing={target ? drawing : null} />
        <PlaceDrawer atlas={atlas} />
      </section>
      <TimeStrip atlas={atlas} />
    </div>
  );
}

function SheetMap({ atlas, drawing }: { atlas: AtlasState; drawing: Drawing | null }) {
  const { base, kindOpacity } = useLayerLook(atlas.layers);
  const isWide = matchMedia('(min-width: 1100px)').matches;
  return (
    <div className="atlas-map">
      <DistrictMap
        filter={atlas.filter}
        highlight={atlas.lit.map(({ place }) => place)}
        selected={atlas.selected?.kind === 'place' ? atlas.selected.id : null}
        base={base}
        kindOpacity={kindOpacity}
        start={atlas.camera}
        covered={isWide ? LEGEND_PX : 0}
        {...(drawing ? { over: (map) => <DrawOver map={map} drawing={drawing} /> } : { onPick: atlas.pick })}
        onView={atlas.look}
      >
        {drawing ? null : <AtlasLegend atlas={atlas} />}
        <MapEmpty />
      </DistrictMap>
    </div>
  );
}

/** T opens and closes the table; Escape clears the selection, then closes the table. */
function useAtlasKeys(atlas: AtlasState): void {
  const { isTableOpen, set, pick } = atlas;
  const isSelecting = hasSelection(atlas);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key.toLowerCase() === 't') set({ drawer: isTableOpen ? undefined : '1' });
      else if (event.key === 'Escape' && isSelecting) pick(null);
      else if (event.key === 'Escape' && isTableOpen) set({ drawer: undefined });
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isTableOpen, isSelecting, set, pick]);
}

function hasSelection({ selected }: AtlasState): boolean {
  return selected !== null;
}

function classes(...names: readonly (string | false)[]): string {
  return names.filter(Boolean).join(' ');
}

/** What is selected: a place, or a sentence, commitment or project with the places it lights up. */
function SelectionCard({ atlas }: { atlas: AtlasState }) {
  const word = useWords();
  if (atlas.selectedPlace) return <PlaceCard atlas={atlas} place={atlas.selectedPlace} />;
  if (atlas.selectedThing) return <ThingCard atlas={atlas} thing={atlas.selectedThing} />;
  if (atlas.selected) return <section className="selection-card" aria-busy="true" />;
  return (
    <section className="selection-card empty-card">
      <p className="strong">{word('atlas.card.empty')}</p>
      <p className="small soft">{word('atlas.card.emptyHelp')}</p>
    </section>
  );
}

/** Said on the map while the district has no place on it: what to do next. */
function MapEmpty() {
  const word = useWords();
  const mayOpen = useMayOpen();
  const sheet = useMapSheet().data;
  if (!sheet || sheet.placed > 0) return null;
  return (
    <div className="map-empty small">
      <p>{word('atlas.empty')}</p>
      <p className="row">
        {mayOpen('/new/place') ? (
          <Link className="button" to="/new/$noun" params={{ noun: 'place' }}>
            {word('steps.places')}
          </Link>
        ) : null}
        {mayOpen('/start', 'bring') ? (
          <Link className="button" to="/start" search={{ way: 'bring' }}>
            {word('start.way.bring')}
          </Link>
        ) : null}
      </p>
    </div>
  );
}

/** The map's equivalent list: the same places, filter and selection. Its bar holds the filter and is always there. */
function PlaceDrawer({ atlas }: { atlas: AtlasState }) {
  const word = useWords();
  const { isTableOpen } = atlas;
  return (
    <section className="drawer" aria-label={word('board.table')}>
      <div className="drawer-bar">
        <h2>{word('board.table')}</h2>
        <span role="status">{atlas.table.total === null ? null : word('atlas.table.count', { count: atlas.table.total })}</span>
        <FilterFields atlas={atlas} />
        <span className="spring" />
        {isTableOpen ? (
          <label className="drawer-tick">
            <input type="checkbox" checked={atlas.onlyInView} onChange={() => atlas.set({ inview: atlas.onlyInView ? undefined : '1' })} />
            {word('atlas.table.inView')}
          </label>
        ) : null}
        <button
          type="button"
          className="text-button"
          aria-expanded={isTableOpen}
          aria-keyshortcuts="T"
          onClick={() => atlas.set({ drawer: isTableOpen ? undefined : '1' })}
        >
          {word(isTableOpen ? 'atlas.table.close' : 'board.table')} <kbd>T</kbd>
        </button>
      </div>
      {isTableOpen ? <PlaceTable atlas={atlas} /> : null}
    </section>
  );
}
