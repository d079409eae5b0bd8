import type { Brief } from '@westgate/contract';
import { useWords } from '../../messages/words.ts';
import { DayText } from '../../parts/day-text.tsx';
import { StateWord } from '../../parts/state-word.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { ExceptionCounts, WhyWord } from '../../reporting/exception-counts.tsx';
import { fitting } from './view-model.ts';

/** What needs attention, with the same counts and rows as the list of exceptions. */
export function Exceptions({ brief }: { readonly brief: Brief }) {
  const word = useWords();
  const { shown, more } = fitting('exceptions', brief.exceptions, { count: brief.exceptionCount, aims: brief.aims.length });
  const others = brief.overdueMatters + brief.silentEvents;
  return (
    <section aria-labelledby="brief-exceptions" className="brief-exceptions">
      <h2 id="brief-exceptions">
        {word('brief.exceptions')} <small>{brief.exceptionCount}</small>
      </h2>
      <ExceptionCounts counts={brief.exceptionCounts} others={others} department={undefined} />
      {others > 0 ? (
        <p className="row small">
          {brief.overdueMatters > 0 ? (
            <span>
              {word('matter.overdueOf')} {brief.overdueMatters}
            </span>
          ) : null}
          {brief.silentEvents > 0 ? (
            <span>
              {word('exceptions.silentEvents')} {brief.silentEvents}
            </span>
          ) : null}
        </p>
      ) : null}
      {shown.length > 0 ? (
        <div className="table-scroll">
          <table className="table stacking">
            <caption className="unseen">{word('brief.exceptions')}</caption>
            <thead>
              <tr>
                <th scope="col">{word('exceptions.what')}</th>
                <th scope="col">{word('exceptions.why')}</th>
                <th scope="col">{word('verdict.name')}</th>
                <th scope="col">{word('commitment.owner')}</th>
                <th scope="col">{word('due.name')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ thing, why, state, owner, due }) => (
                <tr key={`${thing.kind} ${thing.id}`}>
                  <td data-head={word('exceptions.what')}>
                    <ThingLink thing={thing} />
                  </td>
                  <td data-head={word('exceptions.why')}>
                    {why.map((each) => (
                      <WhyWord key={each} why={each} />
                    ))}
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
