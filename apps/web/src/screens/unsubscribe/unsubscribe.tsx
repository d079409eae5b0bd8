import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keptOf } from '../../api/ask.ts';
import { tell } from '../../api/client.ts';
import { useWords } from '../../messages/words.ts';
import { useTitle } from '../../parts/use-title.ts';
import { useSecret } from '../../scope/use-view.ts';
import { DoorSheet, refusalWord } from '../people/door-sheet.tsx';

/** Under this name the link of a tab is kept, so that the page can be loaded again while the tab is open. */
const KEPT = 'westgate.unsubscribe';
const TOKEN = /^p-[0-9a-f]{16}\.[\w-]{43}$/;

/** Where the link at the end of a mail leads: one press ends the mails, another takes it back. Opening it does nothing. */
export function Unsubscribe() {
  const word = useWords();
  const link = useSecret(KEPT);
  const token = TOKEN.test(link) ? link : '';
  const ending = useEnding(token);
  const isEnded = ending.data?.isOn === false;
  useTitle(word('unsubscribe.title'));
  return (
    <DoorSheet title={word('unsubscribe.title')}>
      <output>{token === '' ? null : word(isEnded ? 'unsubscribe.ended' : ending.data ? 'unsubscribe.goesOn' : 'unsubscribe.lead')}</output>
      {token === '' || ending.error ? (
        <p role="alert" className="fault">
          {ending.error ? refusalWord(word, ending.error, { spent: 'unsubscribe.spent' }) : word('unsubscribe.spent')}
        </p>
      ) : null}
      {token === '' ? null : (
        <button
          type="button"
          className={isEnded ? 'button' : 'button filled'}
          disabled={ending.isPending}
          onClick={() => ending.mutate(isEnded)}
        >
          {word(isEnded ? 'unsubscribe.undo' : 'unsubscribe.act')}
        </button>
      )}
      <p className="soft small">{word('unsubscribe.more')}</p>
    </DoorSheet>
  );
}

/** Ends the mails to whom a link is for, or takes that back. */
function useEnding(token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (isOn: boolean) => tell('end-mails', { params: { token }, body: { isOn }, key: crypto.randomUUID() }),
    onSettled: () => client.invalidateQueries({ queryKey: keptOf('notice-wishes') }),
  });
}
