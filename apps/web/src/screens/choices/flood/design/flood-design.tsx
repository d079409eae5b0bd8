import { getRouteApi, Link } from '@tanstack/react-router';
import type { LngLat } from '@westgate/base';
import type { RecordRow } from '@westgate/contract';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useAsk } from '../../../../api/ask.ts';
import { useRow } from '../../../../api/edits.ts';
import { useGroundReading } from '../../../../api/ground-reading.ts';
import { useSay, useWords } from '../../../../messages/words.ts';
import { AsWritten } from '../../../../parts/as-written.tsx';
import { Loading } from '../../../../parts/await.tsx';
import { nameOfRow } from '../../../../parts/picker.tsx';
import { useTitle } from '../../../../parts/use-title.ts';
import { AwaitRecord } from '../../../../record/page/await-record.tsx';
import { AnsweringDepartment, useMayChange } from '../../../../scope/may-change.ts';
import { DrawOver } from '../../../../sketch/draw-over.tsx';
import { type Drawing, useDrawing } from '../../../../sketch/drawing.ts';
import type { Sketch } from '../../../../sketch/sketch.ts';
import { LazyMap } from '../../../places/atlas/lazy-map.tsx';
import './design.css';
import type { PlacedPart } from './design-draft.ts';
import { KeepBar } from './keep-bar.tsx';
import { type Opened, PartForm } from './part-form.tsx';
import { LAYOUTS } from './part-kinds.ts';
import { PartsLayer } from './parts-layer.tsx';
import { PartsList } from './parts-list.tsx';
import { useDesignDraft } from './use-design-draft.ts';

const route = getRouteApi('/flood/$id/design');

/** The design of a flood case: what comes in and leaves, works, gates and rules, drawn on the map or typed, saved as one change. */
export function FloodDesignScreen() {
  const { id } = route.useParams();
  return (
    <Suspense fallback={<Loading />}>
      <AwaitRecord kind="flood_case" id={id} query={useRow('flood_case', id)}>
        {(row) => (
          <AnsweringDepartment value={[typeof row.fields.owner === 'string' ? row.fields.owner : null]}>
            <DesignOf key={row.key} row={row} />
          </AnsweringDepartment>
        )}
      </AwaitRecord>
    </Suspense>
  );
}

function DesignOf({ row }: { readonly row: RecordRow }) {
  const word = useWords();
  const say = useSay();
  const mayEdit = useMayChange('edit');
  const of = useDesignDraft(row);
  const [opened, setOpened] = useState<Opened | null>(null);
  const drawing = useLimited(useDrawing(), opened);
  const comeTo = useFocusOn();
  const ground = useCorners(String(row.fields.ground));
  const { hours, place } = row.fields;
  const name = say(nameOfRow(row.fields)) || row.key;
  useTitle(`${name} · ${word('design.title')}`);
  const lasts = typeof hours === 'number' ? hours : 0;
  const leave = (): void => {
    comeTo(opened?.part?.key ?? null);
    setOpened(null);
  };
  const put = (part: PlacedPart): void => {
    of.put(opened?.part?.key ?? null, part);
    comeTo(part.key);
    setOpened(null);
  };
  const isDrawing = opened !== null && LAYOUTS[opened.kind].shape !== null;
  return (
    <div className="flood-design">
      <div className="design-panel">
        <div className="design-scroll">
          <p className="eyebrow quiet-links">
            <Link to="/$nouns/$id" params={{ nouns: 'flood-cases', id: row.key }}>
              {word('design.toCase')}
            </Link>{' '}
            <Link to="/flood/$id" params={{ id: row.key }}>
              {word('design.toLab')}
            </Link>
          </p>
          <h1>
            <AsWritten text={name} /> <small>{word('design.section')}</small>
          </h1>
          {mayEdit ? null : <p className="note">{word('design.readOnly')}</p>}
          {ground ? <p className="small soft">{word('design.map.ground')}</p> : null}
          <section aria-label={word('design.parts')}>
            <PartsList
              of={of}
              hours={lasts}
              mayEdit={mayEdit}
              opened={opened}
              onOpen={setOpened}
              form={
                opened ? (
                  <PartForm
                    key={`${opened.kind} ${opened.part?.key}`}
                    opened={opened}
                    design={of.draft}
                    hours={lasts}
                    place={typeof place === 'string' ? place : null}
                    drawing={drawing}
                    onPart={put}
                    onLeave={leave}
                  />
                ) : null
              }
            />
          </section>
        </div>
        {mayEdit ? <KeepBar of={of} hours={lasts} isEditing={opened !== null} /> : null}
      </div>
      <section className="design-map" aria-label={word('design.map')}>
        <LazyMap
          around={ground}
          over={(map) => (
            <>
              <PartsLayer map={map} design={of.draft} ground={ground} edited={opened?.part?.key ?? null} />
              {isDrawing ? <DrawOver map={map} drawing={drawing} /> : null}
            </>
          )}
        />
      </section>
    </div>
  );
}

/** The drawing of what is edited: works and sections have two ends, so the second ends the line and there is no third. */
function useLimited(drawing: Drawing, opened: Opened | null): Drawing {
  if (opened === null || LAYOUTS[opened.kind].shape !== 'two') return drawing;
  return { ...drawing, put: (sketch) => drawing.put(ofTwo(sketch)) };
}

function ofTwo(sketch: Sketch): Sketch {
  const corners = sketch.corners.slice(0, 2);
  return { ...sketch, corners, isOpen: corners.length < 2 };
}

/** Brings the keyboard to a part of the list once it stands there again. */
function useFocusOn(): (key: string | null) => void {
  const [key, setKey] = useState<{ readonly key: string | null } | null>(null);
  const told = useRef(key);
  useEffect(() => {
    if (key === null || told.current === key) return;
    told.current = key;
    if (key.key) document.getElementById(`part-${key.key}`)?.focus();
  }, [key]);
  return (next) => setKey({ key: next });
}

/** The corners of a ground, where it has a file that can be read. */
function useCorners(ground: string): readonly LngLat[] | null {
  const row = useRow('ground', ground).data;
  const files = useAsk('evidence', { query: { of: `ground:${ground}` } }).data?.items ?? [];
  const file = files.map((each) => each.id).join(' ');
  return useGroundReading(row && file !== '' ? { id: ground, rev: row.rev, file } : null).data?.corners ?? null;
}
