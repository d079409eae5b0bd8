import type { PlanDocument } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { SourceLine } from '../../../parts/source-note.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { RecordActs } from '../../../record/page/record-acts.tsx';

/** A plan of others of which no text is held: what is known of it, and who carries it out. */
export function LinkedPlan({ document }: { readonly document: PlanDocument }) {
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
