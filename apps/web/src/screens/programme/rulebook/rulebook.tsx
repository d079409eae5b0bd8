import { Link } from '@tanstack/react-router';
import type { Rulebook } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import { useAsk } from '../../../api/ask.ts';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Select } from '../../../parts/select.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { PartForm } from '../../../record/form/part-form.tsx';
import { AnsweringDepartment, useMayChange } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import type { ViewSearch } from '../../../scope/view-search.ts';
import { ReviewRules } from './review-rules.tsx';
import { RulebookGate } from './rulebook-gate.tsx';

/** A rulebook is the office's. */
const NO_DEPARTMENT = [null];

/** The gates of a kind of project on a day, with what each asks for; every change is a deed. */
export function RulebookScreen() {
  const word = useWords();
  const setView = useSetView();
  const { kind: asked, asOf } = useView();
  const kind = vocabulary.PROJECT_KINDS.find((each) => each === asked) ?? 'old-compound';
  useTitle(word('rulebook.title'));
  return (
    <div className="register">
      <div className="register-main rulebook">
        <h1>{word('rulebook.title')}</h1>
        <p className="small soft">{word('rulebook.lead')}</p>
        <p className="row board-tools">
          <label className="small">
            {word('board.kind')}{' '}
            <Select
              value={kind}
              options={vocabulary.PROJECT_KINDS.map((each) => [each, word(`project.${each}`)])}
              onChoose={(id) => setView({ kind: id, edit: undefined })}
            />
          </label>
          <Link to="/programme" search={(before: ViewSearch) => ({ ...before, kind })} className="button plain">
            {word('screen.programme')}
          </Link>
        </p>
        <Await query={useAsk('rulebook', { query: { kind, asOf } })}>
          {(rulebook) => (
            <AnsweringDepartment value={NO_DEPARTMENT}>
              <Gates rulebook={rulebook} />
            </AnsweringDepartment>
          )}
        </Await>
        <ReviewRules />
      </div>
    </div>
  );
}

function Gates({ rulebook }: { readonly rulebook: Rulebook }) {
  const word = useWords();
  const setView = useSetView();
  const { edit } = useView();
  const mayEdit = useMayChange('edit-all');
  const close = (): void => setView({ edit: undefined }, { replace: true });
  const last = rulebook.gates.at(-1)?.gate.position ?? 0;
  return (
    <>
      <p className="small">
        {word('rulebook.on')} <DayText on={rulebook.on} />
        {rulebook.versions.length > 1 ? ` · ${word('rulebook.versions', { days: rulebook.versions.join(word('list.comma')) })}` : null}
      </p>
      {rulebook.gates.length === 0 ? <EmptyState>{word('rulebook.none')}</EmptyState> : null}
      <ol className="rulebook-gates">
        {rulebook.gates.map(({ gate, requirements }) => (
          <RulebookGate key={gate.id} gate={gate} requirements={requirements} kind={rulebook.kind} />
        ))}
      </ol>
      {!mayEdit ? null : edit === 'new:gate' ? (
        <PartForm
          kind="gate"
          of={{ project_kind: rulebook.kind, position: String(last + 1), effective_from: rulebook.on, confidence: 'medium' }}
          onDone={close}
        />
      ) : (
        <p className="part-start">
          <Button name={word('part.new.gate')} onClick={() => setView({ edit: 'new:gate' })} />
        </p>
      )}
    </>
  );
}
