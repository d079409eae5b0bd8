import { useState } from 'react';
import { useTell } from '../../api/use-write.ts';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { SignedForm, useSignedForm } from '../../record/form/signed-form.tsx';
import { FormField } from '../../record/form-field.tsx';

/** What is done; keeping the pass of a gate has no day, all else is of today. */
type Move =
  | { readonly move: 'keep-gate'; readonly gate: string }
  | { readonly move: 'refuse-admission' | 'freeze-dates'; readonly gate?: never };

/** A deed on a project that asks for nothing but its reason. */
export function ReasonForm({
  project,
  move,
  gate = '',
  heading,
  why,
  hint,
  onDone,
}: {
  readonly project: string;
  readonly heading: string;
  /** What the reason is asked as. */
  readonly why: string;
  readonly hint?: string;
  readonly onDone: () => void;
} & Move) {
  const { district } = useDistrictFrame();
  const form = useSignedForm(onDone);
  const mover = useTell(move);
  const [reason, setReason] = useState('');
  const send = (): void => {
    const found = reason.trim() === '' ? [{ field: 'reason', word: 'gates.fault.reason' } as const] : [];
    form.send(mover, found, ({ who, keyOf }) => {
      const body = { who, reason: reason.trim(), ...(move === 'keep-gate' ? {} : { on: district.today }) };
      return { params: { id: project, gate }, body, key: keyOf(body) };
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
