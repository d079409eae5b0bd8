import { tagsAsked, vocabulary } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { WordField } from '../../../parts/word-field.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { type AtlasState, hasKind } from './use-atlas.ts';

const STAGES = ['candidate', 'under-way', 'done', 'not-known'] as const;

/** In the address: under no value of an axis. */
const NONE = 'none';

/** The one filter of map, table and legend: aim, kind, stage, the other axes and a word. */
export function FilterFields({ atlas }: { atlas: AtlasState }) {
  const word = useWords();
  const say = useSay();
  const { aims } = useDistrictFrame();
  const { filter, set } = atlas;
  const kinds = vocabulary.PLACE_KINDS.filter((kind) => kind === filter.kind || hasKind(atlas, kind));
  const isFiltered = [filter.aim, filter.tag, filter.kind, filter.stage, filter.q].some((value) => value !== undefined);
  const chosen = (value: string): string | undefined => value || undefined;
  return (
    <search className="filter" aria-label={word('atlas.filter')}>
      <select aria-label={word('atlas.filter.aim')} value={filter.aim ?? ''} onChange={(event) => set({ aim: chosen(event.target.value) })}>
        <option value="">{word('atlas.filter.any.aim')}</option>
        {[...aims].map(([id, { name }]) => (
          <option key={id} value={id}>
            {name ? say(name) : id}
          </option>
        ))}
      </select>
      <select
        aria-label={word('atlas.filter.kind')}
        value={filter.kind ?? ''}
        onChange={(event) => set({ kind: chosen(event.target.value) })}
      >
        <option value="">{word('atlas.filter.any.kind')}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {word(`place.${kind}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={word('atlas.filter.stage')}
        value={filter.stage ?? ''}
        onChange={(event) => set({ stage: chosen(event.target.value) })}
      >
        <option value="">{word('atlas.filter.any.stage')}</option>
        {STAGES.map((stage) => (
          <option key={stage} value={stage}>
            {word(`stage.${stage}`)}
          </option>
        ))}
      </select>
      <TagFilter />
      <WordField label={word('atlas.filter.text')} value={filter.q ?? ''} onWord={(q) => set({ q: chosen(q) })} />
      {isFiltered ? (
        <button
          type="button"
          className="text-button"
          onClick={() => set({ aim: undefined, tag: undefined, kind: undefined, stage: undefined, q: undefined })}
        >
          {word('atlas.filter.clear')}
        </button>
      ) : null}
    </search>
  );
}

/** Narrows a list or a map to values of the plan axes, one of each axis; the aim has a choice of its own. */
function TagFilter() {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { tag } = useView();
  const axes = useDistrictFrame().district.axes.filter(({ id, values }) => id !== 'aim' && values.length > 0);
  if (axes.length === 0) return null;
  const asked = tagsAsked(tag);
  const put = (tags: typeof asked): void =>
    setView({ tag: tags.map(({ axis, value }) => `${axis}:${value ?? NONE}`).join(',') || undefined, page: undefined }, { replace: true });
  const nameOf = (axis: string, value: string | null): string => {
    const known = axes.find(({ id }) => id === axis)?.values.find(({ id }) => id === value);
    return known ? say(known.name) : value === null ? word('axis.none') : value;
  };
  return (
    <>
      <select
        className="field"
        aria-label={word('axis.filter')}
        value=""
        onChange={({ target }) => put([...asked.filter(({ axis }) => !target.value.startsWith(`${axis}:`)), ...tagsAsked(target.value)])}
      >
        <option value="">{word('axis.choose')}</option>
        {axes.map(({ id, name, values }) => (
          <optgroup key={id} label={say(name)}>
            {[...values.map((value) => value.id), null].map((value) => (
              <option key={value ?? NONE} value={`${id}:${value ?? NONE}`}>
                {nameOf(id, value)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {asked.map(({ axis, value }) => (
        <button key={axis} type="button" className="button" onClick={() => put(asked.filter((each) => each.axis !== axis))}>
          {say(axes.find(({ id }) => id === axis)?.name ?? { zh: axis, en: axis })}: {nameOf(axis, value)} <span aria-hidden="true">×</span>
          <span className="unseen"> {word('group.drop')}</span>
        </button>
      ))}
    </>
  );
}
