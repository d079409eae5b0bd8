import type { PlanDocument } from '@westgate/contract';
import { useCommitments, useCoverage, useSentences } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useView } from '../../../scope/use-view.ts';
import { CoverageLine } from './coverage-line.tsx';
import { LinkedPlan } from './linked-plan.tsx';
import { LinkedPlans } from './linked-plans.tsx';
import { PlanEmpty } from './plan-empty.tsx';
import { PlanHead } from './plan-head.tsx';
import { PlanText } from './plan-text.tsx';
import { documentShown } from './view-model.ts';

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
