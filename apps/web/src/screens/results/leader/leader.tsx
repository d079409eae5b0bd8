import { Link } from '@tanstack/react-router';
import type { LeaderPage } from '@westgate/contract';
import { fieldsOf } from '@westgate/domain';
import type { AsksFirst } from '../../../api/asks-first.ts';
import { useLeaderPage } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { AimBar, AimWord } from '../../../parts/aim-mark.tsx';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { partsOf } from '../../../parts/state-parts.ts';
import { StateWord } from '../../../parts/state-word.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { AllClear, WhyWords } from '../../../reporting/exception-counts.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { ResultsHead } from '../results-head.tsx';
import { ChooseHeadlines } from './choose-headlines.tsx';
import { HeadlineTable } from './headline-table.tsx';
import { MoneyTable } from './money-table.tsx';
import './leader.css';

/** What the address says while the headline indicators are chosen. */
const CHOOSING = 'headlines';

/** The district on one sheet for whoever leads it: aims, the headline indicators that the office chose, what is gravest, money, decisions needed. */
export function Leader() {
  const word = useWords();
  const setView = useSetView();
  const { edit } = useView();
  const mayChoose = useMayChange('edit-all');
  const isChoosing = mayChoose && edit === CHOOSING;
  useTitle(word('leader.title'));
  return (
    <div className="register-main results">
      <ResultsHead>
        {mayChoose && !isChoosing ? <Button name={word('leader.choose')} onClick={() => setView({ edit: CHOOSING })} /> : null}
        <Button name={word('brief.print')} onClick={() => window.print()} />
      </ResultsHead>
      {isChoosing ? <ChooseHeadlines onDone={() => setView({ edit: undefined })} /> : null}
      <Await query={useLeaderPage()}>{(found) => <Sheet page={found} />}</Await>
    </div>
  );
}

/** What the screen asks first. */
export const asksFirst: AsksFirst = ({ asOf }) => ({ name: 'leader-page', asked: { query: asOf ? { asOf } : {} } });

function Sheet({ page }: { readonly page: LeaderPage }) {
  const word = useWords();
  const say = useSay();
  const { district } = useDistrictFrame();
  const total = Object.values(page.states).reduce((sum, count) => sum + count, 0);
  return (
    <article className="leader">
      <header>
        <h2 className="leader-title">
          {say(district.name)} <small>{word('leader.title')}</small>
        </h2>
        <p className="small soft">
          {word('asOf.title')} <DayText on={page.asOf} />
        </p>
        <p className="row leader-states">
          <Link to="/register" search={{ noun: 'commitment' }}>
            {word('breakdown.commitments', { count: total })}
          </Link>
          {partsOf(page.states).map(({ state, count }) => (
            <Link key={state} to="/register" search={{ noun: 'commitment', state }}>
              <StateWord state={state} count={count} />
            </Link>
          ))}
        </p>
      </header>
      <div className="leader-results">
        <Aims aims={page.aims} />
        <Headlines page={page} />
      </div>
      <div className="leader-course">
        <Worst page={page} />
        <MoneyTable money={page.money} />
      </div>
      <Decisions page={page} />
    </article>
  );
}

