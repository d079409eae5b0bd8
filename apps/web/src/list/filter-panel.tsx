import type { ListColumn } from '@westgate/contract';
import { type Condition, MOST_ASKED, moneyText, namesDays, type Operator, readMoney } from '@westgate/domain';
import { type ReactNode, useId, useState } from 'react';
import { useAsk } from '../api/ask.ts';
import { useWords } from '../messages/words.ts';
import { Await } from '../parts/await.tsx';
import { Button } from '../parts/button.tsx';
import { ComboField } from '../parts/combo-field.tsx';
import { DayField } from '../parts/day-field.tsx';
import { Form } from '../parts/form.tsx';
import { FormField } from '../record/form-field.tsx';
import { useScope } from '../scope/district-context.ts';
import { useLanguage, useSetView } from '../scope/use-view.ts';
import { FILTER_LIMIT } from '../scope/view-search.ts';
import { filterText, withFilter } from './list-address.ts';
import type { ListModel } from './list-model.ts';
import type { List } from './use-list.ts';
import { useSayHead, useSayKey } from './use-say-cell.ts';

const OF_UNKNOWN: ReadonlySet<Operator> = new Set<Operator>(['known', 'unknown']);

interface Panel {
  readonly list: List;
  readonly model: ListModel;
  /** Conditions on other columns. */
  readonly others: readonly Condition[];
  readonly column: ListColumn;
  /** Those on this one, as the list is narrowed now. */
  readonly own: readonly Condition[];
  readonly onApply: (conditions: readonly Condition[]) => void;
}

/** Narrows a list by one column: to some of its values, counted among what the other conditions leave; to what lies between two; to words. */
export function FilterPanel({
  list,
  model,
  held,
  column: given,
  onDone,
}: {
  readonly list: List;
  readonly model: ListModel;
  readonly held: readonly Condition[];
  /** Null: it is chosen here. */
  readonly column: ListColumn | null;
  readonly onDone: () => void;
}) {
  const word = useWords();
  const sayHead = useSayHead();
  const setView = useSetView();
  const field = useId();
  const [picked, pick] = useState<string | null>(given?.id ?? null);
  const column = model.columns.find(({ id }) => id === picked) ?? null;
  const others = held.filter((each) => each.column !== picked);
  const [isTooMany, setTooMany] = useState(false);
  const apply = (conditions: readonly Condition[]): void => {
    const search = withFilter([...others, ...conditions]);
    const isOver = (search.filter ?? '').length > FILTER_LIMIT || others.length + conditions.length > MOST_ASKED.filter;
    setTooMany(isOver);
    if (isOver) return;
    setView(search);
    onDone();
  };
  const panel = column && { list, model, others, column, own: held.filter((each) => each.column === column.id), onApply: apply };
  return (
    <section className="filter-panel" aria-label={word('list.filter')}>
      {given ? (
        <h3>{sayHead(given)}</h3>
      ) : (
        <FormField id={field} label={word('list.filterBy')} fault={null}>
          <ComboField
            value={picked ?? ''}
            options={model.columns.filter(({ operators }) => operators.length > 0).map((each) => ({ id: each.id, name: sayHead(each) }))}
            empty={word('group.choose')}
            onValue={(id) => pick(id || null)}
          />
        </FormField>
      )}
      {isTooMany ? (
        <p role="alert" className="small breach">
          {word('list.tooMany')}
        </p>
      ) : null}
      {panel === null ? null : <Conditions key={panel.column.id} {...panel} />}
    </section>
  );
}

function Conditions(panel: Panel) {
  const { column } = panel;
  if (column.operators.includes('from')) return <Between {...panel} />;
  const isWords = column.operators.includes('has') && (column.kind === 'text' || column.kind === 'id' || column.kind === 'anyref');
  return isWords ? <Words {...panel} /> : <Values {...panel} />;
}

