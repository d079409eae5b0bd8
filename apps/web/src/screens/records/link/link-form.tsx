import { useState } from 'react';
import { type LinkEnds, useEdits } from '../../../api/edits.ts';
import type { FormKind } from '../../../api/form-kinds.ts';
import { useWords } from '../../../messages/words.ts';
import { type Picked, Picker } from '../../../parts/picker.tsx';
import { Select } from '../../../parts/select.tsx';
import { useOpenRecord } from '../../../parts/thing-link.tsx';
import type { FormFault } from '../../../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import { type LinkChoice, linkChoices } from './relations.ts';
import { useSayLink } from './tie-list.tsx';

/** A link to be made: how the record bears on the other, and which that is. */
export function LinkForm({ kind, id }: { readonly kind: FormKind; readonly id: string }) {
  const word = useWords();
  const sayLink = useSayLink();
  const language = useLanguage();
  const open = useOpenRecord();
  const { district } = useDistrictFrame();
  const choices = linkChoices(kind);
  const [chosen, choose] = useState<LinkChoice | null>(choices.length === 1 ? (choices[0] ?? null) : null);
  const [other, setOther] = useState<Picked | null>(null);
  const [note, setNote] = useState('');
  const form = useSignedForm(() => {
    setOther(null);
    setNote('');
  });
  const make = useEdits();
  const end = chosen?.other === 'district' ? { kind: 'district', id: district.id } : other;
  const send = (): void => {
    const found: FormFault[] = [];
    if (!chosen) found.push({ field: 'relation', word: 'link.fault.relation' });
    if (!end) found.push({ field: 'other', word: 'link.fault.other' });
    form.send(make, found, ({ who, keyOf }) => {
      const ends = chosen && end ? endsOf(chosen, { kind, id }, end) : {};
      const fields = { ...ends, [`note_${language}`]: note.trim() || null };
      const request = { edits: [{ action: 'create' as const, table: 'link' as const, fields }], who, reason: '' };
      return { ...request, key: keyOf(request) };
    });
  };
  return (
    <SignedForm
      form={form}
      label={word('link.new')}
      error={make.error}
      save={word('link.act')}
      leave="form.back"
      isBusy={make.isPending}
      onSend={send}
      onLeave={() => open(kind, id)}
    >
      <FormField id={form.idOf('relation')} fault={form.faultOf('relation')} label={word('link.relation')}>
        <Select
          value={chosen?.key}
          options={choices.map((choice) => [choice.key, sayLink(choice)])}
          none={word('record.choose')}
          onChoose={(id) => {
            const next = choices.find(({ key }) => key === id) ?? null;
            if (next?.other !== chosen?.other) setOther(null);
            choose(next);
          }}
        />
      </FormField>
      {chosen && chosen.other !== 'district' ? (
        <FormField id={form.idOf('other')} fault={form.faultOf('other')} label={word(`noun.${chosen.other}`)}>
          <Picker kinds={[chosen.other]} value={other} onPick={setOther} />
        </FormField>
      ) : null}
      <FormField id={form.idOf('note')} fault={null} label={word('record.note')}>
        <input value={note} maxLength={2000} autoComplete="off" onChange={(event) => setNote(event.target.value)} />
      </FormField>
    </SignedForm>
  );
}

interface End {
  readonly kind: string;
  readonly id: string;
}

function endsOf({ relation, isOnward }: LinkChoice, own: End, other: End): LinkEnds {
  const [from, to] = isOnward ? [own, other] : [other, own];
  return { from_kind: from.kind, from_id: from.id, relation, to_kind: to.kind, to_id: to.id };
}
