import { Link } from '@tanstack/react-router';
import { useCoverage } from '../../api/questions.ts';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { useMayChange } from '../../frame/may-change.ts';
import { useMayOpen } from '../../frame/may-open.ts';
import { useScope } from '../../frame/use-scope.ts';
import { useTitle } from '../../frame/use-title.ts';
import { useLanguage, useView } from '../../frame/use-view.ts';
import { RowTools } from '../../lists/row-tools.tsx';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { FiguresTable } from '../../parts/figures-table.tsx';
import { FileLinks } from '../../parts/file-links.tsx';
import { NounIcon } from '../../parts/noun-icon.tsx';
import { useNounWord } from '../../record/form/use-nouns.ts';
import { SavedViews } from '../../views/saved-views.tsx';
import { CoverageTable } from './coverage-table.tsx';
import { GapList } from './gap-list.tsx';
import { useRegisterAspects } from './group/use-register-aspects.ts';
import { RegisterFilters } from './register-filters.tsx';
import { RegisterTable } from './register-table.tsx';
import { NOUNS, type RegisterNoun } from './rows.ts';
import { useRegisterLists } from './use-rows.ts';
import { filesOf, nounAsked, pageOfRows } from './view-model.ts';

/** Every record in lists, with what is missing and why. */
export function Register() {
  const word = useWords();
  const mayOpen = useMayOpen();
  const asked = useView();
  const { gap } = asked;
  const language = useLanguage();
  const scope = useScope();
  const { figures, id: district } = useDistrictFrame().district;
  const lists = useRegisterLists();
  const noun = nounAsked(asked.noun);
  const aspects = useRegisterAspects(lists[noun]);
  const shown = pageOfRows(lists[noun].rows ?? [], asked, aspects, language);
  const coverage = useCoverage();
  useTitle(word('screen.register'));
  return (
    <div className="register">
      <div className="register-main">
        <div className="register-title row">
          <h1>{word('screen.register')}</h1>
          <span className="spring" />
          {mayOpen('/settings') ? (
            <Link className="small no-print" to="/settings">
              {word('settings.title')}
            </Link>
          ) : null}
          {mayOpen('/start') ? (
            <Link className="small no-print" to="/start">
              {word('start.title')}
            </Link>
          ) : null}
        </div>
        <Await query={coverage}>{(found) => <CoverageTable coverage={found} />}</Await>
        {gap ? (
          <GapList gap={gap} noun={asked.noun} />
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
            <p className="row small register-files">
              {asked.where ? null : (
                <>
                  {word('register.files')}
                  <FileLinks
                    files={filesOf(noun, asked, { lang: language, ...scope }).map((file) => ({ ...file, of: word(`nouns.${noun}`) }))}
                  />
                </>
              )}
              <Link to="/coverage" className="button plain">
                {word('register.sheet')}
              </Link>
              <Link to="/breakdown" className="button plain">
                {word('screen.breakdown')}
              </Link>
            </p>
            <div className="register-head">
              <RegisterFilters noun={noun} rows={lists[noun].rows ?? []} />
              <NewButton noun={noun} />
            </div>
            <RowTools shown={shown.all} aspects={aspects} />
            <SavedViews screen="register" />
            <RegisterTable
              key={noun}
              noun={noun}
              list={lists[noun]}
              aspects={aspects}
              shown={shown}
              caption={word(`nouns.${noun}`)}
              empty={word(noun === 'sentence' ? 'register.noSentence' : 'register.none')}
            />
          </>
        )}
        <details className="district-figures">
          <summary>{word('register.districtFigures', { count: figures.length })}</summary>
          <FiguresTable figures={figures} of={{ kind: 'district', id: district }} />
        </details>
      </div>
    </div>
  );
}

/** The way to a new record of the list shown; sentences come with their text. */
function NewButton({ noun }: { readonly noun: RegisterNoun }) {
  const word = useWords();
  const nounWord = useNounWord();
  const mayEdit = useMayChange('edit');
  if (noun === 'sentence' || !mayEdit) return null;
  return (
    <Link className="button filled register-new" to="/new/$noun" params={{ noun }}>
      {word('form.new', { noun: nounWord(noun) })}
    </Link>
  );
}
