import type { ProjectDates, Waiting } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { WithdrawButton } from '../../../record/form/row-acts.tsx';
import { useMayChange } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { spareSaid, untieEdit } from './view-model.ts';
import { WaitingForm } from './waiting-form.tsx';

/** What a project waits for and what waits for it, with the days to spare. */
export function WaitingSection({ dates }: { readonly dates: ProjectDates }) {
  const word = useWords();
  const mayEdit = useMayChange('edit');
  const setView = useSetView();
  const { edit } = useView();
  const { waitsFor, awaited, project } = dates;
  return (
    <section className="section" aria-labelledby="waiting">
      <h2 id="waiting">{word('dates.waiting')}</h2>
      {waitsFor.length + awaited.length === 0 ? <EmptyState>{word('dates.noWaiting')}</EmptyState> : null}
      <ul className="waiting-list">
        {waitsFor.map((each) => (
          <WaitingRow key={keyOf(each)} waiting={each} own={project.id} waits />
        ))}
        {awaited.map((each) => (
          <WaitingRow key={keyOf(each)} waiting={each} own={project.id} waits={false} />
        ))}
      </ul>
      {!mayEdit ? null : edit === 'new:dependency' ? (
        <WaitingForm dates={dates} onDone={() => setView({ edit: undefined }, { replace: true })} />
      ) : (
        <p className="part-start">
          <Button name={word('dates.newWaiting')} onClick={() => setView({ edit: 'new:dependency' })} />
        </p>
      )}
    </section>
  );
}

function WaitingRow({ waiting, own, waits }: { readonly waiting: Waiting; readonly own: string; readonly waits: boolean }) {
  const word = useWords();
  const say = useSay();
  const other = waits ? waiting.from : waiting.to;
  const mine = waits ? waiting.to : waiting.from;
  const spare = spareSaid(waiting);
  return (
    <li>
      <span className="soft">{word(waits ? 'dates.waitsFor' : 'dates.awaited')}</span>
      <div>
        <ThingLink thing={other.project} />
        {other.kind === 'milestone' ? ` · ${say(other.name)}` : null}
        <small className="block">
          {word(`dates.kind.${waiting.kind}`)}
          {waiting.lagDays === 0 ? null : ` ${word('dates.lag', { days: waiting.lagDays })}`}
          {mine.kind === 'milestone' && mine.project.id === own ? ` · ${say(mine.name)}` : null}
          {say(waiting.note) ? ` · ${say(waiting.note)}` : null}
        </small>
      </div>
      <span className={spare.isBroken ? 'breach' : 'soft'}>{word(spare.word, { days: spare.days })}</span>
      <WithdrawButton edit={untieEdit(waiting)} name={say(other.name)} />
    </li>
  );
}

function keyOf({ from, to }: Waiting): string {
  return `${from.kind}:${from.id} ${to.kind}:${to.id}`;
}