function Aims({ aims }: Pick<LeaderPage, 'aims'>) {
  const word = useWords();
  const most = Math.max(1, ...aims.map(({ total }) => total));
  return (
    <section aria-labelledby="leader-aims" className="leader-aims">
      <h2 id="leader-aims">{word('brief.aims')}</h2>
      <ul>
        {aims.map(({ id, total, states }) => (
          <li key={id ?? ''}>
            <p>
              {id === null ? (
                <AimWord aim={id} />
              ) : (
                <Link to="/gathering/$by/$id" params={{ by: 'aim', id }}>
                  <AimWord aim={id} />
                </Link>
              )}{' '}
              <b>{total}</b>
            </p>
            <div>
              <AimBar states={states} most={most} />
              <p className="small brief-parts">
                {total === 0
                  ? word('brief.noCommitments')
                  : partsOf(states).map(({ state, count }) => (
                      <Link key={state} to="/register" search={{ noun: 'commitment', tag: `aim:${id ?? 'none'}`, state }}>
                        <StateWord state={state} count={count} />
                      </Link>
                    ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Headlines({ page: { headlines } }: { readonly page: LeaderPage }) {
  const word = useWords();
  const mayChoose = useMayChange('edit-all');
  return (
    <section aria-labelledby="leader-headlines">
      <h2 id="leader-headlines">
        {word('leader.headlines')} <small>{headlines.length}</small>
      </h2>
      {headlines.length === 0 ? (
        <p className="small soft">{word(mayChoose ? 'leader.noHeadlines' : 'leader.noHeadlinesRead')}</p>
      ) : (
        <HeadlineTable rows={headlines} />
      )}
    </section>
  );
}

function Worst({ page: { worst, exceptionCount, looked } }: { readonly page: LeaderPage }) {
  const word = useWords();
  const say = useSay();
  return (
    <section aria-labelledby="leader-worst" className="leader-worst">
      <h2 id="leader-worst">
        {word('leader.worst')}{' '}
        <small>
          <Link to="/exceptions">{word('leader.ofAll', { shown: worst.length, count: exceptionCount })}</Link>
        </small>
      </h2>
      {worst.length === 0 ? <AllClear looked={looked} /> : null}
      <ol className="leader-numbered">
        {worst.map(({ thing, why, owner, due, cause, causeFrom, issue, sentence }) => (
          <li key={`${thing.kind} ${thing.id}`}>
            <p className="leader-name">
              <ThingLink thing={thing} />
              <span className="row small">
                <WhyWords why={why} />
              </span>
            </p>
            <dl>
              <dt>{word('leader.cause')}</dt>
              <dd className="two-lines">
                {say(cause) || <Unknown />}{' '}
                <span className="soft small">
                  {causeFrom === 'issue' && issue ? <ThingLink thing={issue}>{word('leader.causeFrom.issue')}</ThingLink> : null}
                  {causeFrom === 'month' ? word('leader.causeFrom.month') : null}
                </span>
              </dd>
              <dt>{word('commitment.owner')}</dt>
              <dd>{owner ? <ThingLink thing={owner} /> : <Unknown />}</dd>
              <dt>{word('due.name')}</dt>
              <dd>
                {due ? <DayText on={due} /> : <Unknown />}
                {sentence ? (
                  <>
                    {' · '}
                    <ThingLink thing={sentence.thing}>{word('plan.sentence', { number: sentence.number })}</ThingLink>
                  </>
                ) : null}
              </dd>
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Decisions({ page: { decisions, decisionCount } }: { readonly page: LeaderPage }) {
  const word = useWords();
  const say = useSay();
  const levels = fieldsOf('issue').level?.names ?? {};
  return (
    <section aria-labelledby="leader-decisions" className="leader-decisions">
      <h2 id="leader-decisions">
        {word('leader.decisions')} <small>{decisionCount}</small>
      </h2>
      {decisions.length === 0 ? <p className="small soft">{word('leader.noDecisions')}</p> : null}
      <ol className="leader-numbered">
        {decisions.map(({ issue, cause, level, owner, dueOn, about }) => (
          <li key={issue.id}>
            <p className="leader-name">
              <ThingLink thing={issue} />
            </p>
            {say(cause) ? <p className="small two-lines">{say(cause)}</p> : null}
            <p className="small soft">
              {say(levels[level] ?? { zh: level, en: level })} · {word('due.name')} {dueOn ? <DayText on={dueOn} /> : <Unknown />} ·{' '}
              {owner ? <ThingLink thing={owner} /> : word('board.noOwner')}
            </p>
            {about ? (
              <p className="small">
                <ThingLink thing={about} />
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      {decisionCount > decisions.length ? (
        <p className="small">
          <Link to="/register" search={{ noun: 'issue' }}>
            {word('leader.moreDecisions', { count: decisionCount - decisions.length })}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
