import type { Edit } from '@westgate/contract';
import { useDeedDesk } from '../../api/deed-notice.ts';
import { useEdits } from '../../api/edits.ts';
import { useWords } from '../../messages/words.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Button } from '../../parts/button.tsx';
import { Refusal } from '../../parts/error-text.tsx';
import { useMayChange } from '../../scope/may-change.ts';
import { useSetView } from '../../scope/use-view.ts';

/** What may be done to a row, and by whom: `edit-all` where it is no department's own. */
interface RowAct {
  readonly edit: Edit;
  readonly name: string;
  readonly right?: 'edit' | 'edit-all';
}

/** What is done with a row that is corrected in its place: its form opened, `open` in the address, or taken out. Nothing for whoever may not do it. */
export function RowActs({ open, edit, name, right = 'edit' }: RowAct & { readonly open: string }) {
  const word = useWords();
  const setView = useSetView();
  const mayEdit = useMayChange(right);
  if (!mayEdit) return null;
  return (
    <span className="row small">
      <Button look="plain" name={word('acts.edit')} of={name} onClick={() => setView({ edit: open })} />
      <WithdrawButton edit={edit} name={name} right={right} />
    </span>
  );
}

/** Takes out what stands in a row, by `edit`, and tells the deed; says why where it is refused. Nothing for whoever may not do it. */
export function WithdrawButton({ edit, name, right = 'edit' }: RowAct) {
  const word = useWords();
  const mayEdit = useMayChange(right);
  const { tell } = useDeedDesk();
  const withdraw = useEdits();
  if (!mayEdit) return null;
  const act = (who: string): void =>
    withdraw.mutate({ edits: [edit], who, reason: '', key: crypto.randomUUID() }, { onSuccess: ({ seq }) => tell(seq) });
  return (
    <span className="undo part-withdraw">
      <ActButton name={word('part.withdraw')} isBusy={withdraw.isPending} onAct={act}>
        {name}
      </ActButton>
      <Refusal error={withdraw.error} />
    </span>
  );
}
