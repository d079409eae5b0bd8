import { ProblemError } from '../../api/client.ts';
import { useFirstAccount } from '../../api/people.ts';
import { useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useSecret } from '../../scope/use-view.ts';
import { DoorSheet, refusalWord } from './door-sheet.tsx';

/** The one page of an office that is reached from elsewhere and has no account yet: with the word of the server, the first is made here. */
export function FirstAccount() {
  const word = useWords();
  const shown = useSecret();
  const first = useFirstAccount();
  useTitle(word('first.title'));
  return (
    <DoorSheet title={word('first.title')}>
      <p>{word('first.lead')}</p>
      {shown === '' ? <p className="soft">{word('first.noWord')}</p> : null}
      {first.error ? (
        <p role="alert" className="fault">
          {isUnknownWord(first.error) ? word('first.refused') : refusalWord(word, first.error)}
        </p>
      ) : null}
      {shown === '' ? null : (
        <Button look="filled" name={word('first.act')} disabled={first.isPending} onClick={() => first.mutate(shown)} />
      )}
    </DoorSheet>
  );
}

/** Whether the word was not the one of the server that runs now, or an account was taken up meanwhile. */
function isUnknownWord(error: Error): boolean {
  const code = error instanceof ProblemError ? error.problem?.code : undefined;
  return code === 'WG_SIGN_IN_REQUIRED' || code === 'WG_INPUT_INVALID';
}
