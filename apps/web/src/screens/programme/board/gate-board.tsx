import { useSay, useWords } from '../../../messages/words.ts';
import { ProjectCards } from './project-cards.tsx';
import type { BoardBand, BoardColumn } from './view-model.ts';

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
      <ProjectCards items={items} />
    </li>
  );
}
