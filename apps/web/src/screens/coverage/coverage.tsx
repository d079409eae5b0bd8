import { Link } from '@tanstack/react-router';
import { fileAddress } from '../../api/client.ts';
import { useCoverage } from '../../api/questions.ts';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { FileLinks } from '../../parts/file-links.tsx';
import { GapLine } from '../../parts/gap-line.tsx';
import { AllHeldFaults } from '../../parts/held-faults.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useScope } from '../../scope/use-scope.ts';
import { useLanguage } from '../../scope/use-view.ts';
import { CoverageTable } from '../register/coverage-table.tsx';
import { type GapGroup, gapGroups } from './view-model.ts';

/** The coverage sheet: what is missing, record by record, and why; to be taken away as a document or a workbook. */
export function CoverageSheet() {
  const word = useWords();
  const lang = useLanguage();
  const scope = useScope();
  const coverage = useCoverage();
  useTitle(word('coverage.title'));
  return (
    <div className="register">
      <div className="register-main coverage-sheet">
        <h1>{word('coverage.title')}</h1>
        <p className="row">
          <FileLinks
            files={[
              { label: 'XLSX', of: word('coverage.title'), href: fileAddress('coverage-xlsx', { query: { lang, ...scope } }) },
              {
                label: word('report.paper.plain'),
                of: word('coverage.title'),
                href: fileAddress('coverage-docx', { query: { lang, ...scope, layout: 'plain' } }),
              },
              {
                label: word('report.paper.official'),
                of: word('coverage.title'),
                href: fileAddress('coverage-docx', { query: { lang, ...scope, layout: 'official' } }),
              },
            ]}
          />
          <Link to="/brief" className="button plain">
            {word('brief.title')}
          </Link>
          <Link to="/reports" className="button plain">
            {word('screen.reports')}
          </Link>
        </p>
        <Await query={coverage}>
          {(found) => (
            <>
              <CoverageTable coverage={found} />
              <AllHeldFaults />
              {gapGroups(found).map((group) => (
                <Gap key={group.gap} group={group} />
              ))}
            </>
          )}
        </Await>
      </div>
    </div>
  );
}

function Gap({ group: { gap, word: name, count, first } }: { readonly group: GapGroup }) {
  const word = useWords();
  return (
    <section aria-labelledby={`gap-${gap}`} className={count === 0 ? 'gap-none' : ''}>
      <h2 id={`gap-${gap}`}>
        {word(name)} <small>{count}</small>
      </h2>
      {count === 0 ? <p className="small soft">{word('register.noGaps')}</p> : null}
      <ul className="lines gap-list">
        {first.map((each) => (
          <GapLine key={`${each.thing.kind}:${each.thing.id}`} gap={each} />
        ))}
      </ul>
      {count > first.length ? (
        <Link to="/register" search={{ gap }} className="button plain">
          {word('coverage.all', { count })}
          <span className="unseen"> {word(name)}</span>
        </Link>
      ) : null}
    </section>
  );
}
