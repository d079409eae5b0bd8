import type { SupervisedKind } from '@westgate/domain';
import { useMattersOf } from '../api/questions.ts';
import { useWords } from '../messages/words.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ActionButton } from '../record/form/action-button.tsx';
import { ActionForm } from '../record/form/action-form.tsx';
import { useMayAct } from '../scope/may-change.ts';
import { useSignedIn } from '../scope/signed-in.ts';
import { useSetView, useView } from '../scope/use-view.ts';
import { MatterForm } from './matter-form.tsx';
import { MatterLine } from './matter-line.tsx';

/** On the page of a record: the matters under supervision about it, and the way to one more. */
export function SupervisionSection({
  subject,
  lead = null,
}: {
  readonly subject: { readonly kind: SupervisedKind; readonly id: string };
  readonly lead?: string | null;
}) {
  const word = useWords();
  const setView = useSetView();
  const { edit } = useView();
  const mayAct = useMayAct();
  const person = useSignedIn();
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
      ) : edit === 'make-request' && mayAct('make-request') ? (
        <ActionForm
          name="make-request"
          params={{}}
          given={{ subjectKind: subject.kind, subjectId: subject.id }}
          opened={{ asked_by: person?.department ?? lead ?? '' }}
          onDone={() => setView({ edit: undefined }, { replace: true })}
        />
      ) : mayAct('register-matter') || mayAct('make-request') ? (
        <p className="part-start row">
          {mayAct('register-matter') ? <ActionButton name="register-matter" className="button" /> : null}
          {mayAct('make-request') ? <ActionButton name="make-request" className="button plain" /> : null}
        </p>
      ) : null}
    </section>
  );
}
