import { ALL_SHUT } from '@westgate/base';
import type { ListColumn } from '@westgate/contract';
import { type Condition, OPERATORS } from '@westgate/domain';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { fileAddress } from '../api/client.ts';
import { useWords } from '../messages/words.ts';
import { FileLinks } from '../parts/file-links.tsx';
import { Select } from '../parts/select.tsx';
import { WordField } from '../parts/word-field.tsx';
import { useScope } from '../scope/district-context.ts';
import { useLanguage, useSetView, useView } from '../scope/use-view.ts';
import { ColumnsPanel } from './columns-panel.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { filterText, idsIn, type ListAsked, readAsked, withFilter } from './list-address.ts';
import type { ListModel } from './list-model.ts';
import type { List } from './use-list.ts';
import { useSayHead, useSayKey } from './use-say-cell.ts';

/** Rows of which a file is made by naming them, and how many signs their names may take. */
const [MOST_NAMED, MOST_SIGNS] = [200, 3_500];

/** What a list is narrowed to, grouped by and shown with, and its files; all of it stands in the address. `chosen`: ids of the rows that are ticked. */
export function ListBar({
  list,
  model,
  caption,
  chosen,
  isPicture = false,
  children,
}: {
  readonly list: List;
  readonly model: ListModel;
  readonly caption: string;
  readonly chosen: readonly string[];
  /** Its rows are drawn in a picture: there are no columns, and no heads to press. */
  readonly isPicture?: boolean;
  /** What stands at its end: the way to a new record. */
  readonly children: ReactNode;
}) {
  const word = useWords();
  const setView = useSetView();
  const { sort } = useView();
  const { group, pivot, sum } = list.shape;
  const sayHead = useSayHead();
  const later = useLater();
  const summed = idsIn(sum);
  const { filter } = readAsked({ filter: list.filter }, model.columns);
  // In a narrow window the tools are put away until they are wanted.
  const [isOpen, setOpen] = useState(useView().group !== undefined);
  const grouping = model.columns.filter(({ groups }) => groups);
  const named = (columns: readonly ListColumn[]) => columns.map((column) => ({ id: column.id, head: sayHead(column) }));
  return (
    <div className={`list-bar no-print${isOpen ? ' open' : ''}`}>
      <search className="row list-conditions">
        <WordField
          className="field"
          label={word('register.filter')}
          value={list.asked.q ?? ''}
          onWord={(typed) => later(() => list.find(typed))}
        />
        {filter.map((condition) => (
          <Chip key={filterText([condition])} list={list} model={model} condition={condition} all={filter} />
        ))}
        <DialogTrigger>
          <Button className="button list-add-filter">{word('list.filter')}</Button>
          <Popover isNonModal className="popover list-popover" placement="bottom start">
            <Dialog aria-label={word('list.filter')}>
              {({ close }) => <FilterPanel list={list} model={model} held={filter} column={null} onDone={close} />}
            </Dialog>
          </Popover>
        </DialogTrigger>
        <button type="button" className="button list-tools" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {word('list.tools')}
        </button>
      </search>
      <div className="row list-shape small">
        <Choice
          label={word('group.by')}
          value={group}
          options={named(grouping)}
          onChoose={(value) =>
            setView({ group: value ?? list.none.group, shut: undefined, ...(value && value !== pivot ? {} : { pivot: undefined }) })
          }
        />
        {group ? (
          <Choice
            label={word('group.against')}
            value={pivot}
            options={named(grouping.filter(({ id }) => id !== group))}
            onChoose={(value) => setView({ pivot: value })}
          />
        ) : null}
        {group && pivot ? (
          <Choice
            label={word('group.sum')}
            value={summed[0]}
            options={named(model.columns.filter(({ sums }) => sums))}
            none={word('group.counts')}
            onChoose={(value) => setView({ sum: value ? [value, ...summed.filter((id) => id !== value)].join(',') : list.none.sum })}
          />
        ) : null}
        {group ? (
          <span className="row list-shut">
            <button type="button" className="button plain" onClick={() => setView({ shut: ALL_SHUT }, { replace: true })}>
              {word('group.shutAll')}
            </button>
            <button type="button" className="button plain" onClick={() => setView({ shut: undefined }, { replace: true })}>
              {word('group.openAll')}
            </button>
          </span>
        ) : null}
        {/* Where there are no heads to press. */}
        <span className={isPicture ? undefined : 'list-order'}>
          <Choice
            label={word('group.sort')}
            value={sort}
            options={named(model.shown.filter(({ sorts }) => sorts)).flatMap(({ id, head }) => [
              { id, head: `${head} ↑` },
              { id: `-${id}`, head: `${head} ↓` },
            ])}
            none={word('group.ownOrder')}
            onChoose={(value) => setView({ sort: value }, { replace: true })}
          />
        </span>
        {isPicture ? null : (
          <DialogTrigger>
            <Button className="button">{word('list.columns', { shown: model.shown.length, of: model.columns.length })}</Button>
            <Popover isNonModal className="popover list-popover" placement="bottom end">
              <Dialog aria-label={word('list.columnsTitle')}>
                <ColumnsPanel list={list} model={model} />
              </Dialog>
            </Popover>
          </DialogTrigger>
        )}
        <Files list={list} model={model} caption={caption} chosen={chosen} />
        {children}
      </div>
    </div>
  );
}

