import type { Edit } from '@westgate/contract';
import { useDeedDesk } from '../../api/deed-notice.ts';
import { useEdits } from '../../api/edits.ts';
import { useWords } from '../../messages/words.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Button } from '../../parts/button.tsx';
import { Refusal } from '../../parts/error-text.tsx';
import { useMayChange } from '../../scope/may-change.ts';
import { useSetView } from '../../scope/use-view.ts';

/** What is done with a row that is corrected in its place: its form opened, `open` in the address, or taken out. Nothing while only reading is possible. */
export function RowActs({ open, edit, name }: { readonly open: string; readonly edit: Edit; readonly name: string }) {
  const word = useWords();
  const setView = useSetView();
  const mayEdit = useMayChange('edit');
  if (!mayEdit) return null;
  return (
    <span className="row small">
      <Button look="plain" name={word('acts.edit')} of={name} onClick={() => setView({ edit: open })} />
      <WithdrawButton edit={edit} name={name} />
    </span>
  );
}

/** Takes out what stands in a row, by `edit`, and tells the deed; says why where it is refused. Nothing while only reading is possible. */
export function WithdrawButton({ edit, name }: { readonly edit: Edit; readonly name: string }) {
  const word = useWords();
  const mayEdit = useMayChange('edit');
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
