import { Link } from '@tanstack/react-router';
import { FORM_KINDS, PLURALS } from '@westgate/domain';
import { useEffect, useRef, useState } from 'react';
import type { AsksFirst } from '../../api/asks-first.ts';
import type { FormKind } from '../../api/form-kinds.ts';
import { useCoverage, useGaps } from '../../api/questions.ts';
import { RecordList } from '../../list/record-list.tsx';
import { firstOfList, useList } from '../../list/use-list.ts';
import { isWordId, useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { GapLine, NounIcon } from '../../parts/noun-icon.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useNounWord } from '../../record/form/field-words.ts';
import { FiguresTable } from '../../record/page/figures-table.tsx';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { useMayChange } from '../../scope/may-change.ts';
import { useMayOpen } from '../../scope/may-open.ts';
import { useView } from '../../scope/use-view.ts';
import type { ViewSearch } from '../../scope/view-search.ts';
import { SavedViews } from '../../views/saved-views.tsx';
import { CoverageTable } from './coverage-table.tsx';

/** Every record in lists, with what is missing and why. */
export function Register() {
  const word = useWords();
  const mayOpen = useMayOpen();
  const asked = useView();
  const { gap } = asked;
  const { figures, id: district } = useDistrictFrame().district;
  const noun = nounShown(asked);
  useTitle(word('screen.register'));
  return (
    <div className="register">
      <div className="register-main">
        <div className="register-title row">
          <h1>{word('screen.register')}</h1>
          <span className="spring" />
          <Link className="small no-print" to="/breakdown">
            {word('screen.breakdown')}
          </Link>
          <Link className="small no-print" to="/coverage">
            {word('register.sheet')}
          </Link>
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
        <CoverageFold isOpen={gap !== undefined} />
        {gap ? (
          <GapList gap={gap} noun={asked.noun} />
        ) : (
          <>
            <Tabs shown={noun} />
            <RecordList
              key={noun}
              name={PLURALS[noun]}
              caption={word(`nouns.${noun}`)}
              empty={word(noun === 'sentence' ? 'register.noSentence' : 'register.none')}
              actions={[{ text: word('start.way.bring'), to: '/start', search: { way: 'bring' } }]}
            >
              <NewButton noun={noun} />
            </RecordList>
            <SavedViews screen="register" />
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

/** What the screen asks first: the list it shows. */
export const asksFirst: AsksFirst = (view, _me, language) =>
  view.gap === undefined ? firstOfList(PLURALS[nounShown(view)], view, language) : null;

/** The records that are listed. */
function nounShown({ noun }: ViewSearch): FormKind {
  return FORM_KINDS.find((each) => each === noun) ?? 'commitment';
}

/** How much of the plan is held fast, asked for when it is opened. */
function CoverageFold({ isOpen: isAsked }: { readonly isOpen: boolean }) {
  const word = useWords();
  const [isOpen, setOpen] = useState(isAsked);
  return (
    <details className="coverage-fold no-print" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{word('register.coverage')}</summary>
      {isOpen ? <CoverageHere /> : null}
    </details>
  );
}

function CoverageHere() {
  const coverage = useCoverage();
  return <Await query={coverage}>{(found) => <CoverageTable coverage={found} />}</Await>;
}

/** The lists, each with how many it has in all. */
function Tabs({ shown }: { readonly shown: FormKind }) {
  const word = useWords();
  const { model } = useList(PLURALS[shown]);
  const tabs = useRef<HTMLElement>(null);
  // On a phone the tab that is shown may lie beside what is seen of them. It is looked for once they are laid out: asked for before, all would be laid out for this alone.
  const isCounted = model !== null;
  useEffect(() => {
    const [all, tab] = [tabs.current, tabs.current?.children[FORM_KINDS.indexOf(shown)]];
    if (!all || !isCounted || !(tab instanceof HTMLElement)) return;
    const watch = new ResizeObserver(() => {
      all.scrollLeft = tab.offsetLeft - all.offsetLeft - (all.clientWidth - tab.offsetWidth) / 2;
      watch.disconnect();
    });
    watch.observe(tab);
    return () => watch.disconnect();
  }, [shown, isCounted]);
  return (
    <nav ref={tabs} className="segments register-tabs" aria-label={word('register.lists')}>
      {FORM_KINDS.map((each) => (
        <Link key={each} to="/register" search={{ noun: each }} aria-current={each === shown ? 'true' : undefined}>
          <NounIcon kind={each} />
          {word(`nouns.${each}`)} {model?.totals[PLURALS[each]] ?? ''}
        </Link>
      ))}
    </nav>
  );
}

/** The way to a new record of the list shown; sentences come with their text. */
function NewButton({ noun }: { readonly noun: FormKind }) {
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

/** Every record with one gap, and the reason. */
function GapList({ gap, noun }: { readonly gap: string; readonly noun: string | undefined }) {
  const word = useWords();
  const { items, total, hasMore, isAsking, askMore } = useGaps(gap, noun === 'commitment' || noun === 'place' ? noun : undefined);
  const name = `gap.${gap}`;
  return (
    <section aria-labelledby="gaps">
      <div className="register-title">
        <h2 id="gaps">
          {isWordId(name) ? word(name) : gap} <small>{total ?? ''}</small>
        </h2>
        <Link to="/register" className="button plain">
          {word('register.back')}
        </Link>
      </div>
      {total === 0 ? <EmptyState>{word('register.noGaps')}</EmptyState> : null}
      <ul className="lines gap-list">
        {items.map((each) => (
          <GapLine key={`${each.thing.kind}:${each.thing.id}`} gap={each} />
        ))}
      </ul>
      {hasMore ? (
        <p className="row pages">
          <Button name={word('atlas.table.more')} disabled={isAsking} onClick={askMore} />
        </p>
      ) : null}
    </section>
  );
}
