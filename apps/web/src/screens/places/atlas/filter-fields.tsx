import { vocabulary } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { WordField } from '../../../parts/word-field.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { TagFilter } from './tag-filter.tsx';
import { type AtlasState, hasKind } from './use-atlas.ts';

const STAGES = ['candidate', 'under-way', 'done', 'not-known'] as const;

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
