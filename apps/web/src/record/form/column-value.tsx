import { fieldsOf, kindOf, pointerOf } from '@westgate/domain';
import { useAskAll } from '../../api/ask.ts';
import { useDepartments } from '../../api/questions.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { DayField } from '../../parts/day-field.tsx';
import { type FormKind, referredKind } from './form-kinds.ts';
import { Picker } from './picker.tsx';
import { useSayValue } from './use-say-value.ts';

/** Longest text of a column. */
const MOST_TEXT = 2000;

/** The control of one column of a record: a day, a department, source or other record, a word of a list, or words. Empty text empties the column. */
export function ColumnValue({
  kind,
  column,
  value,
  onValue,
  label,
  ...names
}: {
  readonly kind: FormKind;
  readonly column: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly label: string;
  readonly id?: string;
  readonly className?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}) {
  const field = fieldsOf(kind)[column];
  if (!field) return null;
  if (kindOf(field).days) return <DayField {...names} aria-label={label} value={value} onDay={onValue} onEmpty={() => onValue('')} />;
  if (!field.values && !pointerOf(field))
    return (
      <input
        {...names}
        aria-label={label}
        autoComplete="off"
        maxLength={MOST_TEXT}
        value={value}
        onChange={({ target }) => onValue(target.value)}
      />
    );
  const other = referredKind(field);
  if (other && other !== 'department' && other !== 'source')
    return (
      <Picker
        {...names}
        kinds={[other]}
        value={value === '' ? null : { kind: other, id: value }}
        onPick={(one) => onValue(one?.id ?? '')}
      />
    );
  return (
    <select {...names} aria-label={label} value={value} onChange={({ target }) => onValue(target.value)}>
      <Options kind={kind} column={column} />
    </select>
  );
}

function Options({ kind, column }: { readonly kind: FormKind; readonly column: string }) {
  const word = useWords();
  const { table, optional } = fieldsOf(kind)[column] ?? {};
  return (
    <>
      <option value="">{word(optional ? 'bulk.empty' : 'bulk.pick')}</option>
      {table === 'department' ? <Departments /> : table === 'source' ? <Sources /> : <WordsOf kind={kind} column={column} />}
    </>
  );
}

function Departments() {
  const say = useSay();
  const departments = useDepartments().data ?? [];
  return departments.map(({ id, name }) => (
    <option key={id} value={id}>
      {say(name)}
    </option>
  ));
}

function Sources() {
  const sources = useAskAll('sources').data ?? [];
  return sources.map(({ id, title }) => (
    <option key={id} value={id}>
      {id} {title}
    </option>
  ));
}

function WordsOf({ kind, column }: { readonly kind: FormKind; readonly column: string }) {
  const sayValue = useSayValue(kind);
  return (fieldsOf(kind)[column]?.values ?? []).map((id) => (
    <option key={id} value={id}>
      {sayValue(column, id)}
    </option>
  ));
}
