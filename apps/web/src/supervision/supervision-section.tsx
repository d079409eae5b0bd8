import type { Thing } from '@westgate/contract';
import { useMattersOf } from '../api/supervision.ts';
import { useMayChange } from '../frame/may-change.ts';
import { useSetView, useView } from '../frame/use-view.ts';
import { useWords } from '../messages/words.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { MatterForm } from './matter-form.tsx';
import { MatterLine } from './matter-line.tsx';

/** What the address says while the form is open. */
const OPEN = 'supervise';

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
  const mayEdit = useMayChange('edit-all');
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
      {edit === OPEN ? (
        <MatterForm subject={subject} lead={lead} onDone={() => setView({ edit: undefined }, { replace: true })} />
      ) : mayEdit ? (
        <p className="part-start">
          <button type="button" className="button" onClick={() => setView({ edit: OPEN })}>
            {word('matter.register')}
          </button>
        </p>
      ) : null}
    </section>
  );
}
