import { Link } from '@tanstack/react-router';
import type { IndustryBoard } from '@westgate/contract';
import type { AsksFirst } from '../../../api/asks-first.ts';
import { useIndustryBoard } from '../../../api/questions.ts';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useShownDay } from '../../../scope/district-context.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { useView } from '../../../scope/use-view.ts';
import type { ViewSearch } from '../../../scope/view-search.ts';
import { ResultsHead } from '../results-head.tsx';
import { dayIn, heldOn } from './industry-model.ts';
import { MatrixSection } from './matrix.tsx';
import { PipelineSection } from './pipeline.tsx';
import { TierTable } from './tier-table.tsx';
import { UpwardSection } from './upward.tsx';
import './industry.css';

/** The industries of the district: tiers by year, the pipeline with its reviews, where plans and projects meet, and what is reported upward. */
export function Industries() {
  const word = useWords();
  const { axis } = useView();
  const board = useIndustryBoard(axis);
  const mayMake = useMayChange('edit', 'any');
  useTitle(word('nouns.industry'));
  return (
    <div className="register-main results industries">
      <ResultsHead>
        <Link className="button plain" to="/register" search={{ noun: 'industry' }}>
          {word('industry.list')}
        </Link>
        {mayMake ? (
          <>
            <Link className="button plain" to="/new/$noun" params={{ noun: 'tier' }}>
              {word('industry.newTier')}
            </Link>
            <Link className="button filled" to="/new/$noun" params={{ noun: 'industry' }}>
              {word('industry.new')}
            </Link>
          </>
        ) : null}
      </ResultsHead>
      <Await query={board}>{(found) => <Board board={found} />}</Await>
    </div>
  );
}

/** What the screen asks first. */
export const asksFirst: AsksFirst = ({ asOf, axis }) => ({
  name: 'industry-board',
  asked: { query: { ...(asOf ? { asOf } : {}), ...(axis ? { axis } : {}) } },
});

function Board({ board }: { readonly board: IndustryBoard }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const { since } = useView();
  const { day } = useShownDay();
  const { schemes, rows } = board;
  const scheme = schemes.find(({ from }) => from === since) ?? heldOn(schemes, day);
  const shown = scheme ? dayIn(scheme, day) : day;
  if (rows.length === 0) return <EmptyState>{word('industry.none')}</EmptyState>;
  return (
    <>
      <section className="section" aria-labelledby="tiers">
        <div className="row">
          <h2 id="tiers">{scheme ? word('industry.tiersOf', { scheme: scheme.name, day: sayWhen(shown) }) : word('industry.tiers')}</h2>
          <SchemeChoice schemes={schemes} shown={scheme} />
        </div>
        {schemes.length === 0 ? <p className="small soft">{word('industry.noScheme')}</p> : null}
        <TierTable board={board} scheme={scheme} day={shown} />
        {schemes.length > 1 ? <p className="note">{word('industry.legend')}</p> : null}
      </section>
      <PipelineSection board={board} />
      <MatrixSection board={board} />
      <UpwardSection board={board} />
    </>
  );
}

function SchemeChoice({
  schemes,
  shown,
}: {
  readonly schemes: IndustryBoard['schemes'];
  readonly shown: IndustryBoard['schemes'][number] | null;
}) {
  const word = useWords();
  if (schemes.length < 2) return null;
  return (
    <nav className="segments no-print" aria-label={word('industry.schemes')}>
      {schemes.map(({ name, from }) => (
        <Link
          key={name}
          to="."
          search={(before: ViewSearch) => ({ ...before, since: from })}
          resetScroll={false}
          aria-current={name === shown?.name ? 'true' : undefined}
        >
          {word('industry.scheme', { name, year: from.slice(0, 4) })}
        </Link>
      ))}
    </nav>
  );
}
