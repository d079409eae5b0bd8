import { dayOf, daysBetween, readShut } from '@westgate/base';
import type { GateBoard } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import { type KeyboardEvent, useCallback } from 'react';
import { GroupButton } from '../../../list/list-counts.tsx';
import { useSay, useWords } from '../../../messages/words.ts';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useView } from '../../../scope/use-view.ts';
import { GateBox } from './gate-box.tsx';
import { LevelHead } from './level-head.tsx';
import {
  type BoardItem,
  type BoardLevel,
  type BoardRow,
  chokepointOf,
  isNeeding,
  levelBoard,
  type NeededFrom,
  neededFrom,
  widthOf,
} from './level-model.ts';

/** Width of a card, and of the names of the kinds, in pixels at the usual size of type. */
const CARD = 92;
const KIND = 178;

/** The board: levels across, kinds of project down, in each cell the gates of that kind with the projects that work towards them. */
export function LevelBoard({
  items,
  board,
}: {
  readonly items: readonly BoardItem[];
  readonly board: Pick<GateBoard, 'ladders' | 'asked' | 'asOf'>;
}) {
  const word = useWords();
  const sayLevel = useSayLevel();
  const shut = readShut(useView().shut);
  const { rows, levels } = levelBoard(items, board.ladders);
  const nameOf = (level: BoardLevel): string => (level === 'none' ? word('board.noLevel') : sayLevel(level));
  const widths = levels.map(({ level }) => widthOf(level, rows, shut.isShut));
  const idle = vocabulary.PROJECT_KINDS.filter((kind) => rows.every((row) => row.kind !== kind));
  return (
    <>
      <div className="level-board-scroll">
        <table className="level-board" onKeyDown={moveAmongCards}>
          <caption className="unseen">{word('board.lead')}</caption>
          <colgroup>
            <col style={{ width: `${KIND / 16}em` }} />
            {levels.map(({ level }, index) => (
              <col key={level} style={{ width: `${((widths[index] ?? 1) * CARD) / 16}em` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col" className="small soft">
                {word('board.kind')} {rows.length}
              </th>
              {levels.map(({ level, items: here }) => (
                <LevelHead key={level} name={nameOf(level)} items={here} asOf={board.asOf} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.kind} row={row} isShut={shut.isShut(row.kind)} board={board} nameOf={nameOf} />
            ))}
          </tbody>
        </table>
      </div>
      <BoardNeeds
        needed={neededFrom(items)}
        needing={items.some(({ waits }) => waits === null) ? null : items.filter(isNeeding).length}
        asOf={board.asOf}
      />
      {idle.length > 0 ? (
        <p className="small soft board-idle">
          {word('board.idle')} {idle.map((kind) => word(`project.${kind}`)).join(word('list.comma'))}
        </p>
      ) : null}
    </>
  );
}

function Row({
  row: { kind, items, cells },
  isShut,
  board,
  nameOf,
}: {
  readonly row: BoardRow;
  readonly isShut: boolean;
  readonly board: Pick<GateBoard, 'asked' | 'asOf'>;
  readonly nameOf: (level: BoardLevel) => string;
}) {
  const word = useWords();
  const say = useSay();
  const choke = isShut ? null : chokepointOf(items, board.asked);
  return (
    <tr className={isShut ? 'shut' : ''}>
      <th scope="row">
        <GroupButton group={kind} said={word(`project.${kind}`)} count={items.length} />
        {choke ? <small>{word('board.choke', { name: say(choke.name), count: choke.count })}</small> : null}
      </th>
      {cells.map(({ level, gates }) => {
        const count = gates.reduce((sum, gate) => sum + gate.items.length, 0);
        return (
          <td key={level} data-level={`${nameOf(level)} ${count}`} className={count === 0 ? 'bare' : ''}>
            <div className="level-cell">
              {gates.map((gate) => (
                <GateBox key={gate.key} box={gate} isShut={isShut} asOf={board.asOf} />
              ))}
            </div>
          </td>
        );
      })}
    </tr>
  );
}

/** Gives the name of a level of the programme: the district's own, else the usual one. */
function useSayLevel(): (level: vocabulary.GateLevel) => string {
  const word = useWords();
  const say = useSay();
  const { levels } = useDistrictFrame().district;
  return useCallback((level) => (levels[level] && say(levels[level])) || word(`level.${level}`), [levels, say, word]);
}

/** Arrow keys go from card to card of the board: left and right to the nearest in line, up and down to the nearest above and below. */
function moveAmongCards(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const from = event.target instanceof HTMLElement ? event.target.closest('.gate-card') : null;
  if (!step || !from || event.altKey || event.ctrlKey || event.metaKey) return;
  const [across = 0, down = 0] = step;
  const at = from.getBoundingClientRect();
  const ahead = [...event.currentTarget.querySelectorAll('.gate-card')].flatMap((card) => {
    const box = card.getBoundingClientRect();
    const [x, y] = [box.left - at.left, box.top - at.top];
    const forward = across * x + down * y;
    // What lies aside is farther than what lies ahead.
    return forward > 1 ? [{ card, far: forward + 3 * Math.abs(across === 0 ? x : y) }] : [];
  });
  const nearest = ahead.toSorted((a, b) => a.far - b.far)[0];
  event.preventDefault();
  nearest?.card.querySelector('a')?.focus();
}

/** From whom open gates need something, at the foot of the board: for how many projects, and for how long the first, where they were asked. */
function BoardNeeds({
  needed,
  needing,
  asOf,
}: {
  readonly needed: readonly NeededFrom[];
  /** How many projects need something; null where it is not known. */
  readonly needing: number | null;
  readonly asOf: string;
}) {
  const word = useWords();
  if (needing === null) return <p className="board-needs small soft">{word('board.needsUnknown')}</p>;
  if (needing === 0) return <p className="board-needs small soft">{word('board.noNeeds')}</p>;
  return (
    <div className="board-needs">
      <b>{word('board.needingCount', { count: needing })}</b>
      <ul>
        {needed.map(({ of, count, since }) => (
          <li key={of?.id ?? ''}>
            {of ? <ThingLink thing={of} /> : word('supplier.owners')} <b>{count}</b>
            {since ? <span className="soft"> {word('board.longest', { days: daysBetween(dayOf(since), dayOf(asOf)) })}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
