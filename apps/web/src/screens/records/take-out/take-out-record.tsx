import { getRouteApi } from '@tanstack/react-router';
import { inLanguage } from '@westgate/base';
import type { RecordRow } from '@westgate/contract';
import { type MadeKind, policy } from '@westgate/domain';
import { useId, useState } from 'react';
import { useRow, useTakeOut } from '../../../api/edits.ts';
import { usePendingChanges } from '../../../api/review.ts';
import { useDeedDesk } from '../../../frame/deed-notice.ts';
import { MissingPage } from '../../../frame/missing-page.tsx';
import { useLanguage } from '../../../frame/use-view.ts';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Form } from '../../../parts/form.tsx';
import { useOpenRecord } from '../../../parts/record-link.tsx';
import { useWho } from '../../../parts/use-who.ts';
import { useSignedIn } from '../../../people/signed-in.ts';
import { FaultSummary } from '../../../record/fault-summary.tsx';
import { ByFields, whoFaults } from '../../../record/form/by-fields.tsx';
import { formKind } from '../../../record/form/form-kinds.ts';
import type { FormFault } from '../../../record/form/form-values.ts';
import { nameOfRow } from '../../../record/form/picker.tsx';
import { useNounWord } from '../../../record/form/use-nouns.ts';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { RecordFrame } from '../record-frame.tsx';
import { RestingList } from '../resting-list.tsx';

const route = getRouteApi('/take-out/$noun/$id');

/** What goes with a record and what holds it, before it is taken out. */
export function TakeOutRecord() {
  const { noun, id } = route.useParams();
  const kind = formKind(noun);
  return kind && kind !== 'sentence' ? <TakeOutOf key={`${kind}:${id}`} kind={kind} id={id} /> : <MissingPage />;
}

function TakeOutOf({ kind, id }: { readonly kind: MadeKind; readonly id: string }) {
  const word = useWords();
  const language = useLanguage();
  const nounWord = useNounWord();
  return (
    <Await query={useRow(kind, id)}>
      {(row) => (
        <RecordFrame
          kind={kind}
          id={id}
          title={word('takeOut.title', { noun: nounWord(kind) })}
          name={inLanguage(nameOfRow(row.fields), language) ?? id}
        >
          <TakeOutForm kind={kind} row={row} />
        </RecordFrame>
      )}
    </Await>
  );
}

/** Whether a value of the record waits for approval where it is changed, so that whoever sits here may not take the record out. */
function useIsReviewed(kind: MadeKind, row: RecordRow): boolean {
  const person = useSignedIn();
  const isBound = person !== null && !policy.reachesAll(person, 'edit');
  const isKind = kind === 'commitment' || kind === 'project';
  const { rules = [] } = usePendingChanges({ of: `${kind}:${row.key}`, state: 'all' }, isKind && isBound).data ?? {};
  return isBound && rules.some((rule) => rule.kind === kind && (row.fields[rule.field] ?? null) !== null);
}

function TakeOutForm({ kind, row }: { readonly kind: MadeKind; readonly row: RecordRow }) {
  const word = useWords();
  const prefix = useId();
  const open = useOpenRecord();
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  const takeOut = useTakeOut();
  const idOf = (field: string): string => `${prefix}-${field}`;
  const isReviewed = useIsReviewed(kind, row);
  const isHeld = isReviewed || row.resting.some(({ goes }) => goes === 'holds-it');
  const send = (): void => {
    const found = whoFaults(who);
    setTries(tries + 1);
    setFaults(found);
    if (found.length > 0) return;
    const request = { kind, id: row.key, rev: row.rev, who: who.trim(), reason: reason.trim() };
    takeOut.mutate(
      { ...request, key: keyOf(request) },
      {
        onSuccess: ({ seq }) => {
          tell(seq);
          open(kind, row.key);
        },
      },
    );
  };
  return (
    <Form className="record-form" aria-label={word('form.fields')} onSend={send}>
      <FaultSummary key={tries} faults={faults} error={takeOut.error} idOf={idOf} />
      <RestingList row={row} />
      {isReviewed ? <p className="note">{word('takeOut.review')}</p> : null}
      {isHeld ? null : <ByFields idOf={idOf} faults={faults} who={who} onWho={setWho} reason={reason} onReason={setReason} />}
      <p className="row">
        {isHeld ? null : (
          <button type="submit" className="button filled" disabled={takeOut.isPending}>
            {word('takeOut.act')}
          </button>
        )}
        <button type="button" className="button plain" onClick={() => open(kind, row.key)}>
          {word('record.leave')}
        </button>
      </p>
    </Form>
  );
}
