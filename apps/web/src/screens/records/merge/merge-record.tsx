import { getRouteApi } from '@tanstack/react-router';
import type { RecordRow } from '@westgate/contract';
import type { MadeKind } from '@westgate/domain';
import { useId, useState } from 'react';
import { useMerge, useRow } from '../../../api/edits.ts';
import { formKind } from '../../../api/form-kinds.ts';
import { useWords } from '../../../messages/words.ts';
import { MissingPage } from '../../../parts/error-state.tsx';
import { type Picked, Picker } from '../../../parts/picker.tsx';
import { useOpenRecord } from '../../../parts/thing-link.tsx';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useIsReviewed } from '../../../record/reviewed.ts';
import { RowFrame } from '../record-frame.tsx';
import { MergeTable, useNameAmong } from './merge-table.tsx';

const route = getRouteApi('/merge/$noun/$id');

/** Two records of one thing, side by side, before they are drawn into one. */
export function MergeRecord() {
  const { noun, id } = route.useParams();
  const kind = formKind(noun);
  if (!kind || kind === 'sentence') return <MissingPage />;
  return (
    <RowFrame key={`${kind}:${id}`} kind={kind} id={id} title="merge.title">
      {(row) => <MergeOf kind={kind} row={row} />}
    </RowFrame>
  );
}

function MergeOf({ kind, row }: { readonly kind: MadeKind; readonly row: RecordRow }) {
  const word = useWords();
  const [other, setOther] = useState<Picked | null>(null);
  const second = useRow(kind, other?.id ?? '', other !== null).data;
  const isSelf = other?.id === row.key;
  return (
    <div className="record-form">
      <FormField id={`${useId()}-other`} fault={isSelf ? 'merge.self' : null} label={word('merge.other')} hint={word('merge.otherHint')}>
        <Picker kinds={[kind]} value={other} onPick={setOther} />
      </FormField>
      {second && other && !isSelf && second.key === other.id ? <MergeForm key={other.id} kind={kind} first={row} second={second} /> : null}
    </div>
  );
}

function MergeForm({ kind, first, second }: { readonly kind: MadeKind; readonly first: RecordRow; readonly second: RecordRow }) {
  const word = useWords();
  const open = useOpenRecord();
  const [keepsSecond, keepSecond] = useState(false);
  const [stays, goes] = keepsSecond ? [second, first] : [first, second];
  const nameOf = useNameAmong([first, second]);
  const isReviewed = useIsReviewed(kind, goes);
  const form = useSignedForm(() => open(kind, stays.key));
  const merge = useMerge();
  const send = (): void =>
    form.send(merge, [], ({ who, reason, keyOf }) => {
      const request = { kind, id: goes.key, rev: goes.rev, into: stays.key, who, reason };
      return { ...request, key: keyOf(request) };
    });
  return (
    <SignedForm
      form={form}
      label={word('form.fields')}
      className="merge-form wide-field"
      error={merge.error}
      asksReason
      isHeld={isReviewed !== false}
      save={word('merge.act')}
      leave="record.leave"
      isBusy={merge.isPending}
      onSend={send}
      onLeave={() => open(kind, first.key)}
    >
      <MergeTable kind={kind} records={[first, second]} stays={stays.key} onStays={(key) => keepSecond(key === second.key)} />
      <p className="note">
        {isReviewed === true
          ? word('merge.review', { goes: nameOf(goes) })
          : word('merge.moves', {
              count: goes.resting.reduce((sum, { count }) => sum + count, 0),
              goes: nameOf(goes),
              stays: nameOf(stays),
            })}
      </p>
    </SignedForm>
  );
}
