import { Link } from '@tanstack/react-router';
import type { Matters } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import { useState } from 'react';
import { fileAddress } from '../../../api/file-address.ts';
import { useMatters } from '../../../api/supervision.ts';
import { useTitle } from '../../../frame/use-title.ts';
import { useLanguage, useSetView, useView } from '../../../frame/use-view.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { AsOfAxis } from '../../../parts/as-of-axis.tsx';
import { AsWritten } from '../../../parts/as-written.tsx';
import { Await } from '../../../parts/await.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { FileLinks } from '../../../parts/file-links.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { DepartmentSelect } from '../../../reporting/department-select.tsx';
import { LightWord } from '../../../supervision/light-word.tsx';

/** Rows at first, and more at a time. */
const ROWS = 100;

/** The ledger of supervision: every matter with its light, the overdue first; a table, on a phone a list. */
export function Supervision() {
  const word = useWords();
  const lang = useLanguage();
  const setView = useSetView();
  const { department: asked, light, asOf } = useView();
  const department = asked === 'all' ? undefined : asked;
  const [limit, setLimit] = useState(ROWS);
  const matters = useMatters({ department, light, limit });
  useTitle(word('screen.supervision'));
  return (
    <div className="register">
      <div className="register-main supervision">
        <h1>{word('screen.supervision')}</h1>
        <p className="small soft">{word('matter.lead')}</p>
        <div className="row board-tools">
          <label className="small">
            {word('matter.light')}{' '}
            <select
              className="field"
              value={light ?? ''}
              onChange={({ target }) => setView({ light: vocabulary.SUPERVISION_LIGHTS.find((each) => each === target.value) })}
            >
              <option value="">{word('board.all')}</option>
              {vocabulary.SUPERVISION_LIGHTS.map((each) => (
                <option key={each} value={each}>
                  {word(`light.${each}`)}
                </option>
              ))}
            </select>
          </label>
          <DepartmentSelect value={department} />
          <FileLinks
            files={['csv', 'xlsx'].map((format) => ({
              label: format.toUpperCase(),
              of: word('screen.supervision'),
              href: fileAddress(`exports/supervision.${format}`, { lang, asOf, department, light }),
            }))}
          />
        </div>
        <Await query={matters}>
          {(found) => (
            <>
              <LightCounts counts={found.counts} />
              {found.items.length === 0 ? <EmptyState>{word('matter.none')}</EmptyState> : <MatterTable items={found.items} />}
              {found.total > found.items.length ? (
                <p className="row">
                  <button type="button" className="button" onClick={() => setLimit(limit + ROWS)}>
                    {word('today.more', { count: found.total - found.items.length })}
                  </button>
                </p>
              ) : null}
            </>
          )}
        </Await>
      </div>
      <AsOfAxis />
    </div>
  );
}

function LightCounts({ counts }: { readonly counts: Matters['counts'] }) {
  return (
    <p className="light-counts small">
      {vocabulary.SUPERVISION_LIGHTS.map((light) => (
        <span key={light}>
          <LightWord light={light} /> <b>{counts[light]}</b>
        </span>
      ))}
    </p>
  );
}

function MatterTable({ items }: { readonly items: Matters['items'] }) {
  const word = useWords();
  return (
    <div className="table-scroll">
      <table className="table stacking matter-table">
        <caption className="unseen">{word('screen.supervision')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('noun.supervision')}</th>
            <th scope="col">{word('matter.light')}</th>
            <th scope="col">{word('matter.stands')}</th>
            <th scope="col">{word('record.lead')}</th>
            <th scope="col">{word('due.name')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((matter) => (
            <MatterRow key={matter.id} matter={matter} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MatterRow({ matter }: { readonly matter: Matters['items'][number] }) {
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
      <td data-head={word('matter.light')}>
        <LightWord light={matter.light} lateBy={matter.lateBy} />
      </td>
      <td data-head={word('matter.stands')}>
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
