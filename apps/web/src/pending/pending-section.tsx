import type { PendingChange } from '@westgate/contract';
import { variantOf, type vocabulary } from '@westgate/domain';
import { useState } from 'react';
import { isSamePerson } from '../api/client.ts';
import { usePendingChanges } from '../api/questions.ts';
import { useTell } from '../api/use-write.ts';
import { useSay, useWords } from '../messages/words.ts';
import { AsWritten } from '../parts/as-written.tsx';
import { Button } from '../parts/button.tsx';
import { DayText } from '../parts/day-text.tsx';
import { sayWho } from '../parts/say-deed.ts';
import { Select } from '../parts/select.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { ActionButton, ActionPress } from '../record/form/action-button.tsx';
import { ActionForm } from '../record/form/action-form.tsx';
import { ColumnValue } from '../record/form/column-value.tsx';
import { useEmptyWord, useFieldWord } from '../record/form/field-words.ts';
import { SignedForm, useSignedForm } from '../record/form/signed-form.tsx';
import { useSayColumn } from '../record/form/use-say-value.ts';
import { FormField } from '../record/form-field.tsx';
import { useSaid, useShownDay } from '../scope/district-context.ts';
import { useMayAct } from '../scope/may-change.ts';
import { useAsOf, useSetView, useView } from '../scope/use-view.ts';

const REFUSED = { decision: 'refused' } as const;

/**
 * On the page of a record: changes that wait for the programme office, those decided, and a new proposal; of a past day as they stood then, to be read
 * alone. Nothing where nothing is under review.
 */
