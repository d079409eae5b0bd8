import { useSay, useWords } from '../../../messages/words.ts';
import { ThingLink } from '../../../parts/thing-link.tsx';
import type { BoardBand, BoardColumn, BoardItem } from './view-model.ts';

/** The projects of each kind under the gate they stand at. */
export function GateBoard({ bands }: { readonly bands: readonly BoardBand[] }) {
  const word = useWords();
  return bands.map((band) => (
    <section key={band.kind} className="board-band" aria-labelledby={`band-${band.kind}`}>
      <h2 id={`band-${band.kind}`}>
        {word(`project.${band.kind}`)} <small>{band.count}</small>
      </h2>
      <ol className="board-columns">
        {band.columns.map((column) => (
          <Column key={column.key} column={column} />
        ))}
      </ol>
    </section>
  ));
}

function Column({ column: { gate, items } }: { readonly column: BoardColumn }) {
  const word = useWords();
  const say = useSay();
  const hasRules = items.some(({ gates }) => gates > 0);
  return (
    <li>
      <h3>
        {gate ? (
          <>
            <span className="rung-mark" aria-hidden="true">
              {gate.position}
            </span>{' '}
            {say(gate.name)}
          </>
        ) : (
          word(hasRules ? 'board.passed' : 'gates.noRules')
        )}{' '}
        <small>{items.length}</small>
      </h3>
      <ul>
        {items.map((item) => (
          <li key={item.project.id}>
            <ThingLink thing={item.project} />
            <small className="block">
              <BoardLine item={item} />
            </small>
          </li>
        ))}
      </ul>
    </li>
  );
}

function BoardLine({ item }: { readonly item: BoardItem }) {
  const word = useWords();
  const say = useSay();
  const lead = item.lead ? say(item.lead.name) : word('board.noLead');
  if (item.admission === 'refused') return `${lead} · ${word('board.refused')}`;
  if (item.open === null) return lead;
  if (item.passed === 0) return `${lead} · ${word('board.nothing')}`;
  return `${lead} · ${word('board.missing', { count: item.missing })}`;
}
