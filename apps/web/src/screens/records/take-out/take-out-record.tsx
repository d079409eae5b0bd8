import { getRouteApi } from '@tanstack/react-router';
import type { RecordRow } from '@westgate/contract';
import type { MadeKind } from '@westgate/domain';
import { useTakeOut } from '../../../api/edits.ts';
import { formKind } from '../../../api/form-kinds.ts';
import { isWordId, useSay, useWords } from '../../../messages/words.ts';
import { MissingPage } from '../../../parts/error-state.tsx';
import { RecordLink, useOpenRecord } from '../../../parts/thing-link.tsx';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { useIsReviewed } from '../../../record/reviewed.ts';
import { RowFrame } from '../record-frame.tsx';

const route = getRouteApi('/take-out/$noun/$id');

const FATES = ['holds-it', 'with-it', 'let-go'] as const;

/** Rows shown of each table. */
const SHOWN = 5;

/** What goes with a record and what holds it, before it is taken out. */
export function TakeOutRecord() {
  const { noun, id } = route.useParams();
  const kind = formKind(noun);
  if (!kind || kind === 'sentence') return <MissingPage />;
  return (
    <RowFrame key={`${kind}:${id}`} kind={kind} id={id} title="takeOut.title">
      {(row) => <TakeOutForm kind={kind} row={row} />}
    </RowFrame>
  );
}

function TakeOutForm({ kind, row }: { readonly kind: MadeKind; readonly row: RecordRow }) {
  const word = useWords();
  const open = useOpenRecord();
  const toRecord = (): void => open(kind, row.key);
  const form = useSignedForm(toRecord);
  const takeOut = useTakeOut();
  const isReviewed = useIsReviewed(kind, row);
  const others = row.resting.filter(({ goes }) => goes === 'with-it').reduce((sum, { count }) => sum + count, 0);
  const send = (): void =>
    form.send(takeOut, [], ({ who, reason, keyOf }) => {
      const request = { kind, id: row.key, rev: row.rev, who, reason };
      return { ...request, key: keyOf(request) };
    });
  return (
    <SignedForm
      form={form}
      label={word('form.fields')}
      error={takeOut.error}
      asksReason
      isHeld={isReviewed !== false || row.resting.some(({ goes }) => goes === 'holds-it')}
      save={word('takeOut.act', { others })}
      leave="record.leave"
      isBusy={takeOut.isPending}
      onSend={send}
      onLeave={toRecord}
    >
      <RestingList row={row} />
      {isReviewed === true ? <p className="note">{word('takeOut.review')}</p> : null}
    </SignedForm>
  );
}

/** What rests on a record, by what becomes of it when the record goes. */
function RestingList({ row }: { readonly row: RecordRow }) {
  const word = useWords();
  const { resting } = row;
  return (
    <div className="resting wide-field">
      {resting.length === 0 ? <p>{word('takeOut.nothing')}</p> : null}
      {FATES.map((fate) => {
        const own = resting.filter(({ goes }) => goes === fate);
        if (own.length === 0) return null;
        return (
          <section key={fate} className={fate}>
            <h2>{word(`takeOut.${fate}`)}</h2>
            <ul>
              {own.map((each) => (
                <RestingLine key={each.table} resting={each} />
              ))}
            </ul>
          </section>
        );
      })}
      <p className="note">{word('takeOut.undo')}</p>
    </div>
  );
}

function RestingLine({ resting: { table, count, rows } }: { readonly resting: RecordRow['resting'][number] }) {
  const word = useWords();
  const say = useSay();
  const id = `rows.${table}`;
  const kind = formKind(table);
  return (
    <li>
      <b>{isWordId(id) ? word(id, { count }) : `${table}: ${count}`}</b>{' '}
      <span className="small soft">
        {rows.slice(0, SHOWN).map(({ key, name }, index) => (
          <span key={key}>
            {index > 0 ? ' · ' : ''}
            {kind ? (
              <RecordLink kind={kind} id={key}>
                {say(name)}
              </RecordLink>
            ) : (
              say(name)
            )}
          </span>
        ))}
        {count > SHOWN ? ' · …' : ''}
      </span>
    </li>
  );
}
