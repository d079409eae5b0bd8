import { Link } from '@tanstack/react-router';
import type { SpaceBoard } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useId, useMemo } from 'react';
import type { AsksFirst } from '../../../api/asks-first.ts';
import { useSpaceBoard } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { ComboField } from '../../../parts/combo-field.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { ResultsHead } from '../results-head.tsx';
import { NeedBar } from './need-bar.tsx';
import { OfferTable } from './offer-table.tsx';
import { ParkList } from './park-list.tsx';
import { ParkSpaceView } from './park-space-view.tsx';
import { fitCounts } from './space-model.ts';

/** Parks and their space: what is let, vacant and under works, and what of it answers the need of a firm. */
export function Parks() {
  const word = useWords();
  useTitle(word('nouns.park'));
  const { need, park } = useView();
  const mayMake = useMayChange('edit', 'any');
  return (
    <div className="register-main results parks">
      <ResultsHead>
        <Link className="button plain" to="/register" search={{ noun: 'park' }}>
          {word('space.asList')}
        </Link>
        {mayMake ? (
          <Link className="button filled" to="/new/$noun" params={{ noun: 'building' }} search={park ? { sel: `park:${park}` } : {}}>
            {word('space.newBuilding')}
          </Link>
        ) : null}
      </ResultsHead>
      <Await query={useSpaceBoard(need)}>{(board) => <Board board={board} />}</Await>
    </div>
  );
}

/** What the screen asks first. */
export const asksFirst: AsksFirst = ({ asOf, need }) => ({
  name: 'space-board',
  asked: { query: { ...(asOf ? { asOf } : {}), ...(need ? { need } : {}) } },
});

function Board({ board }: { readonly board: SpaceBoard }) {
  const word = useWords();
  const mayMake = useMayChange('edit', 'any');
  const { park: chosen } = useView();
  const shown = board.parks.find(({ park }) => park.id === chosen) ?? null;
  return (
    <>
      {board.parks.length === 0 ? (
        <EmptyState>
          {word('space.none')}{' '}
          {mayMake ? (
            <Link to="/new/$noun" params={{ noun: 'park' }}>
              {word('space.firstPark')}
            </Link>
          ) : null}
        </EmptyState>
      ) : (
        <>
          <ParkSelect board={board} />
          <NeedBar />
          {shown ? <ParkSpaceView park={shown} board={board} /> : <ParkList board={board} />}
          <Offers board={board} park={shown?.park.id ?? null} />
        </>
      )}
    </>
  );
}

function ParkSelect({ board }: { readonly board: SpaceBoard }) {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { park } = useView();
  const id = useId();
  const options = board.parks.map((each) => ({ id: each.park.id, name: say(each.park.name), note: each.park.id }));
  return (
    <p className="row small no-print">
      <label id={`${id}-label`} className="soft" htmlFor={id}>
        {word('noun.park')}
      </label>
      <ComboField
        id={id}
        value={park ?? ''}
        options={options}
        empty={word('space.allParks')}
        onValue={(chosen) => setView({ park: chosen || undefined })}
      />
    </p>
  );
}

/** The need of a firm, and the offers ranked for it: those of one park, or of all. */
function Offers({ board, park }: { readonly board: SpaceBoard; readonly park: string | null }) {
  const word = useWords();
  const offers = useMemo(() => (park === null ? board.offers : board.offers.filter((each) => each.park === park)), [board, park]);
  const counts = fitCounts(offers);
  const isAsked = useView().need !== undefined;
  if (board.parks.every(({ buildings }) => buildings.length === 0)) return null;
  return (
    <section className="section" aria-labelledby="offers">
      <h2 id="offers">{word('space.offers')}</h2>
      {isAsked ? (
        <p className="board-finding">
          {word('space.counts', {
            fits: sayNumber(counts.fits),
            short: sayNumber(counts['one-short']),
            unknown: sayNumber(counts['not-known']),
            none: sayNumber(counts['no-fit']),
          })}
        </p>
      ) : null}
      {offers.length === 0 ? (
        <EmptyState>{word('space.noOffers')}</EmptyState>
      ) : (
        <OfferTable board={board} offers={offers} isOfPark={park !== null} isAsked={isAsked} />
      )}
      <p className="note">{word('space.offersNote')}</p>
    </section>
  );
}
