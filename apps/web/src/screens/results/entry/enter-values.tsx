import { useNavigate } from '@tanstack/react-router';
import type { BoardRow } from '@westgate/contract';
import { entriesOf, sayNumber } from '@westgate/domain';
import { useState } from 'react';
import { useEdits } from '../../../api/edits.ts';
import { useIndicatorBoard } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { DepartmentSelect } from '../../../parts/combo-field.tsx';
import { DayText, useSayPeriod } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useSayUnit } from '../../../parts/use-say-unit.ts';
import { useTitle } from '../../../parts/use-title.ts';
import { ValueMarks } from '../../../parts/value-text.tsx';
import { useFieldWord, useValueWord } from '../../../record/form/field-words.ts';
import { emptyValues, type FormFault, type FormValues } from '../../../record/form/form-values.ts';
import { RecordFields } from '../../../record/form/record-fields.tsx';
import { serverFaults } from '../../../record/form/server-faults.ts';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { useShownDay } from '../../../scope/district-context.ts';
import { letGo } from '../../../scope/let-go.ts';
import { useWhichMayChange } from '../../../scope/may-change.ts';
import { useView } from '../../../scope/use-view.ts';
import { StandingWord } from '../board/standing-word.tsx';
import { ValueCell } from '../values/value-cell.tsx';
import { cellFaults, heldPoint, rhythmsOf, rowsAsked, SHARED, sharedFaults, valueEdits } from '../values/value-sheet.ts';
import { ComputedValues } from './computed-values.tsx';

/** Values of many indicators for one period from one source, as one change. */
export function EnterValues() {
  const word = useWords();
  const { department: asked } = useView();
  const department = asked === 'all' ? undefined : asked;
  useTitle(word('values.title'));
  return (
    <div className="register-main enter-values">
      <h1>{word('values.title')}</h1>
      <p className="small soft">{word('values.lead')}</p>
      <div className="row board-tools">
        <DepartmentSelect value={department} />
      </div>
      <Await query={useIndicatorBoard()}>
        {({ rows }) => (
          <Sheet key={department ?? ''} rows={department === undefined ? rows : rows.filter(({ owner }) => owner?.id === department)} />
        )}
      </Await>
      <ComputedValues department={department} />
    </div>
  );
}

function Sheet({ rows }: { readonly rows: readonly BoardRow[] }) {
  const word = useWords();
  const fieldWord = useFieldWord('indicator_value');
  const valueWord = useValueWord('indicator');
  const navigate = useNavigate();
  const mayChange = useWhichMayChange('update');
  const { day } = useShownDay();
  const leave = (): void => letGo(() => navigate({ to: '/results', search: true }));
  const form = useSignedForm(leave);
  const make = useEdits();
  const [chosen, setChosen] = useState<FormValues>({});
  const rhythms = rhythmsOf(rows, day);
  const shared: FormValues = {
    ...emptyValues('indicator_value'),
    kind: 'actual',
    period: rhythms[0]?.period ?? '',
    confidence: 'high',
    ...chosen,
  };
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const shown = rowsAsked(rows, String(shared.period), String(shared.kind)).filter(({ owner }) => mayChange([owner?.id ?? null]));
  const edits = valueEdits(shown, typed, shared, chosen);
  const told = serverFaults(make.error, [...SHARED]);
  const send = (): void =>
    form.send(make, faultsIn(shown, typed, shared, edits.length), ({ who, keyOf }) => {
      const request = { edits: [...edits], who, reason: '' };
      return { ...request, key: keyOf(request) };
    });
  const entries = entriesOf('indicator_value').filter(({ name }) => SHARED.some((each) => each === name));
  return (
    <SignedForm
      form={form}
      label={word('values.title')}
      error={make.error}
      told={told}
      nameOf={(field) => (field.startsWith('value ') ? nameOfRow(rows, field.slice(6)) : fieldWord(field))}
      save={word('values.save', { count: edits.length })}
      isBusy={make.isPending}
      onSend={send}
      onLeave={leave}
    >
      {rhythms.length > 1 ? (
        <p className="row value-rhythms">
          <span className="small soft">{word('values.rhythms')}</span>
          {rhythms.map(({ frequency, period, count }) => (
            <Button
              key={frequency}
              name={`${valueWord('frequency', frequency)} ${period}（${count}）`}
              aria-pressed={shared.period === period}
              onClick={() => setChosen((before) => ({ ...before, period }))}
            />
          ))}
        </p>
      ) : null}
      <RecordFields
        entries={entries}
        kind="indicator_value"
        values={shared}
        faults={[...form.faults, ...told]}
        idOf={form.idOf}
        set={(column, value) => setChosen((before) => ({ ...before, [column]: value }))}
      />
      {shown.length === 0 ? (
        <EmptyState>{word(rows.length === 0 ? 'results.none' : 'values.noneOfPeriod')}</EmptyState>
      ) : (
        <ValueTable
          rows={shown}
          shared={shared}
          typed={typed}
          idOf={form.idOf}
          onTyped={(id, text) => setTyped((before) => ({ ...before, [id]: text }))}
          onPasted={(from, cells) =>
            setTyped((before) => ({
              ...before,
              ...Object.fromEntries(
                shown.slice(from, from + cells.length).map(({ indicator }, index) => [indicator.id, cells[index] ?? '']),
              ),
            }))
          }
        />
      )}
    </SignedForm>
  );
}

