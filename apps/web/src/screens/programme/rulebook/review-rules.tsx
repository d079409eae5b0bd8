import type { ReviewRule } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import { useState } from 'react';
import { useEdits } from '../../../api/edits.ts';
import { usePendingChanges } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Select } from '../../../parts/select.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { WithdrawButton } from '../../../record/form/row-acts.tsx';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useSaid } from '../../../scope/district-context.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';

/** What the address says while a column is put under review. */
const OPEN = 'new:review';

/** The columns that a department changes by a proposal alone, each with its basis; one more, and one less. */
export function ReviewRules() {
  const word = useWords();
  const setView = useSetView();
  const { edit } = useView();
  const mayEdit = useMayChange('edit-all');
  const answer = usePendingChanges({ limit: 1 }).data;
  if (!answer) return null;
  return (
    <section className="section" aria-labelledby="review-rules">
      <h2 id="review-rules">{word('approvals.title')}</h2>
      <p className="small soft">{word('approvals.lead')}</p>
      {answer.rules.length === 0 ? <EmptyState>{word('approvals.none')}</EmptyState> : null}
      <ul className="lines">
        {answer.rules.map((rule) => (
          <RuleLine key={`${rule.kind} ${rule.field}`} rule={rule} />
        ))}
      </ul>
      {mayEdit && edit === OPEN ? (
        <RuleForm rules={answer.rules} columns={answer.columns} onDone={() => setView({ edit: undefined }, { replace: true })} />
      ) : mayEdit ? (
        <p className="part-start">
          <Button name={word('approvals.new')} onClick={() => setView({ edit: OPEN })} />
        </p>
      ) : null}
    </section>
  );
}

function RuleLine({ rule: { kind, field, basis, rev } }: { readonly rule: ReviewRule }) {
  const word = useWords();
  const say = useSay();
  const fieldWord = useFieldWord(kind);
  const mayEdit = useMayChange('edit-all');
  const name = `${word(`noun.${kind}`)} · ${fieldWord(field)}`;
  return (
    <li>
      <span>
        {name} <small className="soft">{say(basis)}</small>
      </span>
      {mayEdit ? <WithdrawButton edit={{ action: 'withdraw', table: 'review_rule', key: `${kind}|${field}`, rev }} name={name} /> : null}
    </li>
  );
}

function RuleForm({
  rules,
  columns,
  onDone,
}: {
  readonly rules: readonly ReviewRule[];
  readonly columns: Readonly<Partial<Record<vocabulary.ReviewedKind, readonly string[]>>>;
  readonly onDone: () => void;
}) {
  const word = useWords();
  const said = useSaid();
  const edits = useEdits();
  const form = useSignedForm(onDone);
  const [kind, setKind] = useState<vocabulary.ReviewedKind>('project');
  const [column, setColumn] = useState('');
  const [basis, setBasis] = useState('');
  const fieldWord = useFieldWord(kind);
  const free = (columns[kind] ?? []).filter((each) => rules.every((rule) => rule.kind !== kind || rule.field !== each));
  const chosen = free.includes(column) ? column : (free.find((each) => each === 'due_on') ?? free[0] ?? '');
  const send = (): void =>
    form.send(edits, [], ({ who, keyOf }) => {
      const { zh, en } = said(basis);
      const fields = { subject_kind: kind, field: chosen, basis_zh: zh, basis_en: en };
      const sent = [{ action: 'create' as const, table: 'review_rule' as const, fields }];
      return { edits: sent, who, reason: '', key: keyOf(sent) };
    });
  return (
    <SignedForm
      form={form}
      heading={word('approvals.new')}
      error={edits.error}
      save={word('form.save')}
      isBusy={edits.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <FormField id={form.idOf('subject_kind')} label={word('approvals.kind')} fault={null}>
        <Select value={kind} options={vocabulary.REVIEWED_KINDS.map((each) => [each, word(`noun.${each}`)])} onChoose={setKind} />
      </FormField>
      <FormField id={form.idOf('field')} label={word('bulk.column')} fault={null}>
        <Select value={chosen} options={free.map((each) => [each, fieldWord(each)])} onChoose={setColumn} />
      </FormField>
      <FormField id={form.idOf('basis')} label={word('approvals.basis')} fault={null}>
        <input value={basis} maxLength={500} autoComplete="off" onChange={(event) => setBasis(event.target.value)} />
      </FormField>
    </SignedForm>
  );
}
