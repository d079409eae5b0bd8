import type { Place } from '@westgate/contract';
import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { useMapSheet } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { AimWord } from '../../../parts/aim-mark.tsx';
import { Button } from '../../../parts/button.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { useLanguage } from '../../../scope/use-view.ts';
import type { AtlasState } from './use-atlas.ts';
import { areaHa, nameOf, nextSort, SORT_FIELDS, type SortField } from './view-model.ts';

/** The places as a table: sorted by its heads, walked with the arrow keys, selected with Enter. */
export function PlaceTable({ atlas }: { atlas: AtlasState }) {
  const word = useWords();
  const selectedId = atlas.selected?.kind === 'place' ? atlas.selected.id : null;
  const body = useRef<HTMLTableSectionElement>(null);
  const { items: rows, total, hasMore, isAsking, askMore } = atlas.table;
  const placed = useMapSheet().data?.placed;
  const lit = new Set(atlas.lit.map(({ place }) => place));
  const shownFirst = selectedId ?? rows.find((place) => lit.has(place.id))?.id ?? null;
  useEffect(() => {
    if (shownFirst) body.current?.querySelector(`[data-place="${CSS.escape(shownFirst)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [shownFirst]);
  const stopId = rows.some((place) => place.id === selectedId) ? selectedId : rows[0]?.id;
  return (
    <div className="drawer-table">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked and selected is a grid (WAI-ARIA APG) */}
      <table className="place-table" role="grid" aria-label={word('atlas.table.caption')}>
        <thead>
          <tr>
            {SORT_FIELDS.map((field) => (
              <HeadCell key={field} atlas={atlas} field={field} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={walkRows}>
          {rows.map((place) => (
            <PlaceRow
              key={place.id}
              place={place}
              pick={atlas.pick}
              isSelected={place.id === selectedId}
              isLit={lit.has(place.id)}
              isStop={place.id === stopId}
            />
          ))}
        </tbody>
      </table>
      {hasMore ? (
        <p className="drawer-more">
          <Button name={word('atlas.table.more')} disabled={isAsking} onClick={askMore} />{' '}
          <span className="small soft">{word('atlas.table.shown', { shown: rows.length })}</span>
        </p>
      ) : null}
      {total === 0 ? <p className="drawer-empty soft small">{word(placed === 0 ? 'atlas.empty' : 'atlas.table.empty')}</p> : null}
    </div>
  );
}

function HeadCell({ atlas, field }: { atlas: AtlasState; field: SortField }) {
  const word = useWords();
  const sorted = atlas.sort === field ? 'ascending' : atlas.sort === `-${field}` ? 'descending' : 'none';
  return (
    <th scope="col" aria-sort={sorted} className={isNumber(field) ? 'number' : ''}>
      <button type="button" onClick={() => atlas.set({ sort: nextSort(atlas.sort, field) })}>
        {word(`atlas.column.${field}`)}
        {field === 'area' ? <small> ha</small> : null}
        <span aria-hidden="true">{sorted === 'none' ? '' : sorted === 'ascending' ? ' ↑' : ' ↓'}</span>
      </button>
    </th>
  );
}

/** One row. Drawn again only when something of its own changes: a table may hold thousands. */
const PlaceRow = memo(function PlaceRow(props: {
  place: Place;
  pick: (place: string) => void;
  isSelected: boolean;
  isLit: boolean;
  isStop: boolean;
}) {
  const { place, pick, isSelected, isLit, isStop } = props;
  const word = useWords();
  const say = useSay();
  const language = useLanguage();
  const hectares = areaHa(place);
  const numbers = place.sentenceNumbers;
  return (
    <tr
      aria-selected={isSelected}
      data-place={place.id}
      className={isLit ? 'lit' : ''}
      tabIndex={isStop ? 0 : -1}
      onClick={() => pick(place.id)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') pick(place.id);
      }}
    >
      <td>{nameOf(place, language)}</td>
      <td>{word(`place.${place.kind}`)}</td>
      <td>{place.aim ? <AimWord aim={place.aim} /> : <span className="soft">{word('aim.none')}</span>}</td>
      <td>{place.stage === 'not-known' ? <Unknown /> : word(`stage.${place.stage}`)}</td>
      <td>{numbers.length > 0 ? numbers.join(' ') : <span className="soft">{word('links.none')}</span>}</td>
      <td>{place.lead ? say(place.lead.name) : <Unknown />}</td>
      <td className="number">
        {hectares === null ? <Unknown /> : new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(hectares)}
      </td>
      <td className="number">{place.area?.period?.slice(0, 4) ?? <Unknown />}</td>
      <td>{place.position === 'not-known' ? <Unknown /> : word(`atlas.position.${place.position}`)}</td>
    </tr>
  );
});

/** Up and down, Home and End move between rows. */
function walkRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const rows = [...event.currentTarget.rows];
  const at = rows.findIndex((each) => each.matches(':focus'));
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const row = target === undefined ? undefined : rows[target];
  if (!row) return;
  event.preventDefault();
  row.focus();
}

function isNumber(field: SortField): boolean {
  return field === 'area' || field === 'year';
}
