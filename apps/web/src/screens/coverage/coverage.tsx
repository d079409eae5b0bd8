import { Link } from '@tanstack/react-router';
import type { Coverage } from '@westgate/contract';
import { fileAddress } from '../../api/client.ts';
import { useCoverage } from '../../api/questions.ts';
import { useWords, type WordId } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { FileLinks } from '../../parts/file-links.tsx';
import { AllHeldFaults } from '../../parts/held-faults.tsx';
import { GapLine } from '../../parts/noun-icon.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useScope } from '../../scope/district-context.ts';
import { useLanguage } from '../../scope/use-view.ts';
import { CoverageTable } from '../register/coverage-table.tsx';

/** The gaps of the coverage sheet, in its order. */
const SHEET_GAPS = [
  'no-owner',
  'no-due-date',
  'no-place',
  'has-no-place',
  'no-measure',
  'unmeasurable',
  'no-verb-class',
  'serves-no-sentence',
  'sentence-unlinked',
  'no-commitment',
  'narrative-without-reason',
  'position-not-known',
] as const;

/** Records of one gap that are shown before the rest is asked for. */
const SHOWN = 12;

/** One gap with the records that have it. */
interface GapGroup {
  readonly gap: (typeof SHEET_GAPS)[number];
  readonly word: WordId;
  readonly count: number;
  readonly first: Coverage['gaps'];
}

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

/** The gaps by name, in the order of the sheet; those that nothing has stand last, so that what is missing is read first. */
export function gapGroups({ gaps, gapCounts }: Pick<Coverage, 'gaps' | 'gapCounts'>): readonly GapGroup[] {
  const groups = SHEET_GAPS.map((gap): GapGroup => {
    const own = gaps.filter((each) => each.gap === gap);
    return { gap, word: `gap.${gap}`, count: gapCounts[gap]?.total ?? 0, first: own.slice(0, SHOWN) };
  });
  return [...groups.filter(({ count }) => count > 0), ...groups.filter(({ count }) => count === 0)];
}
