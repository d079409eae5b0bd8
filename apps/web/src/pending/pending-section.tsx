import type { vocabulary } from '@westgate/domain';
import { usePendingChanges } from '../api/questions.ts';
import { useWords } from '../messages/words.ts';
import { ActionButton } from '../record/form/action-button.tsx';
import { useShownDay } from '../scope/district-context.ts';
import { useMayAct } from '../scope/may-change.ts';
import { useAsOf, useSetView, useView } from '../scope/use-view.ts';
import { PendingItem } from './pending-item.tsx';
import { ProposalForm } from './proposal-form.tsx';

/**
 * On the page of a record: changes that wait for the programme office, those decided, and a new proposal; of a past day as they stood then, to be read
 * alone. Nothing where nothing is under review.
 */
export function PendingSection({ subject }: { readonly subject: { readonly kind: vocabulary.ReviewedKind; readonly id: string } }) {
  const word = useWords();
  const setView = useSetView();
  const { edit } = useView();
  const { isToday } = useShownDay();
  const mayPropose = useMayAct()('propose-change') && isToday;
  const asked = { of: `${subject.kind}:${subject.id}`, state: 'all', ...useAsOf() };
  const { items = [], rules = [] } = usePendingChanges(asked).data ?? {};
  const waiting = items.filter(({ decision }) => decision === null);
  const decided = items.filter(({ decision }) => decision !== null).reverse();
  const reviewed = rules.filter(({ kind }) => kind === subject.kind).map(({ field }) => field);
  const open = reviewed.filter((column) => waiting.every(({ field }) => field !== column));
  const close = (): void => setView({ edit: undefined }, { replace: true });
  if (reviewed.length === 0 && items.length === 0) return null;
  return (
    <section className="section" aria-labelledby="pending">
      <h2 id="pending">
        {word('pending.title')} <small>{waiting.length === 0 ? word('pending.none') : waiting.length}</small>
      </h2>
      {isToday || waiting.length === 0 ? null : <p className="small soft">{word('pending.ofDay')}</p>}
      <ul className="pending-list">
        {waiting.map((change) => (
          <PendingItem key={change.id} change={change} />
        ))}
      </ul>
      {edit === 'propose-change' && mayPropose && open.length > 0 ? (
        <ProposalForm subject={subject} columns={open} onDone={close} />
      ) : mayPropose && open.length > 0 ? (
        <p className="part-start">
          <ActionButton name="propose-change" className="button" />
        </p>
      ) : null}
      {decided.length === 0 ? null : (
        <details>
          <summary>{word('pending.decided', { count: decided.length })}</summary>
          <ul className="pending-list">
            {decided.map((change) => (
              <PendingItem key={change.id} change={change} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
