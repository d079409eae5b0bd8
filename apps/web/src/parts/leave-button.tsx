import { useWords, type WordId } from '../messages/words.ts';
import { Button } from './button.tsx';
import { forgetTyped } from './unsent-text.ts';

/** Leaves a form as its button says, with what is typed in it: nobody is asked once more. */
export function LeaveButton({ word: id = 'form.leave', onLeave }: { readonly word?: WordId | undefined; readonly onLeave: () => void }) {
  const word = useWords();
  return (
    <Button
      look="plain"
      name={word(id)}
      onClick={({ currentTarget }) => {
        if (currentTarget.form) forgetTyped(currentTarget.form);
        onLeave();
      }}
    />
  );
}
