import { useId, useState } from 'react';
import { type LinkEnds, useEdits } from '../../../api/edits.ts';
import { useDeedDesk } from '../../../frame/deed-notice.ts';
import { useDistrictFrame } from '../../../frame/district-context.ts';
import { useLanguage } from '../../../frame/use-view.ts';
import { useWords } from '../../../messages/words.ts';
import { Form } from '../../../parts/form.tsx';
import { useOpenRecord } from '../../../parts/record-link.tsx';
import { FaultSummary } from '../../../record/fault-summary.tsx';
import { ByFields, whoFaults } from '../../../record/form/by-fields.tsx';
import type { FormKind } from '../../../record/form/form-kinds.ts';
import type { FormFault } from '../../../record/form/form-values.ts';
import { type Picked, Picker } from '../../../record/form/picker.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { type LinkChoice, linkChoices } from './relations.ts';
import { useSayLink } from './use-say-link.ts';

/** A link to be made: how the record bears on the other, and which that is. */
export function LinkForm({
  kind,
  id,
  who,
  onWho,
}: {
  readonly kind: FormKind;
  readonly id: string;
  readonly who: string;
  readonly onWho: (who: string) => void;
}) {
  const word = useWords();
  const sayLink = useSayLink();
  const language = useLanguage();
  const prefix = useId();
  const open = useOpenRecord();
  const { tell } = useDeedDesk();
  const { district } = useDistrictFrame();
  const choices = linkChoices(kind);
  const [chosen, choose] = useState<LinkChoice | null>(choices.length === 1 ? (choices[0] ?? null) : null);
  const [other, setOther] = useState<Picked | null>(null);
  const [note, setNote] = useState('');
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  const make = useEdits();
  const idOf = (field: string): string => `${prefix}-${field}`;
  const end = chosen?.other === 'district' ? { kind: 'district', id: district.id } : other;

  const send = (): void => {
    const found: FormFault[] = [...whoFaults(who)];
    if (!end) found.unshift({ field: 'other', word: 'link.fault.other' });
    if (!chosen) found.unshift({ field: 'relation', word: 'link.fault.relation' });
    setTries(tries + 1);
    setFaults(found);
    make.reset();
    if (found.length > 0 || !chosen || !end) return;
    const fields = { ...endsOf(chosen, { kind, id }, end), [`note_${language}`]: note.trim() || null };
    const request = { edits: [{ action: 'create' as const, table: 'link' as const, fields }], who: who.trim(), reason: '' };
    make.mutate(
      { ...request, key: keyOf(request) },
      {
        onSuccess: ({ seq }) => {
          tell(seq);
          setOther(null);
          setNote('');
        },
      },
    );
  };

  const wordOf = (field: string) => faults.find((fault) => fault.field === field)?.word ?? null;
  return (
    <Form className="record-form" aria-label={word('link.new')} onSend={send}>
      <FaultSummary key={tries} faults={faults} error={make.error} idOf={idOf} />
      <FormField id={idOf('relation')} fault={wordOf('relation')} label={word('link.relation')}>
        <select
          value={chosen?.key ?? ''}
          onChange={(event) => {
            const next = choices.find(({ key }) => key === event.target.value) ?? null;
            if (next?.other !== chosen?.other) setOther(null);
            choose(next);
          }}
        >
          <option value="">{word('record.choose')}</option>
          {choices.map((choice) => (
            <option key={choice.key} value={choice.key}>
              {sayLink(choice)}
            </option>
          ))}
        </select>
      </FormField>
      {chosen && chosen.other !== 'district' ? (
        <FormField id={idOf('other')} fault={wordOf('other')} label={word(`noun.${chosen.other}`)}>
          <Picker kinds={[chosen.other]} value={other} onPick={setOther} />
        </FormField>
      ) : null}
      <FormField id={idOf('note')} fault={null} label={word('record.note')}>
        <input value={note} maxLength={2000} autoComplete="off" onChange={(event) => setNote(event.target.value)} />
      </FormField>
      <ByFields idOf={idOf} faults={faults} who={who} onWho={onWho} />
      <p className="row">
        <button type="submit" className="button filled" disabled={make.isPending}>
          {word('link.act')}
        </button>
        <button type="button" className="button plain" onClick={() => open(kind, id)}>
          {word('form.back')}
        </button>
      </p>
    </Form>
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