/** So long the next letter is waited for before a list is asked, in milliseconds. */
const TYPING_MS = 250;

/** Does the last of several things that come one upon the other. */
function useLater(): (deed: () => void) => void {
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return (deed) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(deed, TYPING_MS);
  };
}

/** A condition: a press on its words changes it, one on its cross drops it. */
function Chip({
  list,
  model,
  condition,
  all,
}: {
  readonly list: List;
  readonly model: ListModel;
  readonly condition: Condition;
  readonly all: readonly Condition[];
}) {
  const word = useWords();
  const setView = useSetView();
  const sayHead = useSayHead();
  const sayCondition = useSayCondition(model);
  const column = model.columns.find(({ id }) => id === condition.column);
  if (!column) return null;
  const said = sayCondition(column, condition);
  return (
    <span className="list-chip">
      <DialogTrigger>
        <Button className="button">
          <span className="soft">{sayHead(column)}</span> {said}
        </Button>
        <Popover isNonModal className="popover list-popover" placement="bottom start">
          <Dialog aria-label={word('list.filter')}>
            {({ close }) => <FilterPanel list={list} model={model} held={all} column={column} onDone={close} />}
          </Dialog>
        </Popover>
      </DialogTrigger>
      <button type="button" className="button" onClick={() => setView(withFilter(all.filter((each) => each !== condition)))}>
        <span aria-hidden="true">×</span>
        <span className="unseen">
          {word('group.drop')}: {sayHead(column)} {said}
        </span>
      </button>
    </span>
  );
}

/** Values of a condition that are named before the others are counted. */
const NAMED = 3;

/** Gives what a condition says behind the head of its column. */
function useSayCondition(model: ListModel): (column: ListColumn, condition: Condition) => string {
  const word = useWords();
  const sayKey = useSayKey();
  return (column, { operator, values }) => {
    const nameOf = (key: string) => model.conditions.find((each) => each.column === column.id && each.key === key)?.name ?? null;
    const said = values.slice(0, NAMED).map((value) => sayKey(column, value ?? '', value === null ? null : nameOf(value)));
    const more = values.length > NAMED ? ` ${word('list.andMore', { count: values.length - NAMED })}` : '';
    const text = `${said.join(word('list.or'))}${more}`;
    const id = OPERATORS.find((each) => each === operator) ?? 'is';
    return id === 'is' || id === 'in' ? text : word(`list.operator.${id}`, { value: text });
  };
}

/** Exactly what is shown as a file: its columns, its rows, their order; of the ticked rows alone where some are, and not more than can be named. */
function Files({
  list: { name, asked },
  model,
  caption,
  chosen,
}: {
  readonly list: List;
  readonly model: ListModel;
  readonly caption: string;
  readonly chosen: readonly string[];
}) {
  const word = useWords();
  const lang = useLanguage();
  const scope = useScope();
  const ofChosen = chosen.length > 0 && chosen.length <= MOST_NAMED && chosen.join(',').length <= MOST_SIGNS;
  const filter = ofChosen ? filterText([{ column: 'id', operator: 'in', values: chosen }]) : asked.filter;
  const { q, sort, month }: ListAsked = asked;
  const columns = model.shown.map(({ id }) => id).join(',');
  const query = { lang, ...scope, month, columns, sort, filter, ...(ofChosen ? {} : { q }) };
  const files = (['csv', 'xlsx'] as const).map((format) => ({
    label: format.toUpperCase(),
    of: word('list.fileOf', { count: ofChosen ? chosen.length : model.total, name: caption }),
    href: fileAddress(`export-${name}-${format}`, { query }),
  }));
  return (
    <span className="row list-files">
      <span className="soft">{ofChosen ? word('list.exportChosen', { count: chosen.length }) : word('list.export')}</span>
      <FileLinks files={files} />
    </span>
  );
}

/** One of the columns of a list, or none: what it is grouped by, put in order by, added up. */
function Choice({
  label,
  value,
  options,
  none,
  onChoose,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly id: string; readonly head: string }[];
  readonly none?: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}) {
  const field = useId();
  const word = useWords();
  return (
    <span className="group-choice">
      <label className="soft" htmlFor={field}>
        {label}
      </label>{' '}
      <Select
        id={field}
        value={value}
        options={options.map(({ id, head }) => [id, head])}
        none={none ?? word('group.none')}
        onChoose={(id) => onChoose(id ?? undefined)}
      />
    </span>
  );
}
