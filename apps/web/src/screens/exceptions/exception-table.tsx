import type { Exceptions } from '@westgate/contract';
import { type Choice, Tick, TickHead } from '../../lists/bulk/bulk-choice.tsx';
import { GroupedBody } from '../../lists/grouped-body.tsx';
import type { ServedSection } from '../../lists/served-list.ts';
import type { SaidAttribute } from '../../lists/shown-attribute.ts';
import { SortHead } from '../../lists/sort-head.tsx';
import { useSay, useWords } from '../../messages/words.ts';
import { StateAge } from '../../parts/age-note.tsx';
import { AimMark } from '../../parts/aim-mark.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { PlanCell, PlanHead, useColumnCount } from '../../parts/plan-cell.tsx';
import { StateWord } from '../../parts/state-word.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { WhyWords } from '../../reporting/exception-counts.tsx';
import { LastSaid } from '../../reporting/last-said.tsx';
import { StandingWord } from '../../reporting/standing-word.tsx';
import { ExceptionMessage } from './exception-message.tsx';

type Item = Exceptions['items'][number];

/** Columns of the table. */
const COLUMNS = 5;

/** A row each with why, what is known of its cause, whose it is, and by when; by groups where the list is grouped. */
export function ExceptionTable({
  sections,
  group,
  choice,
}: {
  readonly sections: readonly ServedSection<Item>[];
  readonly group: SaidAttribute | null;
  /** What is ticked to be changed together; null where nothing is. */
  readonly choice: Choice | null;
}) {
  const word = useWords();
  const columns = useColumnCount(COLUMNS + (choice ? 1 : 0));
  return (
    <div className="table-scroll">
      <table className="table stacking exception-table">
        <caption className="unseen">{word('exceptions.title')}</caption>
        <thead>
          <tr>
            {choice ? <TickHead /> : null}
            <th scope="col">{word('exceptions.what')}</th>
            <PlanHead />
            <th scope="col">{word('exceptions.why')}</th>
            <th scope="col">{word('exceptions.cause')}</th>
            <SortHead id="department">{word('exceptions.department')}</SortHead>
            <SortHead id="due">{word('due.name')}</SortHead>
          </tr>
        </thead>
        <GroupedBody sections={sections} group={group} columns={columns}>
          {(item) => <ExceptionRow key={`${item.thing.kind} ${item.thing.id}`} item={item} choice={choice} />}
        </GroupedBody>
      </table>
    </div>
  );
}

/** What passed its day without word, with the day. */
function Lapses({ lapses }: Pick<Item, 'lapses'>) {
  const say = useSay();
  if (lapses.length === 0) return null;
  return (
    <ul className="lapses small soft">
      {lapses.map(({ milestone, on }) => (
        <li key={`${on} ${milestone?.zh ?? ''} ${milestone?.en ?? ''}`}>
          <DayText on={on} /> {milestone ? say(milestone) : null}
        </li>
      ))}
    </ul>
  );
}

/** The milestones of which a day was changed without a source. */
function Unsourced({ milestones }: { readonly milestones: Item['unsourced'] }) {
  const say = useSay();
  if (milestones.length === 0) return null;
  return (
    <ul className="lapses small soft">
      {milestones.map((milestone) => (
        <li key={`${milestone.zh ?? ''} ${milestone.en ?? ''}`}>≠ {say(milestone)}</li>
      ))}
    </ul>
  );
}

function ExceptionRow({ item, choice }: { readonly item: Item; readonly choice: Choice | null }) {
  const word = useWords();
  const { thing, why, lapses, unsourced, state, reporting, department, dueOn } = item;
  return (
    <tr>
      {choice ? <Tick row={thing} {...choice} /> : null}
      <td data-head={word('exceptions.what')}>
        <div className="two-lines">
          <AimMark aim={item.aim} /> <ThingLink thing={thing} />
          <span className="soft"> {word(`noun.${thing.kind}`)}</span>
        </div>
      </td>
      <PlanCell plans={item.plans} />
      <td data-head={word('exceptions.why')}>
        <div className="two-lines">
          <WhyWords why={why} />
          <Lapses lapses={lapses} />
          <Unsourced milestones={unsourced} />
        </div>
      </td>
      <td data-head={word('exceptions.cause')}>
        <div className="two-lines">
          <StateWord state={state.name} /> <StateAge state={state} />
          <p>
            <LastSaid reporting={reporting} /> <StandingWord reporting={reporting} />
          </p>
        </div>
      </td>
      <td data-head={word('exceptions.department')}>{department ? <ThingLink thing={department} /> : <Unknown />}</td>
      <td data-head={word('due.name')}>
        {dueOn ? <DayText on={dueOn} /> : <Unknown />} <ExceptionMessage item={item} />
      </td>
    </tr>
  );
}
