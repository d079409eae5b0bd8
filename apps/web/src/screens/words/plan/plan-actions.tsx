import { Link } from '@tanstack/react-router';
import type { PlanDocument } from '@westgate/contract';
import { useWords } from '../../../messages/words.ts';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useMayOpen } from '../../../scope/may-open.ts';

/** What can be done with a plan: review its drafts, replace its text, compare its versions, bring in another or a task sheet. */
export function PlanActions({ document }: { readonly document: PlanDocument }) {
  const word = useWords();
  const mayOpen = useMayOpen();
  const { district, hasSeveralPlans } = useDistrictFrame();
  const { mode } = district;
  const search = { doc: document.id };
  const hasText = document.sentenceCount > 0;
  const isOffered = (path: string): boolean => mode === 'ready' && mayOpen(path);
  return (
    <nav className="plan-actions" aria-label={word('plan.desk')}>
      {hasText && isOffered('/plan/review') ? (
        <Link to="/plan/review" search={search}>
          {word('plan.review')}
        </Link>
      ) : null}
      {hasText && isOffered('/plan/text') ? (
        <Link to="/plan/text" search={search}>
          {word('plan.replace')}
        </Link>
      ) : null}
      <Link to="/breakdown" search={hasSeveralPlans ? { plan: document.id } : {}}>
        {word('screen.breakdown')}
      </Link>
      {hasText ? (
        <Link to="/plan/versions" search={search}>
          {word('plan.versions')}
        </Link>
      ) : null}
      {isOffered('/plan/new') ? <Link to="/plan/new">{word('plan.bring')}</Link> : null}
      {isOffered('/plan/sheet') ? <Link to="/plan/sheet">{word('sheet.title')}</Link> : null}
    </nav>
  );
}
