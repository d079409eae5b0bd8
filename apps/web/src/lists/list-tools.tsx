import { ALL_SHUT, readWhere, type Where, whereText } from '@westgate/base';
import { useId, useState } from 'react';
import { useSetView, useView } from '../frame/use-view.ts';
import { Choice } from '../list/choice.tsx';
import type { SaidAttribute, SaidMeasure } from '../list/pivot-table.tsx';
import { useWords } from '../messages/words.ts';
import { WordField } from '../parts/word-field.tsx';
import type { ValueCount } from './shown-attribute.ts';

/** The group of an address that asks for none where a list has one of its own. */
const NO_GROUP = 'none';

/** What a list is grouped by, what that is set against, what is added up; and what it is narrowed to. All of it stands in the address. */
export function ListTools({
  attributes,
  measures,
  valuesOf,
  ownGroup,
  sorts,
  hasWords = false,
}: {
  readonly attributes: readonly SaidAttribute[];
  readonly measures: readonly SaidMeasure[];
  /** The values of an attribute that occur in what is shown, and how often. */
  readonly valuesOf: (id: string) => readonly ValueCount[];
  /** What the list is grouped by where the address says nothing. */
  readonly ownGroup?: string | undefined;
  /** What it can be put in order by. */
  readonly sorts: readonly { readonly id: string; readonly head: string }[];
  /** Whether it has a field for words to look for; those that do not stand in the address have their own. */
  readonly hasWords?: boolean;
}) {
  const word = useWords();
  const setView = useSetView();
  const { q, group: asked, pivot, sum, where, sort } = useView();
  const group = asked ?? ownGroup;
  // In a narrow window the tools are put away until they are wanted.
  const [isOpen, setOpen] = useState([asked, pivot, sort, q, where].some((each) => each !== undefined));
  const narrow = useId();
  if (attributes.length === 0) return null;
  const isGrouped = attributes.some(({ id }) => id === group);
  const askGroup = (value: string | undefined): void => {
    const kept = value === ownGroup ? undefined : (value ?? (ownGroup === undefined ? undefined : NO_GROUP));
    const isPivot = value !== undefined && value !== pivot;
    setView({ group: kept, shut: undefined, page: undefined, ...(isPivot ? {} : NO_PIVOT) }, { replace: true });
  };
  return (
    <div className={`row small group-tools no-print ${isOpen ? 'open' : ''}`}>
      <button type="button" className="button group-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {word('group.tools')}
      </button>
      {hasWords ? (
        <WordField
          className="field group-words"
          label={word('register.filter')}
          value={q ?? ''}
          onWord={(typed) => setView({ q: typed || undefined, page: undefined }, { replace: true })}
        />
      ) : null}
      <Choice label={word('group.by')} value={isGrouped ? group : undefined} options={attributes} onChoose={askGroup} />
      {isGrouped ? (
        <Choice
          label={word('group.against')}
          value={pivot}
          options={attributes.filter(({ id }) => id !== group)}
          onChoose={(value) => setView({ pivot: value, ...(value ? {} : NO_PIVOT) }, { replace: true })}
        />
      ) : null}
      {isGrouped && pivot && measures.length > 0 ? (
        <Choice
          label={word('group.sum')}
          value={sum}
          options={measures}
          none={word('group.counts')}
          onChoose={(value) => setView({ sum: value }, { replace: true })}
        />
      ) : null}
      <Choice
        label={word('group.sort')}
        value={sort}
        options={sorts.flatMap(({ id, head }) => [
          { id, head: `${head} ↑` },
          { id: `-${id}`, head: `${head} ↓` },
        ])}
        none={word('group.ownOrder')}
        onChoose={(value) => setView({ sort: value, page: undefined }, { replace: true })}
      />
      <Narrow field={narrow} attributes={attributes} valuesOf={valuesOf} held={readWhere(where)} />
      {isGrouped ? (
        <span className="row group-shut">
          <button type="button" className="button plain" onClick={() => setView({ shut: ALL_SHUT, page: undefined }, { replace: true })}>
            {word('group.shutAll')}
          </button>
          <button type="button" className="button plain" onClick={() => setView({ shut: undefined, page: undefined }, { replace: true })}>
            {word('group.openAll')}
          </button>
        </span>
      ) : null}
      <Conditions attributes={attributes} held={readWhere(where)} onDrop={() => document.getElementById(narrow)?.focus()} />
    </div>
  );
}

const NO_PIVOT = { pivot: undefined, sum: undefined } as const;

/** Most values of an attribute that are offered to narrow a list by; of more, its groups are the better way. */
const OFFERED = 60;

/** Narrows the list to one value of any attribute: chosen first, as arrow keys go through the values one by one, and then applied. */
function Narrow({
  field,
  attributes,
  valuesOf,
  held,
}: {
  readonly field: string;
  readonly attributes: readonly SaidAttribute[];
  readonly valuesOf: (id: string) => readonly ValueCount[];
  readonly held: readonly Where[];
}) {
  const word = useWords();
  const [picked, pick] = useState('');
  const setView = useSetView();
  const offered = attributes.flatMap((attribute) => {
    const values = valuesOf(attribute.id);
    return values.length > 1 && values.length <= OFFERED ? [{ ...attribute, values }] : [];
  });
  if (offered.length === 0) return null;
  return (
    <span className="group-choice">
      <label className="soft" htmlFor={field}>
        {word('group.only')}
      </label>{' '}
      <select id={field} className="field" value={picked} onChange={({ target: { value } }) => pick(value)}>
        <option value="">{word('group.choose')}</option>
        {offered.map(({ id, head, say, values }) => (
          <optgroup key={id} label={head}>
            {values.map(({ key, count }) => (
              <option key={key} value={whereText([{ column: id, key }])}>
                {say(key)} ({count})
              </option>
            ))}
          </optgroup>
        ))}
      </select>{' '}
      {picked === '' ? null : (
        <button
          type="button"
          className="button filled"
          onClick={() => {
            setView({ where: whereText([...held, ...readWhere(picked)]), page: undefined });
            pick('');
            document.getElementById(field)?.focus();
          }}
        >
          {word('group.apply')}
        </button>
      )}
    </span>
  );
}

/** What the list is narrowed to; a press drops a condition. */
function Conditions({
  attributes,
  held,
  onDrop,
}: {
  readonly attributes: readonly SaidAttribute[];
  readonly held: readonly Where[];
  readonly onDrop: () => void;
}) {
  const word = useWords();
  const setView = useSetView();
  return held.flatMap((each) => {
    const attribute = attributes.find(({ id }) => id === each.column);
    if (!attribute) return [];
    return [
      <button
        key={`${each.column}:${each.key}`}
        type="button"
        className="button"
        onClick={() => {
          setView({ where: whereText(held.filter((other) => other !== each)), page: undefined });
          onDrop();
        }}
      >
        {attribute.head}: {attribute.say(each.key)} <span aria-hidden="true">×</span>
        <span className="unseen"> {word('group.drop')}</span>
      </button>,
    ];
  });
}
