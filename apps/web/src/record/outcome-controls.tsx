import { vocabulary } from '@westgate/domain';
import { useSay, useWords } from '../messages/words.ts';
import { DayField } from '../parts/day-field.tsx';
import { Picker } from '../parts/picker.tsx';
import { Select } from '../parts/select.tsx';
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
        <Select
          value={fields.what}
          options={outcomesFor(kind).map((what) => [what, word(`outcome.${what}`)])}
          none={word('record.choose')}
          onChoose={(id) => set('what')(id ?? '')}
        />
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
        <Select
          value={fields.unit}
          options={units.map(({ code, name }) => [code, say(name)])}
          none={word('record.noUnit')}
          onChoose={(id) => set('unit')(id ?? '')}
        />
      </FormField>
      <FormField {...fieldOf('confidence')} label={word('confidence')} hint={word('record.confidenceHint')}>
        <Select
          value={fields.confidence}
          options={vocabulary.CONFIDENCES.map((confidence) => [confidence, word(`confidence.${confidence}`)])}
          onChoose={(id) => set('confidence')(id)}
        />
      </FormField>
      <FormField {...fieldOf('note')} label={word('record.note')}>
        <textarea rows={2} value={fields.note} onChange={(event) => set('note')(event.target.value)} />
      </FormField>
    </>
  );
}
