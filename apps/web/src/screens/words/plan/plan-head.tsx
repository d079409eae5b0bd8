import { Link } from '@tanstack/react-router';
import type { PlanDocument } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { Select } from '../../../parts/select.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useMayOpen } from '../../../scope/may-open.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';

/** The title of the plan, the choice of another where several have a text, the way back from a linked plan, text or both languages, with or without the map. */
export function PlanHead({ document }: { readonly document: PlanDocument }) {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { mode, map } = useView();
  const { documents, languages } = useDistrictFrame().district;
  const hasText = document.sentenceCount > 0;
  const withText = documents.filter(({ sentenceCount }) => sentenceCount > 0);
  const [main] = withText;
  return (
    <div className="plan-head">
      <h1>{say(document.title)}</h1>
      <p className="small soft">
        {hasText ? `${word('plan.count', { count: document.sentenceCount })} · ` : ''}
        {word(`plan.wording.${document.wording}`)}
      </p>
      <span className="spring" />
      {hasText || !main ? null : (
        <Link to="/plan" className="button plain">
          ← {say(main.title)}
        </Link>
      )}
      {hasText && withText.length > 1 ? (
        <Select
          aria-label={word('plan.document')}
          value={document.id}
          options={withText.map(({ id, title }) => [id, say(title)])}
          onChoose={(id) => setView({ doc: id, sel: undefined })}
        />
      ) : null}
      {hasText ? (
        <fieldset className="segments">
          <legend className="unseen">{word('plan.view')}</legend>
          <button type="button" aria-pressed={!map && mode !== 'parallel'} onClick={() => setView({ mode: undefined, map: undefined })}>
            {word('plan.text')}
          </button>
          {languages.length > 1 ? (
            <button type="button" aria-pressed={!map && mode === 'parallel'} onClick={() => setView({ mode: 'parallel', map: undefined })}>
              {word('plan.parallel')}
            </button>
          ) : null}
          <button type="button" aria-pressed={map === '1'} onClick={() => setView({ map: '1', mode: undefined })}>
            {word('plan.withMap')}
          </button>
        </fieldset>
      ) : null}
      <PlanActions document={document} />
    </div>
  );
}

/** What can be done with a plan: review its drafts, replace its text, compare its versions, bring in another or a task sheet. */
function PlanActions({ document }: { readonly document: PlanDocument }) {
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
