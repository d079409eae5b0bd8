import { headed, type Section } from '../../../lists/arrange.ts';
import { type Choice, Tick, TickHead } from '../../../lists/bulk/bulk-choice.tsx';
import { GroupedBody } from '../../../lists/grouped-body.tsx';
import type { SaidAttribute } from '../../../lists/shown-attribute.ts';
import { SortHead } from '../../../lists/sort-head.tsx';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { PlanCell, PlanHead, useColumnCount } from '../../../parts/plan-cell.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { Unknown } from '../../../parts/unknown.tsx';
import { WhyWord } from '../../../reporting/exception-counts.tsx';
import { slipSaid } from '../dates/view-model.ts';
import type { BoardItem } from './view-model.ts';

/** Columns of the table. */
const COLUMNS = 8;

/** The same as rows: project, its plans, kind, lead, open gate, gates passed, what is missing, the slip, the day of the last pass; heads sort. */
export function GateTable({
  sections,
  group,
  choice,
}: {
  readonly sections: readonly Section<BoardItem>[];
  readonly group: SaidAttribute | null;
  /** What is ticked to be changed together; null for who may change nothing. */
  readonly choice: Choice | null;
}) {
  const word = useWords();
  const columns = useColumnCount(COLUMNS + (choice ? 1 : 0));
  return (
    <div className="table-scroll">
      <table className="table stacking gate-table">
        <caption className="unseen">{word('screen.programme')}</caption>
        <thead>
          <tr>
            {choice ? <TickHead /> : null}
            <SortHead id="name">{word('noun.project')}</SortHead>
            <PlanHead />
            <SortHead id="kind">{word('board.kind')}</SortHead>
            <SortHead id="lead">{word('record.lead')}</SortHead>
            <SortHead id="gate">{word('board.open')}</SortHead>
            <SortHead id="passed" isNumber>
              {word('board.passedCount')}
            </SortHead>
            <SortHead id="missing" isNumber>
              {word('board.missingCount')}
            </SortHead>
            <SortHead id="slip" isNumber>
              {word('dates.slip')}
            </SortHead>
            <SortHead id="last">{word('board.last')}</SortHead>
          </tr>
        </thead>
        <GroupedBody sections={headed(sections)} group={group} columns={columns}>
          {(item) => <Row key={item.project.id} item={item} choice={choice} />}
        </GroupedBody>
      </table>
    </div>
  );
}

function Row({ item, choice }: { readonly item: BoardItem; readonly choice: Choice | null }) {
  const word = useWords();
  const say = useSay();
  return (
    <tr>
      {choice ? <Tick row={item.project} {...choice} /> : null}
      <th scope="row">
        <ThingLink thing={item.project} />
      </th>
      <PlanCell plans={item.plans} />
      <td data-head={word('board.kind')}>{word(`project.${item.kind}`)}</td>
      <td data-head={word('record.lead')}>{item.lead ? <ThingLink thing={item.lead} /> : <Unknown />}</td>
      <td data-head={word('board.open')}>
        {item.admission === 'refused'
          ? word('board.refused')
          : item.open
            ? `${item.open.position} ${say(item.open.name)}`
            : word(item.gates > 0 ? 'board.passed' : 'gates.noRules')}
      </td>
      <td className="number" data-head={word('board.passedCount')}>
        {item.passed} / {item.gates}
        {item.reopened > 0 ? (
          <small className="block">
            <WhyWord why="reopened" />
          </small>
        ) : null}
      </td>
      <td className="number" data-head={word('board.missingCount')}>
        {item.open ? (item.missing ?? <Unknown />) : ''}
      </td>
      <td className="number" data-head={word('dates.slip')}>
        <Slip days={item.slipDays} />
      </td>
      <td data-head={word('board.last')}>{item.lastPass ? <DayText on={item.lastPass} /> : <Unknown />}</td>
    </tr>
  );
}

function Slip({ days }: { readonly days: number | null }) {
  const word = useWords();
  const said = slipSaid({ slip: days === null ? null : { days } });
  return said ? word(said.word, { days: said.days }) : <Unknown />;
}
