import type { PlanDocument } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { SourceLine } from '../../../parts/source-note.tsx';
import { Unknown } from '../../../parts/unknown.tsx';
import { RecordActs } from '../../../record/page/record-acts.tsx';
import { PanelRow } from './panel-row.tsx';

/** Who published the plan, when, and where its text was read: shown while no sentence is chosen. */
export function AboutPlan({ document }: { readonly document: PlanDocument }) {
  const word = useWords();
  const say = useSay();
  return (
    <div className="panel-rows about-plan">
      <PanelRow title={word('plan.publisher')}>
        <li>{say(document.publisher) || <Unknown />}</li>
      </PanelRow>
      <PanelRow title={word('plan.published')}>
        <li>{document.publishedOn ? <DayText on={document.publishedOn} /> : <Unknown />}</li>
      </PanelRow>
      <PanelRow title={word('plan.source')}>
        <li className="note">{document.source ? <SourceLine source={document.source} /> : <Unknown />}</li>
      </PanelRow>
      <RecordActs kind="document" id={document.id} />
      {say(document.note) ? <p className="note">{say(document.note)}</p> : null}
    </div>
  );
}
