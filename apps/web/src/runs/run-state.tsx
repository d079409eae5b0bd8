import type { Run } from '@westgate/contract';
import { isUnderway, runKindNamed } from '@westgate/domain';
import { fileAddress } from '../api/client.ts';
import { useTell } from '../api/use-write.ts';
import { useSay, useSayBare, useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { Refusal } from '../parts/error-text.tsx';
import { RunResults } from './run-results.tsx';
import { useSayLength } from './use-runs.ts';
import './runs.css';

/** Where a run stands: how far it is with its end, what came of it with its file, or why nothing did. */
export function RunState({ run }: { readonly run: Run }) {
  const word = useWords();
  const { state, file, fault, place } = run;
  return (
    <div className="run-state">
      <p className="row" role="status">
        <span className={`run-word run-${state}`}>{word(`runs.state.${state}`)}</span>
        {place === null ? null : <span className="small soft">{word('runs.place', { place })}</span>}
        {state === 'running' ? <Progress run={run} /> : null}
        {state === 'done' && run.result ? (
          <span className="small">
            <RunResults run={run} />
          </span>
        ) : null}
        {state === 'interrupted' ? <span className="small soft">{word('runs.interrupted.why')}</span> : null}
      </p>
      {fault ? <Fault fault={fault} /> : null}
      {isUnderway(state) && run.mayEnd ? <Cancel run={run} /> : null}
      {file?.isKept ? (
        <p className="row small">
          <a className="button" download href={fileAddress('run-file', { params: { id: run.id } })}>
            {word('runs.take')}
            <span className="unseen"> {file.name}</span>
          </a>
        </p>
      ) : null}
      {run.isRestedOn ? <p className="small soft">{word('runs.restedOn')}</p> : null}
      {file && !file.isKept ? <p className="small soft">{word('runs.letGo')}</p> : null}
    </div>
  );
}

function Progress({ run: { kind, progress } }: { readonly run: Run }) {
  const word = useWords();
  const say = useSayBare();
  const sayLength = useSayLength();
  const stage = progress && runKindNamed(kind).stages[progress.stage];
  const said = stage ? say(stage) : word('runs.state.running');
  const { share = null, leftMs = null, best = null } = progress ?? {};
  return (
    <span className="run-progress small">
      <progress aria-label={said} {...(share === null ? {} : { max: 1, value: share })} /> {said}
      {share === null ? null : <span className="number"> {word('runs.share', { share: Math.round(share * 100) })}</span>}
      {leftMs === null ? null : <span className="soft"> {word('runs.left', { time: sayLength(leftMs) })}</span>}
      {best === null ? null : <span className="soft"> {word('runs.best', { best })}</span>}
    </span>
  );
}

function Fault({ fault: { code, detail } }: { readonly fault: NonNullable<Run['fault']> }) {
  const word = useWords();
  const say = useSay();
  const meaning = word(`problem.${code as 'WG_INTERNAL'}`);
  return (
    <p className="small breach">
      {meaning} {detail.en === '' ? null : <span>{say(detail)}</span>}
    </p>
  );
}

function Cancel({ run: { id, kind } }: { readonly run: Run }) {
  const word = useWords();
  const say = useSayBare();
  const cancel = useTell('cancel-run');
  return (
    <p className="row small">
      <Button
        name={word('runs.cancel')}
        of={say(runKindNamed(kind).label)}
        disabled={cancel.isPending}
        onClick={() => cancel.mutate({ params: { id }, body: {}, key: crypto.randomUUID() })}
      />
      <Refusal error={cancel.error} />
    </p>
  );
}
