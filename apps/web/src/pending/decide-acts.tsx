import type { PendingChange } from '@westgate/contract';
import { variantOf } from '@westgate/domain';
import { useState } from 'react';
import { isSamePerson } from '../api/client.ts';
import { useSay, useWords } from '../messages/words.ts';
import { ActionPress } from '../record/form/action-button.tsx';
import { ActionForm } from '../record/form/action-form.tsx';
import { useMayAct } from '../scope/may-change.ts';

const REFUSED = { decision: 'refused' } as const;

/** Accepts a change that waits in one press, or refuses it with a reason; for those who may change every record. */
export function DecideActs({ change }: { readonly change: PendingChange }) {
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
      <button type="button" className="button plain" onClick={() => refuse(true)}>
        {say(variantOf('decide-change', REFUSED)?.label ?? { zh: null, en: null })}
      </button>
    </p>
  );
}
