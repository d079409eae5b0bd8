import { tagsAsked, vocabulary } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { Select } from '../../../parts/select.tsx';
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
  return (
    <search className="filter" aria-label={word('list.filter')}>
      <Select
        aria-label={word('atlas.filter.aim')}
        value={filter.aim}
        options={[...aims].map(([id, { name }]) => [id, name ? say(name) : id])}
        none={word('atlas.filter.any.aim')}
        onChoose={(id) => set({ aim: id ?? undefined })}
      />
      <Select
        aria-label={word('board.kind')}
        value={filter.kind}
        options={kinds.map((kind) => [kind, word(`place.${kind}`)])}
        none={word('atlas.filter.any.kind')}
        onChoose={(id) => set({ kind: id ?? undefined })}
      />
      <Select
        aria-label={word('record.stage')}
        value={filter.stage}
        options={STAGES.map((stage) => [stage, word(`stage.${stage}`)])}
        none={word('atlas.filter.any.stage')}
        onChoose={(id) => set({ stage: id ?? undefined })}
      />
      <TagFilter />
      <WordField label={word('atlas.filter.text')} value={filter.q ?? ''} onWord={(q) => set({ q: q || undefined })} />
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
      <Select
        aria-label={word('axis.filter')}
        value=""
        none={word('axis.choose')}
        options={axes.flatMap(({ id, name, values }) =>
          [...values.map((value) => value.id), null].map((value) => [`${id}:${value ?? NONE}`, nameOf(id, value), say(name)] as const),
        )}
        onChoose={(id) => put([...asked.filter(({ axis }) => !id?.startsWith(`${axis}:`)), ...tagsAsked(id ?? '')])}
      />
      {asked.map(({ axis, value }) => (
        <button key={axis} type="button" className="button" onClick={() => put(asked.filter((each) => each.axis !== axis))}>
          {say(axes.find(({ id }) => id === axis)?.name ?? { zh: axis, en: axis })}: {nameOf(axis, value)} <span aria-hidden="true">×</span>
          <span className="unseen"> {word('group.drop')}</span>
        </button>
      ))}
    </>
  );
}
