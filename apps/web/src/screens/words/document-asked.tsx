import { Link } from '@tanstack/react-router';
import type { PlanDocument } from '@westgate/contract';
import type { ReactNode } from 'react';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { useView } from '../../frame/use-view.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { documentShown } from './plan/view-model.ts';

/** The plan that the address asks for, with its text; where there is none, the way to bring one in. */
export function DocumentAsked({ children }: { readonly children: (document: PlanDocument) => ReactNode }) {
  const { doc } = useView();
  const document = documentShown(useDistrictFrame().district.documents, doc);
  return document && document.sentenceCount > 0 ? children(document) : <NoPlan />;
}

/** Says that no plan is held yet, and leads to where one is brought in. */
export function NoPlan() {
  const word = useWords();
  return (
    <div className="bring-stored">
      <h1>{word('plan.empty.title')}</h1>
      <p>{word('plan.empty')}</p>
      <p className="row">
        <Link to="/plan/new" className="button filled">
          {word('bring.title')}
        </Link>
      </p>
    </div>
  );
}

/** The way back to a plan. */
export function BackToPlan({ document }: { readonly document: PlanDocument }) {
  const say = useSay();
  return (
    <Link to="/plan" search={{ doc: document.id }} className="button plain back-to-plan">
      ← {say(document.title)}
    </Link>
  );
}
