import type { Edit } from '@westgate/contract';
import { useWords } from '../../messages/words.ts';
import { useMayChange } from '../../scope/may-change.ts';
import { useSetView } from '../../scope/use-view.ts';
import { WithdrawButton } from './withdraw-button.tsx';

/** What is done with a row that is corrected in its place: its form opened, `open` in the address, or taken out. Nothing while only reading is possible. */
export function RowActs({ open, edit, name }: { readonly open: string; readonly edit: Edit; readonly name: string }) {
  const word = useWords();
  const setView = useSetView();
  const mayEdit = useMayChange('edit');
  if (!mayEdit) return null;
  return (
    <span className="row small">
      <button type="button" className="button plain" onClick={() => setView({ edit: open })}>
        {word('evidence.correct')}
        <span className="unseen"> {name}</span>
      </button>
      <WithdrawButton edit={edit} name={name} />
    </span>
  );
}
