import { Link } from '@tanstack/react-router';
import type { Brief as BriefAnswer } from '@westgate/contract';
import { useBrief } from '../../api/reports.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { AimLines } from '../../parts/aim-lines.tsx';
import { Await } from '../../parts/await.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { partsOf } from '../../parts/state-parts.ts';
import { StateWord } from '../../parts/state-word.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { useSetView, useView } from '../../scope/use-view.ts';
import { Exceptions } from './exceptions.tsx';
import { fitting } from './view-model.ts';

/** The programme on one sheet of A3: aims as lines, commitments by state, exceptions, what changed. */
export function Brief() {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { since } = useView();
  const { district } = useDistrictFrame();
  const brief = useBrief(since);
  useTitle(word('brief.title'));
  return (
    <div className="register">
      <div className="register-main">
        <Await query={brief}>
          {(found) => (
            <article className="brief">
              <header>
                <h1>
                  {say(district.name)} <span className="brief-name">{word('brief.title')}</span>
                </h1>
                <p className="small soft">
                  {word('asOf.title')} <DayText on={found.asOf} /> · {word('print.line', { seq: found.seq })}
                </p>
                <div className="row small brief-tools">
                  <span>{word('brief.since')}</span>
                  <DayField
                    className="field"
                    aria-label={word('brief.since')}
                    value={found.since}
                    onDay={(day) => setView({ since: day }, { replace: true })}
                  />
                  <button type="button" className="button" onClick={() => window.print()}>
                    {word('brief.print')}
                  </button>
                  <Link to="/coverage" className="button plain">
                    {word('coverage.title')}
                  </Link>
                </div>
              </header>
              <AimLines brief={found} />
              <Totals brief={found} />
              <Exceptions brief={found} />
              <Changed brief={found} />
            </article>
          )}
        </Await>
      </div>
    </div>
  );
}

function Totals({ brief }: { readonly brief: BriefAnswer }) {
  const word = useWords();
  const total = Object.values(brief.states).reduce((sum, count) => sum + count, 0);
  return (
    <section aria-labelledby="brief-states" className="brief-states">
      <h2 id="brief-states">
        {word('brief.states')} <small>{total}</small>
      </h2>
      <ul>
        {partsOf(brief.states).map(({ state, count }) => (
          <li key={state}>
            <b>{count}</b> <StateWord state={state} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changed({ brief }: { readonly brief: BriefAnswer }) {
  const word = useWords();
  const say = useSay();
  const { shown, more } = fitting('changed', brief.changed, { count: brief.changedCount, aims: brief.aims.length });
  return (
    <section aria-labelledby="brief-changed" className="brief-changed">
      <h2 id="brief-changed">
        {word('brief.changed')} <DayText on={brief.since} /> <small>{brief.changedCount}</small>
      </h2>
      {shown.length === 0 ? <p className="small soft">{word('brief.nothingChanged')}</p> : null}
      <ul className="lines">
        {shown.map(({ thing, before, after, reason }) => (
          <li key={thing.id}>
            <ThingLink thing={thing} />
            <span className="nowrap">
              <StateWord state={before} /> <span aria-hidden="true">→</span> <StateWord state={after} />
            </span>
            <span className="soft small">{say(reason)}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="small soft">{word('brief.more', { count: more })}</p> : null}
    </section>
  );
}
