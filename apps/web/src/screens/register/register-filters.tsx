import { useMemo } from 'react';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { useSetView, useView } from '../../frame/use-view.ts';
import { TagFilter } from '../../lists/tag-filter.tsx';
import { isWordId, useSay, useWords } from '../../messages/words.ts';
import { WordField } from '../../parts/word-field.tsx';
import { valueWordId } from '../../record/form/field-words.ts';
import type { RegisterNoun, RegisterRow } from './rows.ts';
import { countsUnder, occurring } from './view-model.ts';

/** What narrows a list: words, state, kind, aim, the other axes; each with how often it occurs. */
export function RegisterFilters({ noun, rows }: { readonly noun: RegisterNoun; readonly rows: readonly RegisterRow[] }) {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { q, state, kind, aim } = useView();
  const { aims, district } = useDistrictFrame();
  const under = useMemo(() => countsUnder(rows, district.axes), [rows, district]);
  const stateWord = (value: string): string => named(word, noun === 'place' ? `stage.${value}` : `state.${value}`, value);
  const kindWord = (value: string): string => {
    const id = valueWordId(noun, 'kind', value);
    return id ? word(id) : value;
  };
  const aimWord = (value: string): string => {
    const name = aims.get(value)?.name;
    return name ? say(name) : word('aim.none');
  };
  const put = (patch: Parameters<typeof setView>[0]): void => setView({ ...patch, page: undefined }, { replace: true });
  return (
    <search className="register-filters">
      <WordField className="field" label={word('register.filter')} value={q ?? ''} onWord={(typed) => put({ q: typed || undefined })} />
      <Choice
        name={noun === 'place' ? word('record.stage') : word('verdict.name')}
        value={state}
        options={occurring(rows, (row) => row.state)}
        say={stateWord}
        onChoose={(value) => put({ state: value })}
      />
      <Choice
        name={word('record.kind')}
        value={kind}
        options={occurring(rows, (row) => row.kind)}
        say={kindWord}
        onChoose={(value) => put({ kind: value })}
      />
      <Choice
        name={word('register.aim')}
        value={aim}
        options={rows.some((row) => row.aim !== null) ? occurring(rows, (row) => row.aim ?? 'none') : []}
        say={aimWord}
        onChoose={(value) => put({ aim: value })}
      />
      {rows.some(({ under }) => under !== null) ? <TagFilter countOf={(axis, value) => under.get(axis)?.get(value) ?? 0} /> : null}
    </search>
  );
}

function Choice({
  name,
  value,
  options,
  say,
  onChoose,
}: {
  readonly name: string;
  readonly value: string | undefined;
  readonly options: ReturnType<typeof occurring>;
  readonly say: (value: string) => string;
  readonly onChoose: (value: string | undefined) => void;
}) {
  const word = useWords();
  if (options.length === 0) return null;
  return (
    <select className="field" aria-label={name} value={value ?? ''} onChange={(event) => onChoose(event.target.value || undefined)}>
      <option value="">{word('register.choice', { name, value: word('palette.all') })}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {say(option.value)} ({option.count})
        </option>
      ))}
    </select>
  );
}

function named(word: ReturnType<typeof useWords>, id: string, fallback: string): string {
  return isWordId(id) ? word(id) : fallback;
}
