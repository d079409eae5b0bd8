import { useWords } from '../../../messages/words.ts';
import { FilterFields } from './filter-fields.tsx';
import { PlaceTable } from './place-table.tsx';
import type { AtlasState } from './use-atlas.ts';

/** The map's equivalent list: the same places, filter and selection. Its bar holds the filter and is always there. */
export function PlaceDrawer({ atlas }: { atlas: AtlasState }) {
  const word = useWords();
  const { isTableOpen } = atlas;
  return (
    <section className="drawer" aria-label={word('atlas.table')}>
      <div className="drawer-bar">
        <h2>{word('atlas.table')}</h2>
        <span role="status">{atlas.table.total === null ? null : word('atlas.table.count', { count: atlas.table.total })}</span>
        <FilterFields atlas={atlas} />
        <span className="spring" />
        {isTableOpen ? (
          <label className="drawer-tick">
            <input type="checkbox" checked={atlas.onlyInView} onChange={() => atlas.set({ inview: atlas.onlyInView ? undefined : '1' })} />
            {word('atlas.table.inView')}
          </label>
        ) : null}
        <button
          type="button"
          className="text-button"
          aria-expanded={isTableOpen}
          aria-keyshortcuts="T"
          onClick={() => atlas.set({ drawer: isTableOpen ? undefined : '1' })}
        >
          {word(isTableOpen ? 'atlas.table.close' : 'atlas.table.open')} <kbd>T</kbd>
        </button>
      </div>
      {isTableOpen ? <PlaceTable atlas={atlas} /> : null}
    </section>
  );
}
