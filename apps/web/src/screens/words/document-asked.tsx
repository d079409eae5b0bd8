import { Link } from '@tanstack/react-router';
import type { PlanDocument } from '@westgate/contract';
import type { ReactNode } from 'react';
import { useSay } from '../../messages/words.ts';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { useView } from '../../scope/use-view.ts';
import { PlanEmpty } from './plan/linked-plans.tsx';
import { documentShown } from './plan/view-model.ts';

/** The plan that the address asks for, with its text; where there is none, the way to bring one in. */
export function DocumentAsked({ children }: { readonly children: (document: PlanDocument) => ReactNode }) {
  const { doc, plan } = useView();
  const document = documentShown(useDistrictFrame().district.documents, doc ?? plan);
  return document && document.sentenceCount > 0 ? children(document) : <PlanEmpty />;
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
