import type { GateStanding, Need, Rung } from '@westgate/contract';
import { useEffect, useRef } from 'react';
import { ProblemError } from '../../../api/client.ts';
import { useGateStanding } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { CopyText } from '../../../parts/copy-text.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ActionButton } from '../../../record/form/action-button.tsx';
import { ActionForm } from '../../../record/form/action-form.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useMayAct, useMayChange } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { GateBasis, ReopenedNote } from './gate-basis.tsx';
import { NeedRow } from './need-row.tsx';
import { RulesForm } from './rules-form.tsx';
import { missingIn, papersSaid, standingSaid } from './view-model.ts';

/** The gates of a project as a ladder: those passed with their day, the open one with all it asks for, those ahead. */
export function GateLadder({ project }: { readonly project: string }) {
  return <Await query={useGateStanding(project)}>{(standing) => <Ladder standing={standing} />}</Await>;
}

function Ladder({ standing }: { readonly standing: GateStanding }) {
  const word = useWords();
  const { rungs, admission, rulesOn } = standing;
  const said = standingSaid(standing);
  return (
    <section className="section gates" aria-labelledby="gates">
      <h2 id="gates">
        {word('gates.title')} <small>{word(said.word, said.values)}</small>
      </h2>
      <StageShown standing={standing} />
      {rungs.length === 0 ? <EmptyState>{word('gates.noRulesHint')}</EmptyState> : null}
      <ol className="ladder">
        {rungs.map((rung) => (
          <LadderRung key={rung.gate.id} rung={rung} standing={standing} />
        ))}
      </ol>
      <p className="small soft">
        {admission?.decision === 'refused' ? (
          <>
            {word('gates.refused')} <DayText on={admission.on} /> <RefusalReason standing={standing} />
          </>
        ) : (
          <>
            {word(admission ? 'gates.rulesOf' : 'gates.rulesToday')} <DayText on={rulesOn} />
          </>
        )}
      </p>
      <FormerPasses standing={standing} />
      <LadderActs standing={standing} />
    </section>
  );
}

/** How far evidence shows the work, and that passes were not recorded; nothing where no work is shown. */
function StageShown({ standing: { stage } }: { readonly standing: GateStanding }) {
  const word = useWords();
  const { shown, unrecorded, withheld } = stage;
  if (shown === null) return null;
  return (
    <p className="stage-shown">
      <b>{word(`gates.stage.${shown.reached}`)}</b> {shown.on ? <DayText on={shown.on} /> : null}
      {withheld ? ` · ${word('gates.stage.withheld')}` : null}
      {unrecorded === 'none' ? null : ` · ${word(`gates.unrecorded.${unrecorded}`)}`}
    </p>
  );
}

function RefusalReason({ standing: { admission } }: { readonly standing: GateStanding }) {
  const say = useSay();
  return admission ? <b>{say(admission.reason)}</b> : null;
}

function LadderRung({ rung, standing }: { readonly rung: Rung; readonly standing: GateStanding }) {
  const word = useWords();
  const say = useSay();
  const { gate, state, pass, reopened, needs } = rung;
  const isPast = standing.missing === null;
  return (
    <li className={`rung ${state}`} aria-current={state === 'open' ? 'step' : undefined}>
      <span className="rung-mark" aria-hidden="true">
        {gate.position}
      </span>
      <details open={state === 'open'}>
        <summary>
          <span className="rung-name">{say(gate.name)}</span>
          <span className="rung-day">
            <span className="unseen">{word(`gates.state.${state}`)} </span>
            {reopened ? `${word('gates.reopened')} ` : null}
            {pass ? <DayText on={pass.on} /> : state === 'open' && !isPast ? word('gates.papers', { count: papersSaid(rung) }) : null}
          </span>
        </summary>
        <GateBasis gate={gate} pass={pass} />
        <ReopenedNote rung={rung} standing={standing} />
        {needs.length > 0 ? (
          <ul className="needs">
            {needs.map((need) => (
              <NeedRow key={need.requirement.id} need={need} standing={standing} isOpen={state === 'open'} />
            ))}
          </ul>
        ) : null}
        {state !== 'open' ? null : isPast ? <PastNote /> : <PassHere standing={standing} rung={rung} />}
      </details>
    </li>
  );
}

/** That what a gate lacked on a day before today is not known; gates are moved from today, which is one click away. */
function PastNote() {
  const word = useWords();
  const setView = useSetView();
  return (
    <p className="row small soft">
      {word('gates.past')}
      <Button look="plain" name={word('asOf.toToday')} className="small" onClick={() => setView({ asOf: undefined })} />
    </p>
  );
}

