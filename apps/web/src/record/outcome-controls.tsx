import { vocabulary } from '@westgate/domain';
import { useSay, useWords } from '../messages/words.ts';
import { DayField } from '../parts/day-field.tsx';
import { Picker } from '../parts/picker.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { type FieldFault, type OutcomeFields, type OutcomeSubject, outcomesFor } from './draft.ts';
import { FormField } from './form-field.tsx';

/** The controls for what happened, when, where it was read and how sure it is: the same to record an outcome and to correct one. */
export function OutcomeControls({
  kind,
  fields,
  faults,
  idOf,
  set,
}: {
  readonly kind: OutcomeSubject['kind'];
  readonly fields: OutcomeFields;
  readonly faults: readonly FieldFault[];
  readonly idOf: (field: keyof OutcomeFields) => string;
  readonly set: (field: keyof OutcomeFields) => (value: string) => void;
}) {
  const word = useWords();
  const say = useSay();
  const { units } = useDistrictFrame().district;
  const fieldOf = (field: keyof OutcomeFields) => ({ id: idOf(field), fault: faults.find((fault) => fault.field === field)?.word ?? null });
  return (
    <>
      <FormField {...fieldOf('what')} label={word('record.what')}>
        <select value={fields.what} onChange={(event) => set('what')(event.target.value)}>
          <option value="">{word('record.choose')}</option>
          {outcomesFor(kind).map((what) => (
            <option key={what} value={what}>
              {word(`outcome.${what}`)}
            </option>
          ))}
        </select>
      </FormField>
      <FormField {...fieldOf('dates')} label={word('record.dates')} hint={word('record.datesHint')}>
        <input value={fields.dates} autoComplete="off" onChange={(event) => set('dates')(event.target.value)} />
      </FormField>
      {fields.what === 'rescheduled' ? (
        <FormField {...fieldOf('newDueOn')} label={word('record.newDueOn')}>
          <DayField aria-label={word('record.newDueOn')} value={fields.newDueOn} onDay={set('newDueOn')} />
        </FormField>
      ) : null}
      <FormField {...fieldOf('source')} label={word('figures.source')} hint={word('record.sourceHint')}>
        <Picker
          kinds={['source']}
          value={fields.source === '' ? null : { kind: 'source', id: fields.source }}
          onPick={(picked) => set('source')(picked?.id ?? '')}
        />
      </FormField>
      <FormField {...fieldOf('value')} label={word('record.value')} hint={word('record.valueHint')}>
        <input inputMode="decimal" value={fields.value} autoComplete="off" onChange={(event) => set('value')(event.target.value)} />
      </FormField>
      <FormField {...fieldOf('unit')} label={word('record.unit')}>
        <select value={fields.unit} onChange={(event) => set('unit')(event.target.value)}>
          <option value="">{word('record.noUnit')}</option>
          {units.map(({ code, name }) => (
            <option key={code} value={code}>
              {say(name)}
            </option>
          ))}
        </select>
      </FormField>
      <FormField {...fieldOf('confidence')} label={word('confidence')} hint={word('record.confidenceHint')}>
        <select value={fields.confidence} onChange={(event) => set('confidence')(event.target.value)}>
          {vocabulary.CONFIDENCES.map((confidence) => (
            <option key={confidence} value={confidence}>
              {word(`confidence.${confidence}`)}
            </option>
          ))}
        </select>
      </FormField>
      <FormField {...fieldOf('note')} label={word('record.note')}>
        <textarea rows={2} value={fields.note} onChange={(event) => set('note')(event.target.value)} />
      </FormField>
    </>
  );
}
