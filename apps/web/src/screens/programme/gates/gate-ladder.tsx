import type { GateStanding, Rung } from '@westgate/contract';
import { ProblemError } from '../../../api/client.ts';
import { useGateStanding } from '../../../api/gates.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ActionButton } from '../../../record/form/action-button.tsx';
import { ActionForm } from '../../../record/form/action-form.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useMayAct } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { FormerPasses } from './former-passes.tsx';
import { GateBasis } from './gate-basis.tsx';
import { GateMessage } from './gate-message.tsx';
import { MissingList } from './missing-list.tsx';
import { NeedRow } from './need-row.tsx';
import { ReopenedNote } from './reopened-note.tsx';
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
      <button type="button" className="button plain small" onClick={() => setView({ asOf: undefined })}>
        {word('asOf.toToday')}
      </button>
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
