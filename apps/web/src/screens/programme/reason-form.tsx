import { useState } from 'react';
import { useProjectMove } from '../../api/gates.ts';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { SignedForm, useSignedForm } from '../../record/form/signed-form.tsx';
import { FormField } from '../../record/form-field.tsx';

/** A deed on a project that asks for nothing but its reason. */
export function ReasonForm({
  project,
  move,
  isDated = true,
  heading,
  why,
  hint,
  onDone,
}: {
  readonly project: string;
  /** The end of the address that does it. */
  readonly move: 'refusal' | 'dates/freeze' | `gates/${string}/keep`;
  /** The deed has a day, which is today. */
  readonly isDated?: boolean;
  readonly heading: string;
  /** What the reason is asked as. */
  readonly why: string;
  readonly hint?: string;
  readonly onDone: () => void;
}) {
  const { district } = useDistrictFrame();
  const form = useSignedForm(onDone);
  const mover = useProjectMove(project);
  const [reason, setReason] = useState('');
  const send = (): void => {
    const found = reason.trim() === '' ? [{ field: 'reason', word: 'gates.fault.reason' } as const] : [];
    form.send(mover, found, ({ who, keyOf }) => {
      const body = { who, reason: reason.trim(), ...(isDated ? { on: district.today } : {}) };
      return { move, body, key: keyOf(body) };
    });
  };
  return (
    <SignedForm form={form} heading={heading} error={mover.error} save={heading} isBusy={mover.isPending} onSend={send} onLeave={onDone}>
      <FormField id={form.idOf('reason')} label={why} hint={hint} fault={form.faultOf('reason')}>
        <input value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
      </FormField>
    </SignedForm>
  );
}
