import { useWords } from '../messages/words.ts';
import { useLanguage } from '../scope/use-view.ts';
import { errorSaid } from './error-said.ts';

const CHINESE = /\p{Script=Han}/u;
/** Words in a row, as only an English text has them; names stand in either language. */
const ENGLISH = /[a-z]+ [a-z]+ [a-z]+/;

/**
 * What an error means in the words of the screen and, marked where it is in the other language, what the server says of this case: in the
 * language of the screen when it was asked, or in English where it holds no other.
 */
export function ErrorText({ error }: { readonly error: Error }) {
  const language = useLanguage();
  const { meaning, detail } = errorSaid(useWords(), error);
  const said = detail !== null && CHINESE.test(detail) && !ENGLISH.test(detail) ? 'zh' : 'en';
  return (
    <>
      {meaning}
      {meaning !== null && detail !== null ? ' ' : null}
      {detail === null ? null : (
        <span lang={said === language ? undefined : said === 'zh' ? 'zh-CN' : 'en'} className={meaning === null ? undefined : 'note'}>
          {detail}
        </span>
      )}
    </>
  );
}
