import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useEdits } from '../../api/edits.ts';
import { useDeedDesk } from '../../frame/deed-notice.ts';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { useWords } from '../../messages/words.ts';
import { Form } from '../../parts/form.tsx';
import { letGo } from '../../parts/let-go.ts';
import { useOpenRecord } from '../../parts/record-link.tsx';
import { useWho } from '../../parts/use-who.ts';
import { FaultSummary } from '../fault-summary.tsx';
import { FormField } from '../form-field.tsx';
import { useKeyOf } from '../use-key-of.ts';
import { ByFields, whoFaults } from './by-fields.tsx';
import { useFieldWord } from './field-words.ts';
import type { FormKind } from './form-kinds.ts';
import { layoutOf } from './form-layout.ts';
import { type FormFault, faultsOf } from './form-values.ts';
import { MoreFields } from './more-fields.tsx';
import { creationEdits, openedForm } from './new-record.ts';
import { unitFaults } from './new-unit.ts';
import { Picker } from './picker.tsx';
import { RecordFields } from './record-fields.tsx';
import { serverFaults } from './server-faults.ts';
import { useNounWord } from './use-nouns.ts';

/** The form of a new record. It and its links become one deed. */
export function NewForm({
  kind,
  origin,
}: {
  readonly kind: FormKind;
  readonly origin: { readonly kind: string; readonly id: string } | null;
}) {
  const word = useWords();
  const nounWord = useNounWord();
  const fieldWord = useFieldWord(kind);
  const prefix = useId();
  const navigate = useNavigate();
  const open = useOpenRecord();
  const { district } = useDistrictFrame();
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [{ values, ties }, setForm] = useState(() => openedForm(kind, origin));
  const [own, setOwn] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  const make = useEdits();
  const layout = layoutOf(kind, true);
  const told = serverFaults(make.error, Object.keys(values));
  const faults = [...own, ...told];
  const idOf = (field: string): string => `${prefix}-${field}`;
  const set = (column: string, value: (typeof values)[string]): void =>
    setForm((before) => ({ ...before, values: { ...before.values, [column]: value } }));
  const state = { kind, values, faults, idOf, set };

  const send = (): void => {
    const found = [...faultsOf(kind, values, true), ...unitFaults(values, district), ...whoFaults(who)];
    setTries(tries + 1);
    setOwn(found);
    make.reset();
    if (found.length > 0) return;
    const { edits, at } = creationEdits(kind, values, ties, district);
    const request = { edits, who: who.trim(), reason: '' };
    make.mutate(
      { ...request, key: keyOf(request) },
      {
        onSuccess: ({ seq, records }) => {
          tell(seq);
          open(kind, records[at]?.key ?? '');
        },
      },
    );
  };

  return (
    <Form className="record-form" aria-label={word('form.new', { noun: nounWord(kind) })} onSend={send}>
      <FaultSummary
        key={`${tries} ${told.length}`}
        faults={faults}
        error={told.length > 0 ? null : make.error}
        idOf={idOf}
        nameOf={fieldWord}
      />
      <RecordFields entries={layout.first} {...state} />
      {ties.map(({ tie, picked }, index) => (
        <FormField key={tie.relation} id={idOf(tie.relation)} fault={null} label={word(`form.tie.${tie.relation}`)}>
          <Picker
            kinds={tie.kinds}
            value={tie.kinds.flatMap((each) => (each === picked?.kind ? [{ kind: each, id: picked.id }] : []))[0] ?? null}
            onPick={(next) =>
              setForm((before) => ({ ...before, ties: before.ties.map((each, at) => (at === index ? { tie, picked: next } : each)) }))
            }
          />
        </FormField>
      ))}
      <MoreFields entries={layout.more} {...state} />
      <ByFields idOf={idOf} faults={faults} who={who} onWho={setWho} />
      <p className="row">
        <button type="submit" className="button filled" disabled={make.isPending}>
          {word('form.make', { noun: nounWord(kind) })}
        </button>
        <button type="button" className="button plain" onClick={() => letGo(() => navigate({ to: '/register', search: { noun: kind } }))}>
          {word('form.leave')}
        </button>
      </p>
    </Form>
  );
}
