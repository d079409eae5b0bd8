import { Link } from '@tanstack/react-router';
import { useCoverage } from '../../api/questions.ts';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { useView } from '../../frame/use-view.ts';
import { useWords } from '../../messages/words.ts';
import { AsOfAxis } from '../../parts/as-of-axis.tsx';
import { Await } from '../../parts/await.tsx';
import { FiguresTable } from '../../parts/figures-table.tsx';
import { NounIcon } from '../../parts/noun-icon.tsx';
import { CoverageTable } from './coverage-table.tsx';
import { GapList } from './gap-list.tsx';
import { RegisterFilters } from './register-filters.tsx';
import { RegisterTable } from './register-table.tsx';
import { NOUNS } from './rows.ts';
import { useRegisterLists } from './use-rows.ts';
import { nounAsked } from './view-model.ts';

/** Every record in lists, with what is missing and why. */
export function Register() {
  const word = useWords();
  const { noun: asked, gap } = useView();
  const { figures } = useDistrictFrame().district;
  const lists = useRegisterLists();
  const noun = nounAsked(asked);
  const coverage = useCoverage();
  useTitle(word('screen.register'));
  return (
    <div className="register">
      <div className="register-main">
        <h1>{word('screen.register')}</h1>
        <Await query={coverage}>{(found) => <CoverageTable coverage={found} />}</Await>
        {gap && coverage.data ? (
          <GapList coverage={coverage.data} gap={gap} noun={asked} />
        ) : (
          <>
            <nav className="segments register-tabs" aria-label={word('register.lists')}>
              {NOUNS.map((each) => (
                <Link key={each} to="/register" search={{ noun: each }} aria-current={each === noun ? 'true' : undefined}>
                  <NounIcon kind={each} />
                  {word(`nouns.${each}`)} {lists[each].rows?.length ?? ''}
                </Link>
              ))}
            </nav>
            <RegisterFilters noun={noun} rows={lists[noun].rows ?? []} />
            <RegisterTable list={lists[noun]} caption={word(`nouns.${noun}`)} />
          </>
        )}
        <details className="district-figures">
          <summary>{word('register.districtFigures', { count: figures.length })}</summary>
          <FiguresTable figures={figures} />
        </details>
      </div>
      <AsOfAxis />
    </div>
  );
}
