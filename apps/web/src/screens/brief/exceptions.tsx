import type { Brief } from '@westgate/contract';
import { useWords } from '../../messages/words.ts';
import { DayText } from '../../parts/day-text.tsx';
import { StateWord } from '../../parts/state-word.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { fitting } from './view-model.ts';

/** What wants looking at: late, moved, without owner or due day. */
export function Exceptions({ brief }: { readonly brief: Brief }) {
  const word = useWords();
  const { shown, more } = fitting('exceptions', brief.exceptions, { count: brief.exceptionCount, aims: brief.aims.length });
  const { late, slipped, 'no-owner': noOwner, 'no-due-date': noDay } = brief.exceptionCounts;
  return (
    <section aria-labelledby="brief-exceptions" className="brief-exceptions">
      <h2 id="brief-exceptions">
        {word('brief.exceptions')} <small>{brief.exceptionCount}</small>
      </h2>
      <p className="row small">
        <StateWord state="late" count={late} />
        <StateWord state="slipped" count={slipped} />
        <span>
          {word('gap.no-owner')} {noOwner}
        </span>
        <span>
          {word('gap.no-due-date')} {noDay}
        </span>
      </p>
      {shown.length === 0 ? <p className="small soft">{word('brief.noExceptions')}</p> : null}
      {shown.length > 0 ? (
        <div className="table-scroll">
          <table className="table stacking">
            <caption className="unseen">{word('brief.exceptions')}</caption>
            <thead>
              <tr>
                <th scope="col">{word('noun.commitment')}</th>
                <th scope="col">{word('verdict.name')}</th>
                <th scope="col">{word('commitment.owner')}</th>
                <th scope="col">{word('due.name')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ thing, state, owner, due }) => (
                <tr key={thing.id}>
                  <td data-head={word('noun.commitment')}>
                    <ThingLink thing={thing} />
                  </td>
                  <td data-head={word('verdict.name')}>
                    <StateWord state={state} />
                  </td>
                  <td data-head={word('commitment.owner')}>{owner ? <ThingLink thing={owner} /> : <Unknown />}</td>
                  <td data-head={word('due.name')}>{due ? <DayText on={due} /> : <Unknown />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {more > 0 ? <p className="small soft">{word('brief.more', { count: more })}</p> : null}
    </section>
  );
}
