import { getRouteApi, Link } from '@tanstack/react-router';
import type { FloodPreview, RecordOf, Run } from '@westgate/contract';
import { type FloodDesign, isUnderway } from '@westgate/domain';
import { useState } from 'react';
import { useAsk } from '../../../../api/ask.ts';
import { usePlain } from '../../../../api/questions.ts';
import { useTell } from '../../../../api/use-write.ts';
import { useSay, useWords } from '../../../../messages/words.ts';
import { AsWritten } from '../../../../parts/as-written.tsx';
import { Await, Loading } from '../../../../parts/await.tsx';
import { Button } from '../../../../parts/button.tsx';
import { useSayInstant } from '../../../../parts/day-text.tsx';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { Refusal } from '../../../../parts/error-text.tsx';
import { Select } from '../../../../parts/select.tsx';
import { useTitle } from '../../../../parts/use-title.ts';
import { RunState } from '../../../../runs/run-state.tsx';
import { useRuns } from '../../../../runs/use-runs.ts';
import { useMayChange } from '../../../../scope/may-change.ts';
import { useSelected, useSetView, useView } from '../../../../scope/use-view.ts';
import { AdoptButton } from '../adopt/adopt-button.tsx';
import { ExposurePanel, firstExposure } from '../exposure/exposure-panel.tsx';
import { ReportLinks } from '../exposure/report-links.tsx';
import { FloodNotice } from '../parts/flood-notice.tsx';
import { RuleSearchSection } from '../search/rule-search-section.tsx';
import { SensitivitySection } from '../search/sensitivity-section.tsx';
import { CompareResults } from './compare-results.tsx';
import { FirstLook } from './first-look.tsx';
import { Hydrograph } from './hydrograph.tsx';
import { Player } from './player.tsx';
import { type OpenedResult, useResult } from './result-file.ts';
import { Account, GateLog, PeakTable } from './result-tables.tsx';
import { ShareMap } from './share-map.tsx';
import { SheetLine } from './sheet-line.tsx';
import { WhatIf } from './what-if.tsx';

const route = getRouteApi('/flood/$id');
type FloodCase = RecordOf<'flood_case'>;

/** The flood lab of one case: it is run, and what came of a run is looked at. */
export function FloodLab() {
  const { id } = route.useParams();
  return <Await query={usePlain('flood_case', id)}>{(found) => <Lab key={id} of={found as FloodCase} />}</Await>;
}

function Lab({ of }: { readonly of: FloodCase }) {
  const word = useWords();
  const say = useSay();
  const { id, name, ground, place, project } = of;
  const design = of.design as FloodDesign;
  const mayEdit = useMayChange('edit', [of.owner?.id ?? null]);
  const runs = (useRuns().data?.items ?? []).filter(({ kind, ask }) => kind === 'flood' && ask.floodCase === id);
  const done = runs.filter(({ state, file }) => state === 'done' && file?.isKept);
  const asked = useView().run;
  const shown = done.find((run) => run.id === asked) ?? done[0] ?? null;
  const current = runs.find(({ state }) => isUnderway(state)) ?? (runs[0]?.state === 'done' ? null : (runs[0] ?? null));
  const start = useTell('start-run');
  const look = useTell('preview-flood');
  const [first, setFirst] = useState<FloodPreview | null>(null);
  useTitle(say(name));
  const isEmpty = design.inflows.length === 0;
  const run = (): void => {
    start.mutate({ body: { kind: 'flood', ask: { floodCase: id } }, key: crypto.randomUUID() });
    setFirst(null);
    look.mutate({ params: { id }, body: {}, key: crypto.randomUUID() }, { onSuccess: setFirst });
  };
  return (
    <div className="flood-lab">
      <header className="today-head">
        <h1>
          <AsWritten text={say(name)} />
        </h1>
        <p className="small soft">
          <Link to="/flood">{word('flood.title')}</Link> · {word('noun.ground')}{' '}
          <Link to="/$nouns/$id" params={{ nouns: 'grounds', id: ground?.id ?? '' }}>
            {ground ? <AsWritten text={say(ground.name)} /> : word('unknown')}
          </Link>
          {place ? (
            <>
              {' · '}
              <Link to="/places/$id" params={{ id: place.id }}>
                <AsWritten text={say(place.name)} />
              </Link>
            </>
          ) : null}
          {project ? (
            <>
              {' · '}
              <Link to="/projects/$id" params={{ id: project.id }}>
                <AsWritten text={say(project.name)} />
              </Link>
            </>
          ) : null}
        </p>
        <div className="row no-print">
          <Button
            name={word('flood.run')}
            look="filled"
            disabled={isEmpty || start.isPending || (current !== null && isUnderway(current.state))}
            onClick={run}
          />
          {mayEdit ? (
            <Link className="button" to="/flood/$id/design" params={{ id }}>
              {word('design.open')}
            </Link>
          ) : null}
          <Link className="button" to="/$nouns/$id" params={{ nouns: 'flood-cases', id }}>
            {word('flood.record')}
          </Link>
        </div>
      </header>
      <FloodNotice />
      {isEmpty ? <EmptyState>{word('flood.empty')}</EmptyState> : null}
      <Refusal error={start.error ?? look.error} />
      {current ? (
        <div className="no-print">
          <RunState run={current} />
        </div>
      ) : null}
      {look.isPending ? (
        <p role="status" className="small soft">
          {word('flood.looking')}
        </p>
      ) : null}
      {first && shown?.id !== start.data?.id ? <FirstLook preview={first} design={design} /> : null}
      {shown ? <Shown key={shown.id} of={of} run={shown} runs={done} /> : null}
      {mayEdit && design.rules.length > 0 ? <WhatIf of={of} design={design} /> : null}
      {isEmpty ? null : <SensitivitySection id={id} design={design} map={(opened) => <ShareMap opened={opened} />} />}
      {isEmpty || design.rules.length === 0 ? null : <RuleSearchSection of={of} design={design} mayEdit={mayEdit} />}
    </div>
  );
}

