import type { JournalFinding } from '@westgate/contract';
import { useId, useState } from 'react';
import { useTell } from '../../api/use-write.ts';
import { useWords } from '../../messages/words.ts';
import { Form } from '../../parts/form.tsx';
import { WhyNot } from '../../parts/why-not.tsx';
import { ByFields, whoFaults } from '../../record/form/by-fields.tsx';
import { FormField } from '../../record/form-field.tsx';
import { useWho } from '../../scope/use-who.ts';
import { useSaySpans } from './use-say-spans.ts';

/** One way out that is chosen here: what it does, why it is chosen, and the choice itself. */
export function MendForm({ way, finding }: { readonly way: JournalFinding['choices'][number]; readonly finding: JournalFinding }) {
  const word = useWords();
  const saySpans = useSaySpans();
  const prefix = useId();
  const mend = useTell('mend-journal');
  const [who, setWho] = useWho();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const faults = isTried ? whoFaults(who) : [];
  const isWithoutReason = isTried && reason.trim() === '';
  const send = (): void => {
    setTried(true);
    if (reason.trim() === '') document.getElementById(`${prefix}-reason`)?.focus();
    else if (who.trim() === '') document.getElementById(`${prefix}-who`)?.focus();
    else mend.mutate({ body: { way, who: who.trim(), reason: reason.trim() }, key: crypto.randomUUID() });
  };
  const givenUp = [...finding.lost, ...finding.resting].sort((a, b) => a.from - b.from);
  return (
    <div className="journal-way">
      <h3 id={`${prefix}-title`}>{word(`journal.way.${way}`)}</h3>
      <p>{word(`journal.way.${way}.about`, { proven: saySpans(finding.fromDatabase), givenUp: saySpans(givenUp) })}</p>
      <Form className="record-form" onSend={send} aria-labelledby={`${prefix}-title`}>
        <FormField
          id={`${prefix}-reason`}
          label={word('form.reason')}
          hint={word('journal.reasonHint')}
          fault={isWithoutReason ? 'journal.reasonWanted' : null}
        >
          <input value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
        </FormField>
        <ByFields idOf={(field) => `${prefix}-${field}`} faults={faults} who={who} onWho={setWho} />
        <p className="row">
          <button type="submit" className="button filled" disabled={mend.isPending}>
            {word(mend.isPending ? 'journal.busy' : `journal.way.${way}.act`)}
          </button>
          {mend.data?.mustRestart ? <span role="status">{word('journal.mustRestart')}</span> : null}
          <WhyNot said="journal.failed" error={mend.error} />
        </p>
      </Form>
    </div>
  );
}
