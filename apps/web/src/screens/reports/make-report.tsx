import { useEffect, useId, useState } from 'react';
import { useTellAndSee } from '../../api/use-write.ts';
import { useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { WhyNot } from '../../parts/error-text.tsx';
import { Form } from '../../parts/form.tsx';
import { FormField } from '../../record/form-field.tsx';
import { TitleFields } from '../../record/title-fields.tsx';
import { useDistrictFrame, useShownDay, useShownPlan } from '../../scope/district-context.ts';
import { useWho } from '../../scope/signed-in.ts';
import { useSetView } from '../../scope/use-view.ts';
import { faultOf, titleFor, titleIn } from './view-model.ts';

/** Freezes the next report: a title, the day its states are of, who makes it. */
export function MakeReport() {
  const word = useWords();
  const setView = useSetView();
  const prefix = useId();
  const { district, plans, hasSeveralPlans } = useDistrictFrame();
  const { day } = useShownDay();
  const [who, setWho] = useWho();
  const shown = useShownPlan();
  const [typed, setTyped] = useState<ReturnType<typeof titleFor> | null>(null);
  // Until somebody types one, the title names the plan that is frozen.
  const title = typed ?? titleFor(shown ?? (hasSeveralPlans ? null : (plans[0] ?? null)), district.name);
  const [fault, setFault] = useState<ReturnType<typeof faultOf>>(null);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const make = useTellAndSee('make-report');
  useEffect(() => {
    if (fault) document.getElementById(`${prefix}-${fault.field}`)?.focus();
  }, [fault, prefix]);

  const send = (): void => {
    const found = faultOf({ ...title, who });
    setFault(found);
    if (found) return;
    const draft = { title: titleIn(title), asOf: day, plan: shown?.id ?? null, who: who.trim() };
    make.mutate({ body: draft, key }, { onSuccess: () => setKey(crypto.randomUUID()) });
  };
  const faultIn = (field: 'title' | 'who') => (fault?.field === field ? fault.word : null);

  return (
    <Form className="record-form" onSend={send} aria-labelledby={`${prefix}-name`}>
      <h2 id={`${prefix}-name`}>{word('action.make-report')}</h2>
      <TitleFields idOf={(field) => `${prefix}-${field}`} title={title} fault={faultIn('title')} onTitle={setTyped} />
      <div className="form-field">
        <span className="field-name" id={`${prefix}-day`}>
          {word('report.day')}
        </span>
        <DayField
          className="field"
          aria-label={word('report.day')}
          value={day}
          onDay={(chosen) => setView({ asOf: chosen === district.today ? undefined : chosen }, { replace: true })}
        />
      </div>
      <FormField id={`${prefix}-who`} label={word('report.who')} hint={word('record.whoHint')} fault={faultIn('who')}>
        <input value={who} maxLength={80} autoComplete="name" onChange={(event) => setWho(event.target.value)} />
      </FormField>
      <p className="row">
        <Button type="submit" look="filled" name={word('report.freeze')} disabled={make.isPending || district.mode === 'read-only'} />
        <output className="small">{make.data ? word('report.done', { number: make.data.number, seq: make.data.seq }) : null}</output>
        <WhyNot said="report.failed" error={make.error} />
      </p>
    </Form>
  );
}