function Shown({ of, run, runs }: { readonly of: FloodCase; readonly run: Run; readonly runs: readonly Run[] }) {
  const word = useWords();
  const sayInstant = useSayInstant();
  const setView = useSetView();
  const { against } = useView();
  const result = useResult(run.id);
  const other = useResult(runs.some(({ id }) => id === against) ? (against ?? null) : null);
  const options = runs.map(({ id, askedAt }) => [id, sayInstant(askedAt)] as const);
  return (
    <>
      <div className="row flood-choice no-print">
        <label>
          {word('flood.runOf')} <Select value={run.id} options={options} onChoose={(id) => setView({ run: id }, { replace: true })} />
        </label>
        {runs.length > 1 ? (
          <label>
            {word('flood.against')}{' '}
            <Select
              value={against}
              none={word('flood.nothing')}
              options={options.filter(([id]) => id !== run.id)}
              onChoose={(id) => setView({ against: id ?? undefined }, { replace: true })}
            />
          </label>
        ) : null}
      </div>
      <div className="row no-print">
        <AdoptButton case={of} run={run.id} />
        <ReportLinks case={of.id} run={run.id} />
        <Button look="plain" name={word('flood.printMap')} onClick={() => window.print()} />
      </div>
      <SheetLine run={run} ground={of.ground?.id ?? null} />
      <ChangedSince case={of.id} run={run.id} />
      {result.isPending ? <Loading /> : null}
      {result.error ? <p className="small breach">{word('flood.notRead')}</p> : null}
      {result.data ? <Opened of={of} run={run} result={result.data} /> : null}
      {result.data && other.data ? <CompareResults first={result.data.told} second={other.data.told} /> : null}
    </>
  );
}

/** Says where the case or its ground is no longer as it was for the run that is shown. */
function ChangedSince({ case: id, run }: { readonly case: string; readonly run: string }) {
  const word = useWords();
  const { water } = useView();
  const exposure = useAsk('flood-exposure', firstExposure(id, run, water === 'without' ? 'without' : 'with')).data;
  return (
    <p role="status" className="small warn">
      {exposure && !exposure.isOfNow ? word('flood.changedSince') : ''}
    </p>
  );
}

function Opened({ of, run, result }: { readonly of: FloodCase; readonly run: Run; readonly result: OpenedResult }) {
  const word = useWords();
  const setView = useSetView();
  const selected = useSelected();
  const { water } = useView();
  const [frame, setFrame] = useState<number | null>(null);
  const { told } = result;
  const design = told.design as FloodDesign;
  const section = design.sections.at(-1);
  const place = selected?.kind === 'place' ? selected.id : null;
  const at = frame === null ? null : (told.frames[frame] ?? 0);
  const { with: dammed, without } = told.variants;
  return (
    <div className="flood-grid">
      <Player
        result={result}
        frame={frame}
        onFrame={setFrame}
        places={place === null ? [] : [place]}
        onPick={(picked) => setView({ sel: picked === null ? undefined : `place:${picked}` }, { replace: true })}
      />
      <aside className="flood-side">
        <PeakTable told={told} design={design} caption={word('flood.peaks')} />
        <Account result={told} />
        <p className="note">{word('flood.computed', { cell: told.cell, engine: told.engine, hash: (run.inputs ?? '').slice(0, 12) })}</p>
      </aside>
      {section ? (
        <section className="section" aria-labelledby="flood-hydrograph">
          <h2 id="flood-hydrograph">
            <AsWritten text={word('flood.through', { name: section.name })} />
          </h2>
          <Hydrograph
            title={section.name}
            times={told.times}
            at={at}
            lines={[
              { look: 'without', name: word('flood.water.without'), values: without.sections[section.id] ?? [] },
              { look: 'with', name: word('flood.water.with'), values: dammed.sections[section.id] ?? [] },
            ]}
          />
        </section>
      ) : null}
      <section className="section" aria-labelledby="flood-log">
        <h2 id="flood-log">{word('flood.log')}</h2>
        <GateLog result={told} design={design} />
      </section>
      <div className="flood-wide">
        <ExposurePanel case={of.id} run={run.id} variant={water === 'without' ? 'without' : 'with'} />
      </div>
    </div>
  );
}
