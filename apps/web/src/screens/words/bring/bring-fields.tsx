import { useId, useState } from 'react';
import { useSay, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { Select } from '../../../parts/select.tsx';
import { FaultSummary } from '../../../record/fault-summary.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { TextBox } from './text-box.tsx';
import type { PlanFault, PlanFields, TextPreview } from './view-model.ts';

/** The fields of a plan that is brought in, and the button that stores it. */
export function BringFields({
  fields,
  preview,
  faults,
  error,
  tries,
  isBusy,
  set,
}: {
  readonly fields: PlanFields;
  readonly preview: TextPreview;
  readonly faults: readonly PlanFault[];
  readonly error: Error | null;
  readonly tries: number;
  readonly isBusy: boolean;
  readonly set: (field: keyof PlanFields) => (value: string) => void;
}) {
  const word = useWords();
  const say = useSay();
  const prefix = useId();
  const { languages, documents, mode } = useDistrictFrame().district;
  const [hasOther, setOther] = useState(false);
  const idOf = (field: keyof PlanFields): string => `${prefix}-${field}`;
  const faultOf = (field: keyof PlanFields): PlanFault | undefined => faults.find((fault) => fault.field === field);
  const saidOf = (field: keyof PlanFields): string | null => {
    const fault = faultOf(field);
    return fault ? word(fault.word, fault.values) : null;
  };
  const fieldOf = (field: keyof PlanFields) => ({ id: idOf(field), fault: faultOf(field)?.word ?? null });
  const other = preview.language === 'zh' ? 'en' : 'zh';
  const held = documents.filter(({ sentenceCount }) => sentenceCount > 0);
  const isKnown = preview.sentences.length > 0;
  return (
    <div className="bring-fields">
      <FaultSummary key={tries} faults={faults} error={faults.length === 0 ? error : null} said="bring.faults" idOf={idOf} />
      <TextBox
        id={idOf('text')}
        label={word('bring.text')}
        told={
          isKnown
            ? word('bring.told', { language: word(`language.${preview.language}`), count: preview.sentences.length })
            : word('bring.kinds')
        }
        fault={saidOf('text')}
        value={fields.text}
        lang={preview.language}
        onText={(text, fileName) => {
          set('text')(text);
          if (fileName && fields.title === '') set('title')(fileName.replace(/\.[^.]+$/, ''));
        }}
      />
      {hasOther ? (
        <TextBox
          id={idOf('other')}
          label={word('bring.other', { language: word(`language.${other}`) })}
          told={word('bring.otherHint')}
          fault={saidOf('other')}
          value={fields.other}
          lang={other}
          onText={set('other')}
        />
      ) : languages.length > 1 ? (
        <p>
          <Button name={word('bring.addOther', { language: word(`language.${other}`) })} onClick={() => setOther(true)} />
        </p>
      ) : null}
      <FormField {...fieldOf('title')} label={word('bring.planTitle')}>
        <input value={fields.title} maxLength={500} autoComplete="off" onChange={(event) => set('title')(event.target.value)} />
      </FormField>
      {hasOther ? (
        <FormField {...fieldOf('otherTitle')} label={word('bring.otherTitle', { language: word(`language.${other}`) })}>
          <input value={fields.otherTitle} maxLength={500} autoComplete="off" onChange={(event) => set('otherTitle')(event.target.value)} />
        </FormField>
      ) : null}
      <div className="bring-pair">
        <FormField {...fieldOf('wording')} label={word('bring.wording')}>
          <Select
            value={fields.wording}
            options={[
              ['official', word('plan.wording.official')],
              ['rendering', word('plan.wording.rendering')],
            ]}
            onChoose={(id) => set('wording')(id)}
          />
        </FormField>
        <FormField {...fieldOf('kind')} label={word('bring.kind')}>
          <Select
            value={fields.kind}
            options={[
              ['plan', word('bring.kind.plan')],
              ['linked-plan', word('bring.kind.linked-plan')],
            ]}
            onChoose={(id) => set('kind')(id)}
          />
        </FormField>
        <FormField {...fieldOf('covers')} label={word('bring.covers')} hint={word('bring.coversHint')}>
          <input value={fields.covers} autoComplete="off" onChange={(event) => set('covers')(event.target.value)} />
        </FormField>
        <FormField {...fieldOf('publisher')} label={word('bring.publisher')} hint={word('bring.publisherHint')}>
          <input value={fields.publisher} maxLength={500} onChange={(event) => set('publisher')(event.target.value)} />
        </FormField>
      </div>
      {held.length > 0 ? (
        <FormField {...fieldOf('follows')} label={word('bring.follows')} hint={word('bring.followsHint')}>
          <Select
            value={fields.follows}
            options={held.map(({ id, title }) => [id, say(title)])}
            none={word('bring.followsNone')}
            onChoose={(id) => set('follows')(id ?? '')}
          />
        </FormField>
      ) : null}
      <FormField {...fieldOf('who')} label={word('record.who')} hint={word('record.whoHint')}>
        <input value={fields.who} maxLength={80} autoComplete="name" onChange={(event) => set('who')(event.target.value)} />
      </FormField>
      <p className="row">
        <Button
          type="submit"
          look="filled"
          name={fields.follows === '' ? word('bring.store', { count: preview.sentences.length }) : word('bring.compare')}
          disabled={isBusy || mode === 'read-only'}
        />
      </p>
    </div>
  );
}
