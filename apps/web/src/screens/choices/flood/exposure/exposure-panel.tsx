import type { ExposedPlace, FloodExposure } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import { useState } from 'react';
import { useAsk } from '../../../../api/ask.ts';
import { fileAddress } from '../../../../api/client.ts';
import { useWords } from '../../../../messages/words.ts';
import { Await } from '../../../../parts/await.tsx';
import { FileLinks } from '../../../../parts/file-links.tsx';
import { Select } from '../../../../parts/select.tsx';
import { useLanguage, useSelected, useSetView } from '../../../../scope/use-view.ts';
import { ExposureTable, RoadTable } from './exposure-table.tsx';

const CLASSES = ['low', 'moderate', 'significant', 'extreme'] as const;
/** Hours before the water comes by which people must be out. */
const LEADS = [0, 0.5, 1, 2, 3, 4, 6, 12, 24] as const;
const LEAD = 2;

/** What is asked before anything is chosen. */
export function firstExposure(id: string, run: string, variant: 'with' | 'without') {
  return { params: { id }, query: { run, variant, lead: LEAD, hazard: undefined, kind: undefined } };
}

/** The places of the register under the water of a run: who must be out by when. One of them is selected, as on the map beside; `onPlace` is told of it, else the address. */
export function ExposurePanel({
  case: id,
  run,
  variant,
  onPlace,
}: {
  readonly case: string;
  readonly run: string;
  readonly variant: 'with' | 'without';
  readonly onPlace?: (place: ExposedPlace) => void;
}) {
  const word = useWords();
  const lang = useLanguage();
  const setView = useSetView();
  const selected = useSelected();
  const [hazard, setHazard] = useState<(typeof CLASSES)[number] | null>(null);
  const [kind, setKind] = useState<(typeof vocabulary.PLACE_KINDS)[number] | null>(null);
  const [lead, setLead] = useState<number>(LEAD);
  const query = { run, variant, lead, hazard: hazard ?? undefined, kind: kind ?? undefined };
  const exposure = useAsk('flood-exposure', { params: { id }, query });
  const pick = onPlace ?? (({ place }: ExposedPlace): void => setView({ sel: `place:${place.id}` }, { replace: true }));
  return (
    <section className="section" aria-labelledby="flood-exposure">
      <h2 id="flood-exposure">{word('flood.exposure')}</h2>
      <div className="row flood-choice no-print">
        <label>
          {word('flood.hazardFrom')}{' '}
          <Select
            value={hazard}
            none={word('flood.any')}
            options={CLASSES.map((each) => [each, word(`flood.hazard.${each}`)] as const)}
            onChoose={setHazard}
          />
        </label>
        <label>
          {word('field.kind')}{' '}
          <Select
            value={kind}
            none={word('flood.any')}
            options={vocabulary.PLACE_KINDS.map((each) => [each, word(`place.${each}`)] as const)}
            onChoose={setKind}
          />
        </label>
        <label>
          {word('flood.leadHours')} <Select value={lead} options={LEADS.map((each) => [each, `${each} h`] as const)} onChoose={setLead} />
        </label>
        <FileLinks
          files={[
            {
              label: 'CSV',
              of: word('flood.exposure'),
              href: fileAddress('flood-exposure-csv', { params: { id }, query: { ...query, lang } }),
            },
          ]}
        />
      </div>
      <Await query={exposure}>
        {(found) => (
          <>
            <Counts found={found} />
            {found.items.length > 0 ? (
              <Exposed items={found.items} selected={selected?.kind === 'place' ? selected.id : null} onPick={pick} />
            ) : (
              <p className="soft">{word('flood.noneExposed')}</p>
            )}
            {kind === null ? <Roads found={found} /> : null}
          </>
        )}
      </Await>
    </section>
  );
}

/** Those under water; those outside the model are folded away, unless one of them is selected. */
function Exposed({ items, selected, onPick }: Parameters<typeof ExposureTable>[0]) {
  const word = useWords();
  const [wet, beside] = [items.filter(({ is }) => is === 'wet'), items.filter(({ is }) => is === 'beside')];
  return (
    <>
      {wet.length > 0 ? (
        <ExposureTable items={wet} selected={selected} onPick={onPick} />
      ) : (
        <p className="soft">{word('flood.noneExposed')}</p>
      )}
      {beside.length > 0 ? (
        <details open={beside.some(({ place }) => place.id === selected) || undefined}>
          <summary>
            {word('flood.beside')} ({beside.length})
          </summary>
          <ExposureTable items={beside} selected={selected} onPick={onPick} />
        </details>
      ) : null}
    </>
  );
}

/** The roads under water, or that the map draws none. */
function Roads({ found: { roads, roadCounts } }: { readonly found: FloodExposure }) {
  const word = useWords();
  const { wet, dry, beside } = roadCounts;
  const flooded = roads.filter(({ is }) => is === 'wet');
  return (
    <>
      <h3>{word('flood.roads')}</h3>
      <p className="small soft">{word(wet + dry + beside === 0 ? 'flood.noRoads' : 'flood.roadCounts', roadCounts)}</p>
      {flooded.length > 0 ? <RoadTable roads={flooded} /> : wet > 0 ? <p className="soft">{word('flood.noneRoads')}</p> : null}
    </>
  );
}

/** How many places are under water, dry, and not known. */
function Counts({ found: { counts, items, total } }: { readonly found: FloodExposure }) {
  const word = useWords();
  return (
    <p className="small soft">
      {word('flood.exposedCounts', counts)}
      {total > items.length ? ` ${word('flood.firstOf', { shown: items.length, total })}` : null}
    </p>
  );
}