function nameOfRow(rows: readonly BoardRow[], id: string): string {
  const { zh, en } = rows.find(({ indicator }) => indicator.id === id)?.indicator.name ?? { zh: id, en: id };
  return zh ?? en ?? id;
}

function faultsIn(
  rows: readonly BoardRow[],
  typed: Readonly<Record<string, string>>,
  shared: FormValues,
  count: number,
): readonly FormFault[] {
  const cells = rows.map(({ indicator: { id } }) => `value ${id}`);
  return [
    ...sharedFaults('indicator_value', SHARED, shared),
    ...cellFaults(cells, (field) => typed[field.slice('value '.length)] ?? '', count),
  ];
}

function ValueTable({
  rows,
  shared,
  typed,
  idOf,
  onTyped,
  onPasted,
}: {
  readonly rows: readonly BoardRow[];
  readonly shared: FormValues;
  readonly typed: Readonly<Record<string, string>>;
  readonly idOf: (field: string) => string;
  readonly onTyped: (id: string, text: string) => void;
  readonly onPasted: (from: number, cells: readonly string[]) => void;
}) {
  const word = useWords();
  const say = useSay();
  const sayUnit = useSayUnit();
  const sayWhen = useSayPeriod();
  const columns: readonly TableColumn<BoardRow>[] = [
    { head: word('noun.indicator'), isRowHead: true, headed: 'bare', of: (row) => <ThingLink thing={row.indicator} /> },
    {
      head: word('values.before'),
      of: ({ latest, standing }) =>
        latest ? (
          <>
            {sayNumber(latest.value)} <small className="soft">{sayWhen(latest.period)}</small>{' '}
            <ValueMarks value={latest} standing={standing} />
          </>
        ) : (
          <Unknown />
        ),
    },
    {
      head: word('figures.value'),
      of: (row) => {
        const { id, name } = row.indicator;
        return (
          <ValueCell
            id={idOf(`value ${id}`)}
            label={`${say(name)} · ${word('figures.value')}`}
            unit={sayUnit(row.unitName)}
            text={typed[id] ?? ''}
            held={heldPoint(row, shared)}
            onTyped={(text) => onTyped(id, text)}
            onPasted={(cells) => onPasted(rows.indexOf(row), cells)}
          />
        );
      },
    },
    { head: word('board.status'), of: ({ standing }) => <StandingWord standing={standing} /> },
    {
      head: word('values.freshUntil'),
      of: ({ freshUntil }) => (freshUntil ? <DayText on={freshUntil} /> : <span className="soft">{word('values.notDue')}</span>),
    },
  ];
  return (
    <div className="value-table">
      <Table columns={columns} rows={rows} keyOf={({ indicator }) => indicator.id} caption={word('values.title')} />
    </div>
  );
}
