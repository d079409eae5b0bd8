import { useWords } from '../messages/words.ts';
import { errorSaid } from './error-said.ts';

/** What an error means in the words of the screen and, marked as English, what the server says of this case. */
export function ErrorText({ error }: { readonly error: Error }) {
  const { meaning, detail } = errorSaid(useWords(), error);
  return (
    <>
      {meaning}
      {meaning !== null && detail !== null ? ' ' : null}
      {detail === null ? null : (
        <span lang={meaning === null ? undefined : 'en'} className={meaning === null ? undefined : 'note'}>
          {detail}
        </span>
      )}
    </>
  );
}
