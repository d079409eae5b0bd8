import type { Bilingual } from '@westgate/base';
import type { Edit, MatterDetail, Thing } from '@westgate/contract';
import { useState } from 'react';
import { useEdits } from '../api/edits.ts';
import { useDepartments } from '../api/questions.ts';
import { useTell } from '../api/use-write.ts';
import { useSay, useSayBare, useWords } from '../messages/words.ts';
import { DayField } from '../parts/day-field.tsx';
import { FoldSign } from '../parts/noun-icon.tsx';
import { Picker } from '../parts/picker.tsx';
import { SignedForm, useSignedForm } from '../record/form/signed-form.tsx';
import { FormField } from '../record/form-field.tsx';
import { useDistrictFrame, useSaid } from '../scope/district-context.ts';
import { draftOf, isAnother, type MatterFields, matterFaults, revisionOf, withTyped } from './matter-draft.ts';

/**
 * Puts a record under supervision, or corrects a matter that is there: what is asked, of whom, by when, on whose instruction, who co-operates.
 * One deed.
 */
export function MatterForm({
  subject,
  lead = null,
  held = null,
  onDone,
}: {
  readonly subject: Pick<Thing, 'kind' | 'id'>;
  /** The department that answers for the record, offered first. */
  readonly lead?: string | null;
  readonly held?: MatterDetail | null;
  readonly onDone: () => void;
}) {
  const word = useWords();
  const say = useSay();
  const sayBare = useSayBare();
  const said = useSaid();
  const form = useSignedForm(onDone);
  const departments = useDepartments().data ?? [];
  const register = useTell('register-matter');
  const edits = useEdits();
  const [fields, setFields] = useState<MatterFields>(() => draftOf(held, lead, sayBare));
  const set = (change: Partial<MatterFields>): void => setFields(withTyped(held, fields, change, sayBare));
  const { asked, dueOn, instruction, source, beside } = fields;
  const { today } = useDistrictFrame().district;
  const heading = word(held ? 'matter.correct' : 'action.register-matter');
  const send = (): void => {
    if (held) {
      const sent: readonly Edit[] = revisionOf(held, fields, sayBare, said);
      const found = sent.length === 0 ? [{ field: 'asked', word: 'matter.fault.same' } as const] : matterFaults(fields);
      form.send(edits, found, ({ who, keyOf }) => ({ edits: sent, who, reason: '', key: keyOf(sent) }));
      return;
    }
    form.send(register, matterFaults(fields), ({ who, keyOf }) => {
      const body = { who, subjectKind: subject.kind, subjectId: subject.id, ...bodyOf(fields, said) };
      return { body, key: keyOf(body) };
    });
  };
  return (
    <SignedForm
      form={form}
      heading={heading}
      error={held ? edits.error : register.error}
      save={held ? word('form.save') : heading}
      isBusy={register.isPending || edits.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <FormField id={form.idOf('asked')} label={word('matter.asked')} fault={form.faultOf('asked')}>
        <input value={asked} maxLength={500} autoComplete="off" onChange={(event) => set({ asked: event.target.value })} />
      </FormField>
      {held?.ask ? null : (
        <FormField id={form.idOf('lead')} label={word('record.lead')} fault={form.faultOf('lead')}>
          <Picker
            kinds={['department']}
            value={fields.lead === '' ? null : { kind: 'department', id: fields.lead }}
            onPick={(picked) => set({ lead: picked?.id ?? '' })}
          />
        </FormField>
      )}
      <FormField
        id={form.idOf('dueOn')}
        label={word('due.name')}
        fault={form.faultOf('dueOn')}
        hint={dueOn !== '' && dueOn < today ? word('matter.pastDue') : undefined}
      >
        <DayField value={dueOn} onDay={(day) => set({ dueOn: day })} onEmpty={() => set({ dueOn: '' })} aria-label={word('due.name')} />
      </FormField>
      <details className="form-more" open={held !== null && isAnother(held, fields, sayBare) ? true : undefined}>
        <summary>
          <FoldSign />
          {word('matter.more')}
        </summary>
        <FormField id={form.idOf('instruction')} label={word('matter.instruction')} fault={null}>
          <input value={instruction} maxLength={500} autoComplete="off" onChange={(event) => set({ instruction: event.target.value })} />
        </FormField>
        <FormField id={form.idOf('source')} label={word('figures.source')} fault={null}>
          <Picker
            kinds={['source']}
            value={source === '' ? null : { kind: 'source', id: source }}
            onPick={(picked) => set({ source: picked?.id ?? '' })}
          />
        </FormField>
        <fieldset className="form-field matter-departments">
          <legend>{word('matter.departments')}</legend>
          {departments
            .filter(({ id }) => id !== fields.lead)
            .map(({ id, name }) => (
              <label key={id} className="tick">
                <input
                  type="checkbox"
                  checked={beside.includes(id)}
                  onChange={({ target }) => set({ beside: target.checked ? [...beside, id] : beside.filter((each) => each !== id) })}
                />
                <span>{say(name)}</span>
              </label>
            ))}
        </fieldset>
      </details>
    </SignedForm>
  );
}

function bodyOf({ asked, instruction, source, lead, beside, dueOn }: MatterFields, said: (text: string) => Bilingual) {
  return {
    asked: said(asked),
    instruction: said(instruction),
    source: source || null,
    lead,
    departments: beside.filter((each) => each !== lead),
    dueOn,
  };
}
