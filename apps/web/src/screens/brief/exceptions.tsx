import type { Brief } from '@westgate/contract';
import { useWords } from '../../messages/words.ts';
import { DayText } from '../../parts/day-text.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { AllClear } from '../../reporting/all-clear.tsx';
import { ExceptionLine, WhyWords } from '../../reporting/exception-counts.tsx';
import { useYearNotes, YearNotes } from '../../reporting/year-notes.tsx';
import { fitting } from './view-model.ts';

/** What needs attention, with the same counts and rows as the list of exceptions. */
export function Exceptions({ brief }: { readonly brief: Brief }) {
  const word = useWords();
  const { shown, more } = fitting('exceptions', brief.exceptions, {
    count: brief.exceptionCount,
    aims: brief.aims.length,
    notes: useYearNotes(brief.warnings).length,
  });
  const others = brief.overdueMatters + brief.reopenedMatters + brief.silentEvents;
  return (
    <section aria-labelledby="brief-exceptions" className="brief-exceptions">
      <h2 id="brief-exceptions">
        {word('brief.exceptions')} <small>{brief.exceptionCount}</small>
      </h2>
      {brief.exceptionCount + others === 0 ? <AllClear looked={brief.looked} /> : null}
      <p className="row small">
        <ExceptionLine counts={brief.exceptionCounts} />
        {brief.overdueMatters > 0 ? (
          <span>
            {word('matter.overdueOf')} <b>{brief.overdueMatters}</b>
          </span>
        ) : null}
        {brief.reopenedMatters > 0 ? (
          <span>
            {word('matter.reopenedOf')} <b>{brief.reopenedMatters}</b>
          </span>
        ) : null}
        {brief.silentEvents > 0 ? (
          <span>
            {word('exceptions.silentEvents')} <b>{brief.silentEvents}</b>
          </span>
        ) : null}
      </p>
      <YearNotes warnings={brief.warnings} />
      {shown.length > 0 ? (
        <div className="table-scroll">
          <table className="table stacking">
            <caption className="unseen">{word('brief.exceptions')}</caption>
            <thead>
              <tr>
                <th scope="col">{word('exceptions.what')}</th>
                <th scope="col">{word('exceptions.why')}</th>
                <th scope="col">{word('commitment.owner')}</th>
                <th scope="col">{word('due.name')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ thing, why, owner, due }) => (
                <tr key={`${thing.kind} ${thing.id}`}>
                  <td data-head={word('exceptions.what')}>
                    <div className="two-lines">
                      <ThingLink thing={thing} />
                    </div>
                  </td>
                  <td data-head={word('exceptions.why')}>
                    <div className="two-lines">
                      <WhyWords why={why} />
                    </div>
                  </td>
                  <td data-head={word('commitment.owner')}>
                    <div className="two-lines">{owner ? <ThingLink thing={owner} /> : <Unknown />}</div>
                  </td>
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