/** The way through the open gate, right under what it asks for. */
function PassHere({ standing, rung }: { readonly standing: GateStanding; readonly rung: Rung }) {
  const setView = useSetView();
  const { edit } = useView();
  const mayAct = useMayAct();
  if (!mayAct('pass-gate')) return null;
  if (edit === 'pass-gate')
    return (
      <ActionForm
        name="pass-gate"
        params={{ id: standing.project.id, gate: rung.gate.id }}
        of={rung.gate.name}
        refusalOf={(error, tries) => {
          const missing = missingIn(error instanceof ProblemError ? error.problem : null);
          return missing ? <MissingList key={tries} rung={rung} missing={missing} /> : null;
        }}
        onDone={() => setView({ edit: undefined }, { replace: true })}
      />
    );
  return (
    <p className="row">
      <ActionButton name="pass-gate" className="button filled" />
      {rung.gate.admits && standing.admission?.decision !== 'admitted' ? <ActionButton name="refuse-admission" className="button" /> : null}
      <GateMessage standing={standing} rung={rung} />
    </p>
  );
}

/** What may be done with the ladder as a whole; one form at a time, named in the address. */
function LadderActs({ standing }: { readonly standing: GateStanding }) {
  const setView = useSetView();
  const { edit } = useView();
  const { today } = useDistrictFrame().district;
  const mayAct = useMayAct();
  const close = (): void => setView({ edit: undefined }, { replace: true });
  if (!mayAct('change-rules') || standing.missing === null) return null;
  const params = { id: standing.project.id };
  if (edit === 'refuse-admission') return <ActionForm name="refuse-admission" params={params} given={{ on: today }} onDone={close} />;
  if (edit === 'change-rules') return <RulesForm standing={standing} onDone={close} />;
  return (
    <p className="row">
      <ActionButton name="change-rules" />
    </p>
  );
}

/** What keeps the open gate closed and who can supply each, as a message for a chat. Nothing where nothing is missing. */
function GateMessage({ standing: { project, missing }, rung }: { readonly standing: GateStanding; readonly rung: Rung }) {
  const word = useWords();
  const say = useSay();
  const saySupplier = useSaySupplier();
  const { district } = useDistrictFrame();
  if (missing === null || missing.length === 0) return null;
  const needs = rung.needs.filter(({ requirement }) => missing.includes(requirement.id));
  const lines = [
    word('message.gate', {
      district: say(district.name),
      project: say(project.name) || project.id,
      gate: say(rung.gate.name),
      count: missing.length,
    }),
    ...needs.map(({ requirement, supplier }) =>
      word('message.gateLine', { name: say(requirement.name) || requirement.id, who: saySupplier(supplier) }),
    ),
  ];
  return <CopyText lines={lines} path={`/projects/${encodeURIComponent(project.id)}`} of={say(rung.gate.name)} />;
}

/** Gates that were passed by other rules, and what became of each. */
function FormerPasses({ standing: { former, rungs } }: { readonly standing: GateStanding }) {
  const word = useWords();
  const say = useSay();
  if (former.length === 0) return null;
  const nameOf = (id: string | null): string => say(rungs.find(({ gate }) => gate.id === id)?.gate.name ?? { zh: id, en: id });
  return (
    <div className="former-passes">
      <h3>{word('gates.former')}</h3>
      <ul className="lines small">
        {former.map((pass) => (
          <li key={pass.gate}>
            <span>
              {say(pass.name) || pass.gate} <DayText on={pass.on} />
            </span>
            <span className="soft">
              {pass.became === 'kept-as'
                ? word('gates.keptAs', { name: nameOf(pass.keptAs) })
                : pass.became === 'set-aside'
                  ? word('gates.setAside', { why: say(pass.reason) })
                  : word('gates.otherRules')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Why a gate stays closed: exactly what is missing, and who can supply each. Takes the focus. */
function MissingList({ rung, missing }: { readonly rung: Rung; readonly missing: readonly string[] }) {
  const word = useWords();
  const say = useSay();
  const saySupplier = useSaySupplier();
  const setView = useSetView();
  const mayAsk = useMayChange('edit-all');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const needs = rung.needs.filter(({ requirement }) => missing.includes(requirement.id));
  return (
    <div className="fault-summary gate-closed" role="alert" tabIndex={-1} ref={box}>
      <h2>{word('gates.closed', { count: missing.length })}</h2>
      <ul>
        {needs.map(({ requirement, why, supplier, ask }) => (
          <li key={requirement.id}>
            {say(requirement.name)}
            <small>
              {' '}
              {why ? word(`gates.why.${why}`) : null} · {saySupplier(supplier)}
            </small>
            {mayAsk && ask === null && why !== 'land-not-known' ? (
              <Button
                look="plain"
                name={word('need.ask')}
                of={say(requirement.name)}
                className="small"
                onClick={() => setView({ edit: `ask:${requirement.id}` })}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Who can supply what a gate asks for: departments by name, else the part somebody has. */
function useSaySupplier(): (supplier: Need['supplier']) => string {
  const word = useWords();
  const say = useSay();
  return ({ departments, role }) => departments.map(({ name, id }) => say(name) || id).join(word('list.comma')) || word(`supplier.${role}`);
}
