import { vocabulary } from '@westgate/domain';
import { useState } from 'react';
import { useEdits } from '../../api/edits.ts';
import { useWords } from '../../messages/words.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { WhyNot } from '../../parts/why-not.tsx';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { useMayChange } from '../../scope/may-change.ts';

/** Where nobody is asked for reports yet: how often they shall be asked for, from today on. */
export function AskReports() {
  const { district } = useDistrictFrame();
  const word = useWords();
  const edits = useEdits();
  const mayAsk = useMayChange('edit-all');
  const [cadence, setCadence] = useState<Cadence>('monthly');
  const ask = (who: string): void =>
    edits.mutate({
      who,
      reason: '',
      key: crypto.randomUUID(),
      edits: (['project', 'commitment'] as const).map((kind) => ({
        action: 'create' as const,
        table: 'update_rule' as const,
        fields: { subject_kind: kind, cadence, asked_from: district.today, near_days: 3, window_days: 1, escalate_days: 5 },
      })),
    });
  if (!mayAsk) return null;
  return (
    <section aria-labelledby="ask-reports" className="empty">
      <h2 id="ask-reports" className="today-title">
        {word('today.reports')}
      </h2>
      <p>{word('ask.lead')}</p>
      <div className="row">
        <label className="small">
          {word('ask.cadence')}{' '}
          <select
            className="field"
            value={cadence}
            onChange={({ target }) => setCadence(OFFERED.find((each) => each === target.value) ?? 'monthly')}
          >
            {OFFERED.map((each) => (
              <option key={each} value={each}>
                {word(`cadence.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <ActButton name={word('ask.act')} className="button filled" isBusy={edits.isPending} onAct={ask} />
      </div>
      <WhyNot said="reporting.failed" error={edits.error} />
    </section>
  );
}

const OFFERED = vocabulary.CADENCES.filter((cadence) => cadence !== 'none');
type Cadence = (typeof OFFERED)[number];
