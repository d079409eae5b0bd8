import { Link } from '@tanstack/react-router';
import type { Commitment, Coverage, PlanDocument } from '@westgate/contract';
import { useCommitments, useCoverage, useSentences } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { SourceLine } from '../../../parts/source-note.tsx';
import { StateWord } from '../../../parts/state-word.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { RecordActs } from '../../../record/page/record-acts.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useView } from '../../../scope/use-view.ts';
import { LinkedPlans, PlanEmpty } from './linked-plans.tsx';
import { PlanHead } from './plan-head.tsx';
import { PlanText } from './plan-text.tsx';
import { documentShown, stateTotals } from './view-model.ts';

/** The plan as a document, its commitments in the margin, what hangs on a sentence beside it. */
export function Plan() {
  const { doc, plan } = useView();
  const { documents } = useDistrictFrame().district;
  const document = documentShown(documents, doc ?? plan);
  return document ? <PlanOf document={document} /> : <PlanEmpty />;
}

function PlanOf({ document }: { readonly document: PlanDocument }) {
  const say = useSay();
  const word = useWords();
  useTitle(`${word('screen.plan')} · ${say(document.title)}`);
  const [sentences, commitments, coverage] = [useSentences(document.id), useCommitments(document.id), useCoverage(document.id)];
  if (document.sentenceCount === 0) {
    return (
      <div className="plan">
        <div className="document">
          <PlanHead document={document} />
          <LinkedPlan document={document} />
        </div>
        <aside className="panel plan-panel">
          <div className="panel-body">
            <LinkedPlans document={document} />
          </div>
        </aside>
      </div>
    );
  }
  return (
    <Await query={sentences}>
      {(allSentences) => (
        <Await query={commitments}>
          {(allCommitments) => (
            <PlanText
              document={document}
              sentences={allSentences}
              commitments={allCommitments}
              line={coverage.data ? <CoverageLine plan={document.id} coverage={coverage.data} commitments={allCommitments} /> : null}
            />
          )}
        </Await>
      )}
    </Await>
  );
}

/** A plan of others of which no text is held: what is known of it, and who carries it out. */
function LinkedPlan({ document }: { readonly document: PlanDocument }) {
  const word = useWords();
  const say = useSay();
  return (
    <section className="linked-plan">
      <p>{say(document.note)}</p>
      {document.implementedBy.length > 0 ? (
        <>
          <h2>{word('plan.implementedBy')}</h2>
          <ul>
            {document.implementedBy.map((thing) => (
              <li key={thing.id}>
                <ThingLink thing={thing} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <RecordActs kind="document" id={document.id} />
      {document.source ? (
        <p className="note">
          <SourceLine source={document.source} />
        </p>
      ) : null}
    </section>
  );
}

/** How much of the plan is held fast, and where its commitments stand; every number opens its list. */
function CoverageLine({
  plan,
  coverage,
  commitments,
}: {
  readonly plan: string;
  readonly coverage: Coverage;
  readonly commitments: readonly Commitment[];
}) {
  const word = useWords();
  // The lists that a number opens are of the same plan; where there is one alone, all lists are.
  const of = useDistrictFrame().hasSeveralPlans ? { plan } : {};
  const { total, linked, narrative } = coverage.sentences;
  return (
    <p className="coverage-line">
      <Link to="/register" search={{ noun: 'sentence', ...of }}>
        <b>
          {linked + narrative} / {total}
        </b>{' '}
        {word('plan.covered')}
      </Link>
      <Link to="/register" search={{ noun: 'sentence', kind: 'promise', ...of }} className="less">
        <b>{linked}</b> {word('plan.linked')}
      </Link>
      <Link to="/register" search={{ noun: 'sentence', kind: 'narrative', ...of }} className="less">
        <b>{narrative}</b> {word('plan.narrative')}
      </Link>
      <span className="spring" />
      {stateTotals(commitments).map(({ state, count }) => (
        <Link key={state} to="/register" search={{ noun: 'commitment', state, ...of }} className="less">
          <StateWord state={state} count={count} />
        </Link>
      ))}
    </p>
  );
}
