import type { ActionSent } from '@westgate/domain';
import { useState } from 'react';
import { useTellAndSee } from '../api/use-write.ts';
import { useWords } from '../messages/words.ts';
import { useFieldWord } from '../record/form/field-words.ts';
import type { FormFault } from '../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../record/form/signed-form.tsx';
import { FormField } from '../record/form-field.tsx';
import { useIsOpen, useSignedIn } from '../scope/signed-in.ts';
import { useLanguage, useView } from '../scope/use-view.ts';
import { keptQuery } from './view-query.ts';

/** Keeps what is shown under a name: for oneself, one's department, or all. Without accounts it is everyone's. */
export function SaveViewForm({ screen, onDone }: { readonly screen: ActionSent<'save-view'>['screen']; readonly onDone: () => void }) {
  const word = useWords();
  const fieldWord = useFieldWord('save-view');
  const language = useLanguage();
  const shown = useView();
  const isOpen = useIsOpen();
  const person = useSignedIn();
  const form = useSignedForm(onDone);
  const save = useTellAndSee('save-view');
  const [name, setName] = useState('');
  const [sharedWith, setShared] = useState<ActionSent<'save-view'>['sharedWith']>(isOpen ? 'all' : 'me');
  const choices = (['me', 'department', 'all'] as const).filter((each) => each !== 'department' || person?.department);
  const send = (): void => {
    const found: readonly FormFault[] = name.trim() === '' ? [{ field: 'name', word: 'form.fault.name' }] : [];
    form.send(save, found, ({ who, keyOf }) => {
      const draft = { who, name: { zh: null, en: null, [language]: name.trim() }, screen, query: keptQuery(shown), sharedWith };
      return { body: draft, key: keyOf(draft) };
    });
  };
  return (
    <SignedForm
      form={form}
      label={word('action.save-view')}
      error={save.error}
      save={word('form.save')}
      isBusy={save.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <FormField id={form.idOf('name')} label={fieldWord('name')} fault={form.faultOf('name')}>
        <input value={name} maxLength={100} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </FormField>
      {isOpen ? null : (
        <FormField id={form.idOf('shared')} label={fieldWord('shared_with')} hint={word('views.hint')} fault={null}>
          <select value={sharedWith} onChange={({ target: { value } }) => setShared(choices.find((each) => each === value) ?? 'me')}>
            {choices.map((each) => (
              <option key={each} value={each}>
                {word(`views.shared.${each}`)}
              </option>
            ))}
          </select>
        </FormField>
      )}
    </SignedForm>
  );
}
