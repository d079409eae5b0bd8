import { useWords } from '../messages/words.ts';
import { errorSaid } from './error-said.ts';

/** What the server says is English, but where it holds it in Chinese and that was asked for. */
const CHINESE = /\p{Script=Han}/u;

/** What an error means in the words of the screen and, marked as English, what the server says of this case. */
export function ErrorText({ error }: { readonly error: Error }) {
  const { meaning, detail } = errorSaid(useWords(), error);
  const isForeign = meaning !== null && detail !== null && !CHINESE.test(detail);
  return (
    <>
      {meaning}
      {meaning !== null && detail !== null ? ' ' : null}
      {detail === null ? null : (
        <span lang={isForeign ? 'en' : undefined} className={meaning === null ? undefined : 'note'}>
          {detail}
        </span>
      )}
    </>
  );
}
