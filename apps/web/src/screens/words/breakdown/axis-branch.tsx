import { Link } from '@tanstack/react-router';
import type { AxisTree } from '@westgate/contract';
import { useState } from 'react';
import { useSay, useWords } from '../../../messages/words.ts';
import { AimWord } from '../../../parts/aim-mark.tsx';
import { DayText, useSayPeriod } from '../../../parts/day-text.tsx';
import { PlanNames } from '../../../parts/fact.tsx';
import { MoreLinks } from '../../../parts/left-off.tsx';
import { FoldSign } from '../../../parts/noun-icon.tsx';
import { partsOf } from '../../../parts/state-parts.ts';
import { StateWord } from '../../../parts/state-word.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { WhyWord, WhyWords } from '../../../reporting/exception-counts.tsx';
import { useDistrictFrame, useShownPlan } from '../../../scope/district-context.ts';
import { StandingWord } from '../../results/board/standing-word.tsx';

type Branch = AxisTree['branches'][number];
type Leaf = Branch['beside'][number];

/** One value of an axis: its counts, each a way to the list, and below it its commitments with their projects. */
export function AxisBranch({ axis, branch }: { readonly axis: AxisTree['axis']; readonly branch: Branch }) {
  const word = useWords();
  const say = useSay();
  const { value, name, sentenceCount, commitmentCount, projectCount, withoutProject, states, whys, commitments, beside, besideCount } =
    branch;
  const [isOpen, setOpen] = useState(true);
  const tag = `${axis.id}:${value ?? 'none'}`;
  const said = value === null ? word('axis.none') : say(name) || value;
  return (
    <section className="breakdown-branch">
      <header>
        <h2>
          <button type="button" className="breakdown-fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <FoldSign />
            {axis.id === 'aim' ? <AimWord aim={value} /> : said}
          </button>
        </h2>
        <p className="row small">
          {value === null ? null : (
            <Link to="/gathering/$by/$id" params={{ by: axis.id, id: value }}>
              {word('gathering.open')}
              <span className="unseen"> {said}</span>
            </Link>
          )}
          <span>{word('breakdown.sentences', { count: sentenceCount })}</span>
          <Link to="/register" search={{ noun: 'commitment', tag }}>
            {word('breakdown.commitments', { count: commitmentCount })}
          </Link>
          {projectCount > 0 || value === null ? (
            <Link to="/register" search={{ noun: 'project', tag }}>
              {word('breakdown.projects', { count: projectCount })}
            </Link>
          ) : (
            <span className="breakdown-bare">
              {word('breakdown.noProject')}
              {said}
            </span>
          )}
          {(whys['due-not-known'] ?? 0) > 0 ? (
            <span>
              <WhyWord why="due-not-known" /> <b>{whys['due-not-known']}</b>
            </span>
          ) : null}
          {partsOf(states).map(({ state, count }) => (
            <StateWord key={state} state={state} count={count} />
          ))}
          {withoutProject > 0 ? <span className="soft">{word('breakdown.withoutProject', { count: withoutProject })}</span> : null}
        </p>
      </header>
      <ul className="breakdown-list" hidden={!isOpen}>
        {commitments.map((commitment) => (
          <li key={commitment.thing.id}>
            <Line leaf={commitment} sentence={commitment.sentence} number={commitment.number} plan={commitment.document} />
            {commitment.projects.length > 0 ? null : (
              <p className="breakdown-bare small">
                {word('breakdown.noProject')}
                {said} × {commitment.number}
              </p>
            )}
            {commitment.projectCount + commitment.indicatorCount > 0 ? <Below commitment={commitment} /> : null}
          </li>
        ))}
        <MoreLinks count={commitmentCount - commitments.length} />
        {beside.length > 0 ? (
          <li className="breakdown-beside">
            <p className="small soft">{word('breakdown.beside')}</p>
            <ul>
              {beside.map((project) => (
                <li key={project.thing.id}>
                  <Line leaf={project} />
                </li>
              ))}
              <MoreLinks count={besideCount - beside.length} />
            </ul>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

/** What stands below a commitment: its projects, and the indicators that measure it or them. Folded away by its head. */
function Below({
  commitment: { projects, projectCount, indicators, indicatorCount },
}: {
  readonly commitment: Branch['commitments'][number];
}) {
  const word = useWords();
  return (
    <details className="breakdown-below" open>
      <summary className="small soft">
        {projectCount > 0 ? word('breakdown.projects', { count: projectCount }) : null}
        {projectCount > 0 && indicatorCount > 0 ? ' · ' : null}
        {indicatorCount > 0 ? word('breakdown.indicators', { count: indicatorCount }) : null}
      </summary>
      <ul>
        {projects.map((project) => (
          <li key={project.thing.id}>
            <Line leaf={project} />
          </li>
        ))}
        <MoreLinks count={projectCount - projects.length} />
        {indicators.map(({ thing, standing }) => (
          <li key={thing.id}>
            <p className="breakdown-line">
              <StandingWord standing={standing} />
              <span className="breakdown-name">
                <ThingLink thing={thing} />
              </span>
            </p>
          </li>
        ))}
        <MoreLinks count={indicatorCount - indicators.length} />
      </ul>
    </details>
  );
}

/** A commitment or project in one line: state, name, day, why it needs attention beyond its state. */
function Line({
  leaf: { thing, state, dueOn, movedTo, why },
  number,
  sentence,
  plan,
}: {
  readonly leaf: Leaf;
  readonly number?: string;
  /** The sentence that its number is of. */
  readonly sentence?: Branch['commitments'][number]['sentence'];
  /** The plan it stands in; named where all plans are shown. */
  readonly plan?: string;
}) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const { hasSeveralPlans } = useDistrictFrame();
  const isOfAll = useShownPlan() === null && hasSeveralPlans;
  return (
    <p className="breakdown-line">
      <StateWord state={state} />
      <span className="breakdown-name">
        {number && sentence ? (
          <ThingLink thing={sentence} className="key">
            {number}
          </ThingLink>
        ) : null}{' '}
        <ThingLink thing={thing} />
        {isOfAll && plan ? (
          <span className="small soft">
            {' '}
            <PlanNames ids={[plan]} />
          </span>
        ) : null}
      </span>
      <span className="small">
        {dueOn ? <DayText on={dueOn} /> : null}
        {movedTo ? <span className="block">⤵ {word('evidence.newDue', { day: sayWhen(movedTo) })}</span> : null}
      </span>
      <span className="row small breakdown-whys">
        <WhyWords why={why.filter((each) => each !== state)} />
      </span>
    </p>
  );
}
