import { useSetView, useView } from '../../../frame/use-view.ts';
import { useWords } from '../../../messages/words.ts';
import type { RegisterList } from '../use-rows.ts';
import { attributesOf, keyOfCell, readWhere, summable, whereText } from './group-model.ts';
import { useSayValueOf } from './use-say-value-of.ts';

/** What a list is grouped by, what that is set against, what is added up; and what it is narrowed to from there. */
export function GroupTools({ list }: { readonly list: RegisterList }) {
  const word = useWords();
  const sayValue = useSayValueOf();
  const setView = useSetView();
  const { group, pivot, sum, where } = useView();
  const { columns, rows } = list;
  if (rows === null || rows.length === 0) return null;
  const attributes = attributesOf(columns, rows);
  if (attributes.length === 0) return null;
  const narrowed = readWhere(where);
  const named = (columnId: string): string => {
    const column = columns.find(({ id }) => id === columnId);
    return column ? word(column.head) : columnId;
  };
  const saidOf = (columnId: string, key: string): string => {
    const index = columns.findIndex(({ id }) => id === columnId);
    const cell = rows.map(({ cells }) => cells[index] ?? null).find((each) => keyOfCell(each) === key);
    return sayValue(cell ?? null);
  };
  return (
    <div className="row small group-tools">
      <Choice
        label={word('group.by')}
        value={group}
        options={attributes}
        onChoose={(value) =>
          setView({ group: value, page: undefined, ...(value ? {} : { pivot: undefined, sum: undefined }) }, { replace: true })
        }
      />
      {group ? (
        <Choice
          label={word('group.against')}
          value={pivot}
          options={attributes.filter(({ id }) => id !== group)}
          onChoose={(value) => setView({ pivot: value, ...(value ? {} : { sum: undefined }) }, { replace: true })}
        />
      ) : null}
      {pivot && summable(columns, rows).length > 0 ? (
        <Choice
          label={word('group.sum')}
          value={sum}
          options={summable(columns, rows)}
          onChoose={(value) => setView({ sum: value }, { replace: true })}
        />
      ) : null}
      {narrowed.map((each) => (
        <button
          key={`${each.column}:${each.key}`}
          type="button"
          className="button"
          onClick={() => setView({ where: whereText(narrowed.filter((other) => other !== each)), page: undefined })}
        >
          {named(each.column)}: {saidOf(each.column, each.key)} <span aria-hidden="true">×</span>
          <span className="unseen"> {word('group.drop')}</span>
        </button>
      ))}
    </div>
  );
}

function Choice({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: RegisterList['columns'];
  readonly onChoose: (value: string | undefined) => void;
}) {
  const word = useWords();
  return (
    <label>
      <span className="soft">{label}</span>{' '}
      <select className="field" value={value ?? ''} onChange={(event) => onChoose(event.target.value || undefined)}>
        <option value="">{word('group.none')}</option>
        {options.map(({ id, head }) => (
          <option key={id} value={id}>
            {word(head)}
          </option>
        ))}
      </select>
    </label>
  );
}
