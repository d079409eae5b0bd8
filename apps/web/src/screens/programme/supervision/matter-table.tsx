import { Link } from '@tanstack/react-router';
import type { Matters } from '@westgate/contract';
import { GroupedBody } from '../../../lists/grouped-body.tsx';
import type { ServedSection } from '../../../lists/served-list.ts';
import type { SaidAttribute } from '../../../lists/shown-attribute.ts';
import { SortHead } from '../../../lists/sort-head.tsx';
import { useSay, useWords } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { PlanCell, PlanHead, useColumnCount } from '../../../parts/plan-cell.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { LightWord } from '../../../supervision/light-word.tsx';

type Item = Matters['items'][number];

/** Columns of the table. */
const COLUMNS = 5;

/** A row each with its light, where it stands, who leads it, and by when; by groups where the list is grouped. */
export function MatterTable({
  sections,
  group,
}: {
  readonly sections: readonly ServedSection<Item>[];
  readonly group: SaidAttribute | null;
}) {
  const word = useWords();
  const columns = useColumnCount(COLUMNS);
  return (
    <div className="table-scroll">
      <table className="table stacking matter-table">
        <caption className="unseen">{word('screen.supervision')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('noun.supervision')}</th>
            <PlanHead />
            <SortHead id="light">{word('matter.light')}</SortHead>
            <SortHead id="stands">{word('matter.stands')}</SortHead>
            <SortHead id="lead">{word('record.lead')}</SortHead>
            <SortHead id="due">{word('due.name')}</SortHead>
          </tr>
        </thead>
        <GroupedBody sections={sections} group={group} columns={columns}>
          {(matter) => <MatterRow key={matter.id} matter={matter} />}
        </GroupedBody>
      </table>
    </div>
  );
}

function MatterRow({ matter }: { readonly matter: Item }) {
  const word = useWords();
  const say = useSay();
  return (
    <tr>
      <th scope="row">
        <Link to="/supervision/$id" params={{ id: matter.id }}>
          <AsWritten text={say(matter.asked)} />
        </Link>
        <small className="block soft">
          {word(`noun.${matter.subject.kind}`)} <ThingLink thing={matter.subject} />
        </small>
      </th>
      <PlanCell plans={matter.plans} />
      <td data-head={word('matter.light')}>
        <LightWord light={matter.light} lateBy={matter.lateBy} />
      </td>
      <td data-head={word('matter.stands')}>
        {matter.reopened ? <b>{word('matter.reopenedShort')} · </b> : null}
        {word(`matter.${matter.stands}`)} <DayText on={matter.since} />
      </td>
      <td data-head={word('record.lead')}>
        <ThingLink thing={matter.lead} />
      </td>
      <td data-head={word('due.name')}>
        <DayText on={matter.dueOn} />
      </td>
    </tr>
  );
}
