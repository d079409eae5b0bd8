import type { Deed } from '@westgate/contract';
import { useTellAndSee } from '../api/use-write.ts';
import { useUndoWord, useWords } from '../messages/words.ts';
import { useMayChange } from '../scope/may-change.ts';
import { useSignedIn } from '../scope/signed-in.ts';
import { ActButton } from './act-button.tsx';
import { WhyNot } from './error-text.tsx';
import { WriteProgress } from './write-progress.tsx';

/** Takes a deed back; asks who does it once, then remembers. `isRedo` when the deed is itself an undoing. */
export function UndoButton({
  seq,
  isRedo = false,
  verb,
  label,
}: {
  readonly seq: number;
  readonly isRedo?: boolean;
  /** The verb of the deed: an action may say what undoing it is called. */
  readonly verb?: string;
  /** What it is called where undoing means something of its own. */
  readonly label?: string;
}) {
  const word = useWords();
  const undoWord = useUndoWord();
  const undo = useTellAndSee('undo');
  const act = (who: string): void => undo.mutate({ params: { seq }, body: { who }, key: `undo-${seq}-${crypto.randomUUID()}` });
  const name = label ?? (isRedo ? word('undo.again') : undoWord(verb));
  if (undo.isSuccess) return <output className="small soft">{word('undo.done')}</output>;
  return (
    <span className="undo">
      <ActButton name={name} className={label ? 'button filled' : 'button plain'} isBusy={undo.isPending} onAct={act}>
        {seq}
      </ActButton>
      {undo.isPending ? <WriteProgress write={undo} said={word('undo.going')} /> : null}
      <WhyNot said="undo.failed" error={undo.error} />
    </span>
  );
}

/** Gives whether whoever sits here may undo a deed: one of their own, one on the record shown alone that they may change, or any. */
export function useMayUndo(): (deed: Pick<Deed, 'who' | 'changeCount'>) => boolean {
  const person = useSignedIn();
  const mayEditAll = useMayChange('edit-all');
  const mayEdit = useMayChange('edit');
  const mayUpdate = useMayChange('update', 'any');
  return ({ who, changeCount }) => mayEditAll || (mayEdit && changeCount === 1) || (mayUpdate && person !== null && who === person.name);
}
