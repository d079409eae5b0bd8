import type { Thing } from '@westgate/contract';
import { useMattersOf } from '../api/questions.ts';
import { useWords } from '../messages/words.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ActionButton } from '../record/form/action-button.tsx';
import { useMayAct } from '../scope/may-change.ts';
import { useSetView, useView } from '../scope/use-view.ts';
import { MatterForm } from './matter-form.tsx';
import { MatterLine } from './matter-line.tsx';

/** On the page of a record: the matters under supervision about it, and the way to one more. */
export function SupervisionSection({
  subject,
  lead = null,
}: {
  readonly subject: Pick<Thing, 'kind' | 'id'>;
  readonly lead?: string | null;
}) {
  const word = useWords();
  const setView = useSetView();
  const { edit } = useView();
  const mayAct = useMayAct();
  const answer = useMattersOf(`${subject.kind}:${subject.id}`).data;
  const items = answer?.items ?? [];
  return (
    <section className="section" aria-labelledby="supervision">
      <h2 id="supervision">
        {word('screen.supervision')} <small>{items.length > 0 ? items.length : ''}</small>
      </h2>
      {answer && items.length === 0 ? <EmptyState>{word('matter.noneHere')}</EmptyState> : null}
      <ul className="matter-list">
        {items.map((matter) => (
          <MatterLine key={matter.id} matter={matter} isNamed={false} />
        ))}
      </ul>
      {edit === 'register-matter' ? (
        <MatterForm subject={subject} lead={lead} onDone={() => setView({ edit: undefined }, { replace: true })} />
      ) : mayAct('register-matter') ? (
        <p className="part-start">
          <ActionButton name="register-matter" className="button" />
        </p>
      ) : null}
    </section>
  );
}
