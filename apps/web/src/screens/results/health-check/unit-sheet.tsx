import type { CheckUnits } from '@westgate/contract';
import { entriesOf, fieldsOf, sayNumber } from '@westgate/domain';
import { useState } from 'react';
import { useEdits } from '../../../api/edits.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useSayUnit } from '../../../parts/use-say-unit.ts';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { columnOf, emptyValues, type FormFault, type FormValues, faultOf } from '../../../record/form/form-values.ts';
import { RecordFields } from '../../../record/form/record-fields.tsx';
import { serverFaults } from '../../../record/form/server-faults.ts';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { useShownDay } from '../../../scope/district-context.ts';
import { pastedCells, typedFault } from '../values/value-sheet.ts';
import { unitEdits } from './check-model.ts';

/** What all values of one survey share. */
const SHARED = ['period', 'source', 'confidence', 'status'] as const;

/** The values of one indicator in all survey units, for one period from one source, as one change; a column may be pasted. */
export function UnitSheet({ found, onDone }: { readonly found: CheckUnits; readonly onDone: () => void }) {
  const word = useWords();
  const say = useSay();
  const fieldWord = useFieldWord('place_value');
  const { day } = useShownDay();
  const form = useSignedForm(onDone);
  const make = useEdits();
  const [chosen, setChosen] = useState<FormValues>({});
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const { rows, indicator } = found;
  const shared: FormValues = { ...emptyValues('place_value'), period: day.slice(0, 7), confidence: 'high', ...chosen };
  const fields = fieldsOf('place_value');
  const basis = Object.fromEntries(
    SHARED.flatMap((column) => (fields[column] ? [[column, columnOf(fields[column], shared[column] ?? null)]] : [])),
  );
  const edits = unitEdits(rows, indicator.id, numbersIn(typed), basis);
  const told = serverFaults(make.error, [...SHARED]);
  const send = (): void =>
    form.send(make, faultsIn(rows, typed, shared, edits.length), ({ who, keyOf }) => {
      const request = { edits: [...edits], who, reason: '' };
      return { ...request, key: keyOf(request) };
    });
  return (
    <SignedForm
      form={form}
      label={word('check.enter')}
      error={make.error}
      told={told}
      nameOf={(name) => (name.startsWith('value ') ? nameOf(rows, name.slice(6), say) : fieldWord(name))}
      save={word('values.save', { count: edits.length })}
      isBusy={make.isPending}
      opens={true}
      onSend={send}
      onLeave={onDone}
    >
      <RecordFields
        entries={entriesOf('place_value').filter(({ name }) => SHARED.some((each) => each === name))}
        kind="place_value"
        values={shared}
        faults={[...form.faults, ...told]}
        idOf={form.idOf}
        set={(column, value) => setChosen((before) => ({ ...before, [column]: value }))}
      />
      <UnitCells
        found={found}
        typed={typed}
        idOf={form.idOf}
        onTyped={(from, cells) =>
          setTyped((before) => ({
            ...before,
            ...Object.fromEntries(rows.slice(from, from + cells.length).map(({ place }, index) => [place.id, cells[index] ?? ''])),
          }))
        }
      />
    </SignedForm>
  );
}

function UnitCells({
  found: { rows, unitName },
  typed,
  idOf,
  onTyped,
}: {
  readonly found: CheckUnits;
  readonly typed: Readonly<Record<string, string>>;
  readonly idOf: (field: string) => string;
  /** Told what was typed in a row, or pasted from it downwards. */
  readonly onTyped: (from: number, cells: readonly string[]) => void;
}) {
  const word = useWords();
  const say = useSay();
  const sayUnit = useSayUnit();
  const columns: readonly TableColumn<CheckUnits['rows'][number]>[] = [
    { head: word('check.unit'), isRowHead: true, headed: 'bare', of: ({ place }) => <ThingLink thing={place} /> },
    {
      head: word('values.before'),
      of: ({ entered }) =>
        entered ? (
          <>
            {sayNumber(entered.value)} <small className="soft">{<DayText on={entered.period} />}</small>
          </>
        ) : (
          <Unknown />
        ),
    },
    {
      head: word('figures.value'),
      of: (row) => {
        const { id, name } = row.place;
        const fault = typedFault(typed[id] ?? '');
        const field = idOf(`value ${id}`);
        return (
          <span className="row value-cell">
            <input
              id={field}
              className="field"
              aria-label={`${say(name)} · ${word('figures.value')}`}
              aria-invalid={fault ? true : undefined}
              aria-describedby={fault ? `${field}-fault` : undefined}
              inputMode="decimal"
              autoComplete="off"
              value={typed[id] ?? ''}
              onChange={(event) => onTyped(rows.indexOf(row), [event.target.value])}
              onPaste={(event) => {
                const cells = pastedCells(event.clipboardData.getData('text'));
                if (!cells) return;
                event.preventDefault();
                onTyped(rows.indexOf(row), cells);
              }}
            />
            <small className="soft">{sayUnit(unitName)}</small>
            {fault ? (
              <small className="fault" id={`${field}-fault`}>
                {word(fault)}
              </small>
            ) : null}
          </span>
        );
      },
    },
  ];
  return (
    <div className="value-table">
      <Table columns={columns} rows={rows} keyOf={({ place }) => place.id} caption={word('check.enter')} />
    </div>
  );
}

/** What was typed, as numbers; what is none is left out. */
function numbersIn(typed: Readonly<Record<string, string>>): Readonly<Record<string, number>> {
  const { value } = fieldsOf('place_value');
  return Object.fromEntries(
    Object.entries(typed).flatMap(([id, text]) => {
      const number = value && text.trim() !== '' && typedFault(text) === null ? columnOf(value, text.trim()) : null;
      return typeof number === 'number' ? [[id, number]] : [];
    }),
  );
}

function faultsIn(
  rows: CheckUnits['rows'],
  typed: Readonly<Record<string, string>>,
  shared: FormValues,
  count: number,
): readonly FormFault[] {
  const fields = fieldsOf('place_value');
  const faults = SHARED.flatMap((name): readonly FormFault[] => {
    const fault = fields[name] ? faultOf(fields[name], shared[name] ?? null, true) : null;
    return fault ? [{ field: name, word: fault }] : [];
  });
  const wrong = rows.flatMap(({ place: { id } }): readonly FormFault[] => {
    const fault = typedFault(typed[id] ?? '');
    return fault ? [{ field: `value ${id}`, word: fault }] : [];
  });
  const none: readonly FormFault[] = [{ field: `value ${rows[0]?.place.id ?? ''}`, word: 'values.fault.nothing' }];
  return [...faults, ...wrong, ...(count === 0 && wrong.length === 0 ? none : [])];
}

function nameOf(rows: CheckUnits['rows'], id: string, say: ReturnType<typeof useSay>): string {
  const row = rows.find(({ place }) => place.id === id);
  return row ? say(row.place.name) : id;
}
