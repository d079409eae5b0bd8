import { dayOf, daysBetween } from '@westgate/base';
import { useSay, useWords } from '../../../messages/words.ts';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { type BoardGate, type BoardItem, isMarked, MOST_ABREAST, signOf } from './level-model.ts';

/** A gate in a cell of the board with its projects as cards; narrow where it has none, one bar a project where its row is shut. */
export function GateBox({
  box: { gate, outside, items },
  isShut,
  asOf,
}: {
  readonly box: BoardGate;
  readonly isShut: boolean;
  readonly asOf: string;
}) {
  const word = useWords();
  const say = useSay();
  const name = gate ? say(gate.name) || gate.id : outside ? word(`board.outside.${outside}`) : '';
  const abreast = Math.min(items.length, MOST_ABREAST);
  const isBlocked = items.some((item) => isMarked(item, 'blocked'));
  if (isShut)
    return (
      <span className="gate-bars">
        {items.map((item) => (
          <i key={item.project.id} className={`gate-bar ${signOf(item)}`} title={say(item.project.name)} />
        ))}
        {items.length > 0 ? <small>{name}</small> : null}
      </span>
    );
  return (
    <div
      className={`gate-box${items.length === 0 ? ' empty' : ''}${isBlocked ? ' blocked' : ''}`}
      style={items.length === 0 ? {} : { flexGrow: abreast }}
      title={items.length === 0 ? name : undefined}
    >
      <p className="gate-head">
        {gate ? <b className="gate-number">{gate.position}</b> : null}
        {items.length === 0 ? <span className="unseen">{name}</span> : <span className="gate-name">{name}</span>}
        {items.length > 1 ? <b>{items.length}</b> : null}
      </p>
      {items.length > 0 ? (
        <ul className={`abreast-${abreast}`} aria-label={name}>
          {items.map((item) => (
            <li key={item.project.id} className={`gate-card ${signOf(item)}`}>
              <ThingLink thing={item.project} />
              <small>
                <BlockLine item={item} />
                <CardLine item={item} asOf={asOf} />
                {item.why.includes('reopened') && signOf(item) !== 'reopened' ? ` · ⤴ ${word('why.reopened')}` : null}
                {item.why.includes('unsourced') && signOf(item) !== 'unsourced' ? ` · ≠ ${word('why.unsourced')}` : null}
              </small>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** What most matters of a project on the board beside a block: late, re-opened, how far behind, from whom its gate needs something; else how it stands. */
function CardLine({ item, asOf }: { readonly item: BoardItem; readonly asOf: string }) {
  const word = useWords();
  const say = useSay();
  if (item.admission === 'refused') return word('board.refused');
  switch (signOf(item)) {
    case 'unanswered':
      return `!? ${word('why.due-not-known')}`;
    case 'late':
      return `! ${word('state.late')}`;
    case 'reopened':
      return `⤴ ${word('why.reopened')}`;
    case 'unsourced':
      return `≠ ${word('why.unsourced')}`;
    case 'blocked':
    case 'waiting':
      return null;
    case 'slipping':
      return `△ ${word('board.behind', { days: item.slipDays ?? 0 })}`;
    case 'needing': {
      const [{ of, since } = { of: null, since: null }] = item.waits ?? [];
      const name = of ? say(of.name) || of.id : word('supplier.owners');
      const said = since ? word('board.askedSince', { name, days: daysBetween(dayOf(since), dayOf(asOf)) }) : word('board.needs', { name });
      return `◇ ${said}`;
    }
    case 'silent':
      return `? ${word('board.nothing')}`;
    case 'none':
      if (item.levelBy === 'evidence' && item.stage.shown) return word(`gates.stage.${item.stage.shown.reached}`);
      return item.missing !== null && item.missing > 0
        ? word('board.missing', { count: item.missing })
        : item.lead
          ? say(item.lead.name)
          : word('board.noLead');
  }
}

/** What the last report of a project says of a block, and whom it waits for, on a line of its own; nothing where it says neither. */
export function BlockLine({ item: { why, waitsFor } }: { readonly item: Pick<BoardItem, 'why' | 'waitsFor'> }) {
  const word = useWords();
  const say = useSay();
  const isBlocked = why.includes('blocked');
  if (!isBlocked && !why.includes('waiting')) return null;
  const waits = waitsFor ? word('board.waits', { name: say(waitsFor.name) || waitsFor.id }) : null;
  return (
    <span className="block">
      {isBlocked ? `‖ ${word('why.blocked')}${waits === null ? '' : ` · ${waits}`}` : `… ${waits ?? word('why.waiting')}`}
    </span>
  );
}
