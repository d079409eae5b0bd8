import type { Recipe, TaskSheet } from '@westgate/contract';
import { useId, useState } from 'react';
import { ProblemError } from '../../../api/client.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { ErrorText } from '../../../parts/error-text.tsx';
import { Form } from '../../../parts/form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useWho } from '../../../scope/signed-in.ts';
import { WhoField } from '../../../start/who-field.tsx';
import { type RowChoice, takenRows } from './view-model.ts';

/** Takes the ticked rows in, by name; keeps how the sheet was read, where it gets a name. */
export function TakeForm({
  sheet,
  choice,
  recipe,
  isBusy,
  error,
  onTake,
}: {
  readonly sheet: TaskSheet;
  readonly choice: RowChoice;
  readonly recipe: Recipe | null;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onTake: (given: { readonly who: string; readonly saveAs: string }) => void;
}) {
  const word = useWords();
  const say = useSay();
  const prefix = useId();
  const [who, setWho] = useWho();
  const [saveAs, setSaveAs] = useState('');
  const [isUnnamed, setUnnamed] = useState(false);
  const count = takenRows(sheet, choice).length;
  const send = (): void => {
    setUnnamed(who.trim() === '');
    if (who.trim() === '') document.getElementById(`${prefix}-who`)?.focus();
    else if (count > 0) onTake({ who, saveAs });
  };
  return (
    <Form className="sheet-take" onSend={send}>
      {error ? <SheetFaults error={error} /> : null}
      {sheet.isOurs ? null : (
        <FormField
          id={`${prefix}-save`}
          label={word('sheet.saveAs')}
          hint={recipe ? word('sheet.saveAsAgain', { name: say(recipe.name) || recipe.id }) : word('sheet.saveAsHint')}
          fault={null}
        >
          <input value={saveAs} maxLength={200} autoComplete="off" onChange={(event) => setSaveAs(event.target.value)} />
        </FormField>
      )}
      <WhoField id={`${prefix}-who`} who={who} isFaulty={isUnnamed} onWho={setWho} />
      <Button
        type="submit"
        look="filled"
        name={word('sheet.send', { count })}
        disabled={isBusy || count === 0 || (sheet.reads === 'monthly' && sheet.month === null)}
      />
    </Form>
  );
}

/** Why a sheet could not be read, or was not taken. */
export function SheetFaults({ error }: { readonly error: Error }) {
  const word = useWords();
  const problem = error instanceof ProblemError ? error.problem : null;
  return (
    <div className="fault-summary" role="alert">
      <h2>{word('sheet.refused')}</h2>
      <p>
        <ErrorText error={error} />
      </p>
      {problem ? <p className="note">{word('error.request', { id: problem.requestId })}</p> : null}
    </div>
  );
}