/** Its values, each with how many rows have it; those that no row has stand there too where they are words of a list. */
function Values({ list, model, others, column, own, onApply }: Panel) {
  const word = useWords();
  const sayKey = useSayKey();
  const scope = useScope();
  const lang = useLanguage();
  const { q, month } = list.asked;
  const query = {
    ...scope,
    lang,
    q,
    month,
    filter: filterText([...others, ...list.within]),
    group: column.id,
    columns: column.id,
    limit: 1,
  };
  const counted = useAsk('table', { params: { list: list.name }, query });
  // What is not known is a value as any other here.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(own.flatMap(({ operator, values }) => (OF_UNKNOWN.has(operator) ? [''] : values.map((value) => value ?? '')))),
  );
  const [isWithout, setWithout] = useState(own.some(({ operator }) => operator === 'not' || operator === 'known'));
  return (
    <Await query={counted}>
      {({ groups }) => {
        const found = groups ?? [];
        const held = model.conditions.filter((each) => each.column === column.id);
        const without = [...(column.values ?? []), ...held]
          .filter(({ key }, index, all) => !found.some((group) => group.key === key) && all.findIndex((each) => each.key === key) === index)
          .map(({ key, name }) => ({ key, name, count: 0 }));
        const options = [...found, ...without];
        const values = [...chosen].map((key) => (key === '' ? null : key));
        const conditions = (): readonly Condition[] => {
          if (isWithout) return values.map((value) => ({ column: column.id, operator: 'not', values: [value] }));
          return chosen.size === 0 || options.every(({ key }) => chosen.has(key)) ? [] : [{ column: column.id, operator: 'in', values }];
        };
        const put = (keys: readonly string[]): void => setChosen(new Set(keys));
        return (
          <Applied onSend={() => onApply(conditions())}>
            <p className="row small">
              <span className="segments">
                <button type="button" aria-pressed={!isWithout} onClick={() => setWithout(false)}>
                  {word('list.with')}
                </button>
                <button type="button" aria-pressed={isWithout} onClick={() => setWithout(true)}>
                  {word('list.without')}
                </button>
              </span>
              <Button look="plain" name={word('list.all')} onClick={() => put(options.map(({ key }) => key))} />
              <Button
                look="plain"
                name={word('list.others')}
                onClick={() => put(options.flatMap(({ key }) => (chosen.has(key) ? [] : [key])))}
              />
            </p>
            <ul className="filter-values">
              {options.map(({ key, name, count }) => (
                <li key={key}>
                  <label className="tick small">
                    <input
                      type="checkbox"
                      checked={chosen.has(key)}
                      onChange={({ target }) => put(target.checked ? [...chosen, key] : [...chosen].filter((each) => each !== key))}
                    />{' '}
                    <span>{sayKey(column, key, name)}</span> <span className="soft">{count}</span>
                  </label>
                </li>
              ))}
            </ul>
          </Applied>
        );
      }}
    </Await>
  );
}

/** From one day or number to another, or what is not known. */
function Between({ column, own, onApply }: Panel) {
  const word = useWords();
  const sayHead = useSayHead();
  const isMoney = column.kind === 'fen';
  const held = (...operators: readonly Operator[]): string => {
    const value = own.find(({ operator }) => operators.includes(operator))?.values[0] ?? '';
    return isMoney && value !== '' ? moneyText(Number(value)) : value;
  };
  const [from, setFrom] = useState(held('from', 'after', 'is'));
  const [to, setTo] = useState(held('to', 'before', 'is'));
  const [isUnknown, setUnknown] = useState(own.some(({ operator }) => operator === 'unknown'));
  const isDays = namesDays({ kind: column.kind, optional: true, about: { zh: '', en: '' } });
  const typed = (value: string): string => (isMoney ? String(readMoney(value) ?? '') : value.trim());
  const of = (operator: 'from' | 'to', value: string): readonly Condition[] =>
    typed(value) === '' || (!isDays && !Number.isFinite(Number(typed(value))))
      ? []
      : [{ column: column.id, operator, values: [typed(value)] }];
  const field = (name: string, value: string, put: (value: string) => void): ReactNode => (
    <span className="small">
      {name}{' '}
      {isDays ? (
        <DayField className="field" aria-label={`${sayHead(column)} ${name}`} value={value} onDay={put} onEmpty={() => put('')} />
      ) : (
        <input
          className="field"
          inputMode="decimal"
          aria-label={`${sayHead(column)} ${name}`}
          value={value}
          onChange={({ target }) => put(target.value.normalize('NFKC').replaceAll(',', ''))}
        />
      )}
    </span>
  );
  return (
    <Applied
      onSend={() => onApply(isUnknown ? [{ column: column.id, operator: 'unknown', values: [] }] : [...of('from', from), ...of('to', to)])}
    >
      {isUnknown ? null : (
        <div className="row">
          {field(word('list.from'), from, setFrom)}
          {field(word('list.to'), to, setTo)}
        </div>
      )}
      <label className="tick small">
        <input type="checkbox" checked={isUnknown} onChange={({ target }) => setUnknown(target.checked)} /> {word('list.onlyUnknown')}
      </label>
    </Applied>
  );
}

/** Words that stand in it. */
function Words({ column, own, onApply }: Panel) {
  const word = useWords();
  const sayHead = useSayHead();
  const [text, setText] = useState(own.find(({ operator }) => operator === 'has')?.values[0] ?? '');
  const typed = text.trim();
  return (
    <Applied onSend={() => onApply(typed === '' ? [] : [{ column: column.id, operator: 'has', values: [typed] }])}>
      <label className="small">
        {word('list.has')}{' '}
        <input
          className="field"
          aria-label={sayHead(column)}
          value={text}
          maxLength={200}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
    </Applied>
  );
}

function Applied({ onSend, children }: { readonly onSend: () => void; readonly children: ReactNode }) {
  const word = useWords();
  return (
    <Form className="filter-form" losesNothing onSend={onSend}>
      {children}
      <Button type="submit" look="filled" name={word('group.apply')} />
    </Form>
  );
}
