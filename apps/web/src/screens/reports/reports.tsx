import { Link } from '@tanstack/react-router';
import { useAsk } from '../../api/ask.ts';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { useSayPeriod } from '../../parts/day-text.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FileLinks } from '../../parts/file-links.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useScope, useShownDay } from '../../scope/district-context.ts';
import { useMayOpen } from '../../scope/may-open.ts';
import { useMay } from '../../scope/signed-in.ts';
import { useLanguage } from '../../scope/use-view.ts';
import { MakeReport } from './make-report.tsx';
import { ReportItem } from './report-item.tsx';
import { FILED_LISTS, listFiles } from './view-model.ts';

/** Numbered reports that stay as they were made, and every list as a file. */
export function Reports() {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const language = useLanguage();
  const scope = useScope();
  const { day } = useShownDay();
  const mayMake = useMay()('report');
  const reports = useAsk('reports');
  const mayOpen = useMayOpen();
  useTitle(word('screen.reports'));
  return (
    <div className="register">
      <div className="register-main reports">
        <h1>{word('screen.reports')}</h1>
        <p className="small soft">{word('report.lead')}</p>
        <p className="row">
          <Link to="/coverage" className="button">
            {word('coverage.title')}
          </Link>
          <Link to="/brief" className="button">
            {word('brief.title')}
          </Link>
          <Link to="/monthly" className="button">
            {word('monthly.title')}
          </Link>
          {mayOpen('/publish') ? (
            <Link to="/publish" className="button">
              {word('publish.title')}
            </Link>
          ) : null}
        </p>
        <section aria-labelledby="made">
          <h2 id="made">{word('report.made')}</h2>
          <Await query={reports}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState>{word('report.none')}</EmptyState>
              ) : (
                <ul className="lines report-list">
                  {items.map((report) => (
                    <ReportItem key={report.number} report={report} />
                  ))}
                </ul>
              )
            }
          </Await>
        </section>
        {mayMake ? <MakeReport /> : null}
        <section aria-labelledby="lists">
          <h2 id="lists">{word('report.lists')}</h2>
          <p className="small soft">{word('report.listsLead', { day: sayWhen(day) })}</p>
          <ul className="lines list-files">
            {FILED_LISTS.map(({ list, word: name }) => (
              <li key={list}>
                <span>{word(name)}</span>
                <FileLinks files={listFiles(list, language, scope).map(({ format, href }) => ({ label: format, of: word(name), href }))} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}
