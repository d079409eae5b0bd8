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
import { ValueMarks } from '../../../parts/value-text.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { columnOf, emptyValues, type FormFault, type FormValues } from '../../../record/form/form-values.ts';
import { RecordFields } from '../../../record/form/record-fields.tsx';
import { serverFaults } from '../../../record/form/server-faults.ts';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { useShownDay } from '../../../scope/district-context.ts';
import { ValueCell } from '../values/value-cell.tsx';
import { cellFaults, sharedFaults, typedFault } from '../values/value-sheet.ts';
import { heldFor, type TypedUnit, unitEdits } from './check-model.ts';
import { FoundValue } from './check-words.tsx';

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
  const edits = unitEdits(rows, indicator.id, unitsIn(rows, typed), basis, Object.keys(chosen));
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
      nameOf={(name) => (/^(value|weight) /.test(name) ? nameOf(rows, name.replace(/^\w+ /, ''), say) : fieldWord(name))}
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
        basis={basis}
        typed={typed}
        idOf={form.idOf}
        onTyped={(column, from, cells) =>
          setTyped((before) => ({
            ...before,
            ...Object.fromEntries(
              rows.slice(from, from + cells.length).map(({ place }, index) => [`${column} ${place.id}`, cells[index] ?? '']),
            ),
          }))
        }
      />
    </SignedForm>
  );
}

/** What is typed of a unit: its value, and in a mean what it counts for. */
type Column = 'value' | 'weight';

function UnitCells({
  found: { rows, unitName, rollUp },
  basis,
  typed,
  idOf,
  onTyped,
}: {
  readonly found: CheckUnits;
  readonly basis: Readonly<Record<string, unknown>>;
  readonly typed: Readonly<Record<string, string>>;
  readonly idOf: (field: string) => string;
  /** Told what was typed in a row of a column, or pasted from it downwards. */
  readonly onTyped: (column: Column, from: number, cells: readonly string[]) => void;
}) {
  const word = useWords();
  const say = useSay();
  const sayUnit = useSayUnit();
  const field = useFieldWord('place_value');
  const cell = (column: Column, row: CheckUnits['rows'][number], head: string, unit: string) => {
    const { id, name } = row.place;
    const key = `${column} ${id}`;
    const before = heldFor(row, basis);
    const value = before?.[column] ?? null;
    return (
      <ValueCell
        id={idOf(key)}
        label={`${say(name)} · ${head}`}
        unit={unit}
        text={typed[key] ?? ''}
        held={value === null ? null : { value, status: column === 'value' ? (before?.status ?? null) : null }}
        onTyped={(text) => onTyped(column, rows.indexOf(row), [text])}
        onPasted={(cells) => onTyped(column, rows.indexOf(row), cells)}
      />
    );
  };
  const columns: readonly TableColumn<CheckUnits['rows'][number]>[] = [
    { head: field('place'), isRowHead: true, headed: 'bare', of: ({ place }) => <ThingLink thing={place} /> },
    {
      head: word('values.before'),
      of: (row) => (row.computed > 0 ? <FoundValue found={row} unitName={unitName} /> : <Before value={row.held.at(-1)} />),
    },
    { head: word('figures.value'), of: (row) => cell('value', row, word('figures.value'), sayUnit(unitName)) },
    ...(rollUp === 'weighted-mean'
      ? [{ head: field('weight'), of: (row: CheckUnits['rows'][number]) => cell('weight', row, field('weight'), '') }]
      : []),
  ];
  return (
    <div className="value-table">
      <Table columns={columns} rows={rows} keyOf={({ place }) => place.id} caption={word('check.enter')} />
    </div>
  );
}

/** The units for which a value was typed; what is no number is left out. */
function unitsIn(rows: CheckUnits['rows'], typed: Readonly<Record<string, string>>): Readonly<Record<string, TypedUnit>> {
  return Object.fromEntries(
    rows.flatMap(({ place: { id } }): [string, TypedUnit][] => {
      const value = numberIn(typed[`value ${id}`]);
      return value === null ? [] : [[id, { value, weight: numberIn(typed[`weight ${id}`]) }]];
    }),
  );
}

function numberIn(text: string | undefined): number | null {
  const { value } = fieldsOf('place_value');
  const number = value && text && text.trim() !== '' && typedFault(text) === null ? columnOf(value, text.trim()) : null;
  return typeof number === 'number' ? number : null;
}

function faultsIn(
  rows: CheckUnits['rows'],
  typed: Readonly<Record<string, string>>,
  shared: FormValues,
  count: number,
): readonly FormFault[] {
  const cells = rows.flatMap(({ place: { id } }) => [`value ${id}`, `weight ${id}`]);
  return [...sharedFaults('place_value', SHARED, shared), ...cellFaults(cells, (field) => typed[field] ?? '', count)];
}

/** The value before, with its period. */
function Before({ value }: { readonly value: CheckUnits['rows'][number]['held'][number] | undefined }) {
  if (!value) return <Unknown />;
  return (
    <>
      {sayNumber(value.value)}{' '}
      <small className="soft">
        <DayText on={value.period} />
      </small>{' '}
      <ValueMarks value={{ status: value.status, isCalculated: false, breaksSeries: false }} />
    </>
  );
}

function nameOf(rows: CheckUnits['rows'], id: string, say: ReturnType<typeof useSay>): string {
  const row = rows.find(({ place }) => place.id === id);
  return row ? say(row.place.name) : id;
}
