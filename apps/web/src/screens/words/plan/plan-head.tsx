import { Link } from '@tanstack/react-router';
import type { PlanDocument } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { PlanActions } from './plan-actions.tsx';

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
        <select
          className="field"
          aria-label={word('plan.document')}
          value={document.id}
          onChange={(event) => setView({ doc: event.target.value, sel: undefined })}
        >
          {withText.map(({ id, title }) => (
            <option key={id} value={id}>
              {say(title)}
            </option>
          ))}
        </select>
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
