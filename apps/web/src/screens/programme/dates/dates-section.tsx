import type { ProjectDates } from '@westgate/contract';
import { useProjectDates } from '../../../api/dates.ts';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { sayWho } from '../../../parts/say-who.ts';
import { useSayInstant } from '../../../parts/use-say-instant.ts';
import { ActionButton } from '../../../record/form/action-button.tsx';
import { ActionForm } from '../../../record/form/action-form.tsx';
import { PartForm } from '../../../record/form/part-form.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useMayAct, useMayChange } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { MilestoneTable } from './milestone-table.tsx';
import { WaitingSection } from './waiting-section.tsx';

/** The dates of a project: its milestones with promised, expected and actual day, the act that freezes them, and what waits for what. */
export function DatesSection({ project }: { readonly project: string }) {
  return <Await query={useProjectDates(project)}>{(dates) => <Dates dates={dates} />}</Await>;
}

function Dates({ dates }: { readonly dates: ProjectDates }) {
  const word = useWords();
  const sayInstant = useSayInstant();
  const { milestones, frozen, project } = dates;
  return (
    <>
      <section className="section" aria-labelledby="dates">
        <h2 id="dates">
          {word('dates.title')}{' '}
          <small>
            {frozen
              ? word('dates.frozenBy', { who: sayWho(word, frozen.who), at: sayInstant(frozen.at), why: frozen.reason })
              : word('dates.notFrozen')}
          </small>
        </h2>
        {milestones.length === 0 ? <EmptyState>{word('dates.none')}</EmptyState> : <MilestoneTable dates={dates} />}
        <DatesActs dates={dates} />
      </section>
      <WaitingSection dates={dates} key={project.id} />
    </>
  );
}

function DatesActs({ dates: { project, milestones } }: { readonly dates: ProjectDates }) {
  const word = useWords();
  const setView = useSetView();
  const { edit } = useView();
  const { today } = useDistrictFrame().district;
  const mayEdit = useMayChange('edit');
  const mayAct = useMayAct();
  const close = (): void => setView({ edit: undefined }, { replace: true });
  const next = String((milestones.at(-1)?.position ?? 0) + 1);
  if (!mayEdit) return null;
  if (edit === 'new:milestone') return <PartForm kind="milestone" of={{ project: project.id, position: next }} onDone={close} />;
  if (edit === 'freeze-dates') return <ActionForm name="freeze-dates" params={{ id: project.id }} given={{ on: today }} onDone={close} />;
  return (
    <p className="row part-start">
      <button type="button" className="button" onClick={() => setView({ edit: 'new:milestone' })}>
        {word('part.new.milestone')}
      </button>
      {mayAct('freeze-dates') && milestones.some(({ forecast, actual }) => forecast !== null && actual === null) ? (
        <ActionButton name="freeze-dates" />
      ) : null}
    </p>
  );
}
