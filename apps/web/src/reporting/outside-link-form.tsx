import { addDays, dayOf } from '@westgate/base';
import type { Thing } from '@westgate/contract';
import { useState } from 'react';
import { useTellAndSee } from '../api/use-write.ts';
import { useWords } from '../messages/words.ts';
import { DayField } from '../parts/day-field.tsx';
import type { FormFault } from '../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../record/form/signed-form.tsx';
import { FormField } from '../record/form-field.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { useSaid } from '../scope/use-said.ts';

/** Days a new link can be used, where nobody says otherwise. */
const USUAL_DAYS = 30;

/** Makes a link by which a body outside the district reports on one record. */
export function OutsideLinkForm({
  thing,
  onLink,
  onLeave,
}: {
  readonly thing: Thing;
  /** `link`: null where it was told before. */
  readonly onLink: (made: { readonly name: string; readonly link: string | null }) => void;
  readonly onLeave: () => void;
}) {
  const word = useWords();
  const said = useSaid();
  const { district } = useDistrictFrame();
  const form = useSignedForm(() => undefined);
  const make = useTellAndSee('make-outside-link');
  const [body, setBody] = useState('');
  const [expiresOn, setExpires] = useState<string>(addDays(dayOf(district.today), USUAL_DAYS));
  const { idOf, faultOf } = form;
  const send = (): void => {
    const name = body.trim();
    const faults: FormFault[] = [];
    if (name === '') faults.push({ field: 'body', word: 'outside.fault.body' });
    if (expiresOn === '') faults.push({ field: 'expiresOn', word: 'outside.fault.day' });
    form.send(
      make,
      faults,
      ({ who, keyOf }) => {
        const ask = { subjectKind: thing.kind, subjectId: thing.id, body: said(body), expiresOn, who };
        return { body: ask, key: keyOf(ask) };
      },
      ({ link }) => onLink({ name, link }),
    );
  };
  return (
    <SignedForm
      form={form}
      label={word('outside.make')}
      error={make.error}
      save={word('outside.makeAct')}
      isBusy={make.isPending}
      onSend={send}
      onLeave={onLeave}
    >
      <FormField id={idOf('body')} fault={faultOf('body')} label={word('outside.body')} hint={word('outside.bodyHint')}>
        <input value={body} maxLength={120} autoComplete="off" onChange={({ target }) => setBody(target.value)} />
      </FormField>
      <FormField id={idOf('expiresOn')} fault={faultOf('expiresOn')} label={word('outside.expires')}>
        <DayField value={expiresOn} onDay={setExpires} onEmpty={() => setExpires('')} />
      </FormField>
    </SignedForm>
  );
}