export function PendingSection({ subject }: { readonly subject: { readonly kind: vocabulary.ReviewedKind; readonly id: string } }) {
  const word = useWords();
  const setView = useSetView();
  const { edit } = useView();
  const { isToday } = useShownDay();
  const mayPropose = useMayAct()('propose-change') && isToday;
  const asked = { of: `${subject.kind}:${subject.id}`, state: 'all', ...useAsOf() };
  const { items = [], rules = [] } = usePendingChanges(asked).data ?? {};
  const waiting = items.filter(({ decision }) => decision === null);
  const decided = items.filter(({ decision }) => decision !== null).reverse();
  const reviewed = rules.filter(({ kind }) => kind === subject.kind).map(({ field }) => field);
  const open = reviewed.filter((column) => waiting.every(({ field }) => field !== column));
  const close = (): void => setView({ edit: undefined }, { replace: true });
  if (reviewed.length === 0 && items.length === 0) return null;
  return (
    <section className="section" aria-labelledby="pending">
      <h2 id="pending">
        {word('pending.title')} <small>{waiting.length === 0 ? word('pending.none') : waiting.length}</small>
      </h2>
      {isToday || waiting.length === 0 ? null : <p className="small soft">{word('pending.ofDay')}</p>}
      <ul className="pending-list">
        {waiting.map((change) => (
          <PendingItem key={change.id} change={change} />
        ))}
      </ul>
      {edit === 'propose-change' && mayPropose && open.length > 0 ? (
        <ProposalForm subject={subject} columns={open} onDone={close} />
      ) : mayPropose && open.length > 0 ? (
        <p className="part-start">
          <ActionButton name="propose-change" className="button" />
        </p>
      ) : null}
      {decided.length === 0 ? null : (
        <details>
          <summary>{word('pending.decided', { count: decided.length })}</summary>
          <ul className="pending-list">
            {decided.map((change) => (
              <PendingItem key={change.id} change={change} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** A change that waits, or what was decided of it: the approved value against the proposed one, who proposed it and why. */
export function PendingItem({ change, isNamed = false }: { readonly change: PendingChange; readonly isNamed?: boolean }) {
  const word = useWords();
  const say = useSay();
  const { subject, field, approved, proposed, words, proposedOn, stamp, decision, decidedOn, decisionWords, isCurrent } = change;
  const kind: vocabulary.ReviewedKind = subject.kind === 'project' ? 'project' : 'commitment';
  const { isToday } = useShownDay();
  const fieldWord = useFieldWord(kind);
  const sayColumn = useSayColumn(kind);
  const emptyWord = useEmptyWord(kind);
  return (
    <li className="pending-item" data-pending={change.id}>
      {isNamed ? <ThingLink thing={subject} /> : null}
      <p>
        <span className="soft">{fieldWord(field)}</span> <del>{approved === null ? emptyWord(field) : sayColumn(field, approved)}</del> →{' '}
        <ins>{proposed === null ? emptyWord(field) : sayColumn(field, proposed)}</ins>
      </p>
      <p className="small soft">
        {stamp ? sayWho(word, stamp.who) : null} <DayText on={proposedOn} /> {say(words) ? <AsWritten text={say(words)} /> : null}
      </p>
      {decision && decidedOn ? (
        <p className="small">
          <b>{word(`pending.${decision}`)}</b> <DayText on={decidedOn} />{' '}
          {say(decisionWords) ? <AsWritten text={say(decisionWords)} /> : null}
        </p>
      ) : isToday ? (
        <>
          {isCurrent ? null : <p className="small warn">△ {word('pending.changedSince')}</p>}
          <DecideActs change={change} />
        </>
      ) : null}
    </li>
  );
}

/** Accepts a change that waits in one press, or refuses it with a reason; for those who may change every record. */
function DecideActs({ change }: { readonly change: PendingChange }) {
  const word = useWords();
  const say = useSay();
  const mayAct = useMayAct();
  const [isRefusing, refuse] = useState(false);
  const params = { id: change.id };
  if (!mayAct('decide-change')) return <p className="small soft">{word('pending.waits')}</p>;
  if (isRefusing)
    return (
      <ActionForm
        name="decide-change"
        params={params}
        given={REFUSED}
        level={null}
        refusalOf={(error) =>
          isSamePerson(error) ? (
            <p role="alert" className="breach">
              {word('pending.samePerson')}
            </p>
          ) : undefined
        }
        onDone={() => refuse(false)}
      />
    );
  return (
    <p className="row">
      <ActionPress
        name="decide-change"
        params={params}
        given={{ decision: 'accepted' }}
        of={say(change.subject.name)}
        className="button"
        refusalOf={(error) => (isSamePerson(error) ? word('pending.samePerson') : null)}
      />
      <Button look="plain" name={say(variantOf('decide-change', REFUSED)?.label ?? { zh: null, en: null })} onClick={() => refuse(true)} />
    </p>
  );
}

/** Proposes another value for a column under review: which, what it is to be, why. One deed; the record keeps its own until it is accepted. */
function ProposalForm({
  subject,
  columns,
  onDone,
}: {
  readonly subject: { readonly kind: vocabulary.ReviewedKind; readonly id: string };
  /** Those that may be proposed: under review, and none waits. */
  readonly columns: readonly string[];
  readonly onDone: () => void;
}) {
  const word = useWords();
  const said = useSaid();
  const fieldWord = useFieldWord(subject.kind);
  const askedWord = useFieldWord('propose-change');
  const propose = useTell('propose-change');
  const form = useSignedForm(onDone);
  const [column, setColumn] = useState(columns[0] ?? '');
  const [value, setValue] = useState('');
  const [words, setWords] = useState('');
  const send = (): void =>
    form.send(propose, [], ({ who, keyOf }) => {
      const proposed = value.trim() === '' ? null : value.trim();
      const body = { who, subjectKind: subject.kind, subjectId: subject.id, field: column, proposed, words: said(words) };
      return { body, key: keyOf({ ...body, tries: form.tries }) };
    });
  return (
    <SignedForm
      form={form}
      heading={word('action.propose-change')}
      error={propose.error}
      save={word('pending.send')}
      isBusy={propose.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <FormField id={form.idOf('field')} label={word('bulk.column')} fault={null}>
        <Select
          value={column}
          options={columns.map((each) => [each, fieldWord(each)])}
          onChoose={(id) => {
            setColumn(id);
            setValue('');
          }}
        />
      </FormField>
      <FormField id={form.idOf('proposed')} label={askedWord('proposed')} fault={null}>
        <ColumnValue key={column} kind={subject.kind} column={column} value={value} onValue={setValue} label={askedWord('proposed')} />
      </FormField>
      <FormField id={form.idOf('words')} label={askedWord('words')} fault={null}>
        <input value={words} maxLength={500} autoComplete="off" onChange={(event) => setWords(event.target.value)} />
      </FormField>
    </SignedForm>
  );
}
