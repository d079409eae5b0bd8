import type { PendingChange } from '@westgate/contract';
import { variantOf, type vocabulary } from '@westgate/domain';
import { useState } from 'react';
import { isSamePerson } from '../api/client.ts';
import { useSay, useWords } from '../messages/words.ts';
import { AsWritten } from '../parts/as-written.tsx';
import { Button } from '../parts/button.tsx';
import { DayText } from '../parts/day-text.tsx';
import { Unknown } from '../parts/fact.tsx';
import { sayWho } from '../parts/say-deed.ts';
import { ThingLink } from '../parts/thing-link.tsx';
import { ActionPress } from '../record/form/action-button.tsx';
import { ActionForm } from '../record/form/action-form.tsx';
import { useFieldWord } from '../record/form/field-words.ts';
import { useSayColumn } from '../record/form/use-say-value.ts';
import { useShownDay } from '../scope/district-context.ts';
import { useMayAct } from '../scope/may-change.ts';

const REFUSED = { decision: 'refused' } as const;

/** A change that waits, or what was decided of it: the approved value against the proposed one, who proposed it and why. */
export function PendingItem({ change, isNamed = false }: { readonly change: PendingChange; readonly isNamed?: boolean }) {
  const word = useWords();
  const say = useSay();
  const { subject, field, approved, proposed, words, proposedOn, stamp, decision, decidedOn, decisionWords, isCurrent } = change;
  const kind: vocabulary.ReviewedKind = subject.kind === 'project' ? 'project' : 'commitment';
  const { isToday } = useShownDay();
  const fieldWord = useFieldWord(kind);
  const sayColumn = useSayColumn(kind);
  return (
    <li className="pending-item" data-pending={change.id}>
      {isNamed ? <ThingLink thing={subject} /> : null}
      <p>
        <span className="soft">{fieldWord(field)}</span> {approved === null ? <Unknown /> : <del>{sayColumn(field, approved)}</del>} →{' '}
        {proposed === null ? <ins>{word('bulk.empty')}</ins> : <ins>{sayColumn(field, proposed)}</ins>}
      </p>
      <p className="small soft">
        {stamp ? sayWho(word, stamp.who) : null} <DayText on={proposedOn} /> {say(words) ? <AsWritten text={say(words)} /> : null}
      </p>
      {decision && decidedOn ? (
        <p className="small">
          <b>{word(`pending.${decision}`)}</b> <DayText on={decidedOn} />{' '}
          {say(decisionWords) ? <AsWritten text={say(decisionWords)} /> : null}
        </p>
      ) : isToday ? (
        <>
          {isCurrent ? null : <p className="small warn">△ {word('pending.changedSince')}</p>}
          <DecideActs change={change} />
        </>
      ) : null}
    </li>
  );
}

/** Accepts a change that waits in one press, or refuses it with a reason; for those who may change every record. */
function DecideActs({ change }: { readonly change: PendingChange }) {
  const word = useWords();
  const say = useSay();
  const mayAct = useMayAct();
  const [isRefusing, refuse] = useState(false);
  const params = { id: change.id };
  if (!mayAct('decide-change')) return <p className="small soft">{word('pending.waits')}</p>;
  if (isRefusing)
    return (
      <ActionForm
        name="decide-change"
        params={params}
        given={REFUSED}
        level={null}
        refusalOf={(error) =>
          isSamePerson(error) ? (
            <p role="alert" className="breach">
              {word('pending.samePerson')}
            </p>
          ) : undefined
        }
        onDone={() => refuse(false)}
      />
    );
  return (
    <p className="row">
      <ActionPress
        name="decide-change"
        params={params}
        given={{ decision: 'accepted' }}
        of={say(change.subject.name)}
        className="button"
        refusalOf={(error) => (isSamePerson(error) ? word('pending.samePerson') : null)}
      />
      <Button look="plain" name={say(variantOf('decide-change', REFUSED)?.label ?? { zh: null, en: null })} onClick={() => refuse(true)} />
    </p>
  );
}
