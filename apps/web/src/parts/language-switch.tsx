import { useWords } from '../messages/words.ts';
import { useLanguage, useSetView } from '../scope/use-view.ts';

/** Chinese or English. */
export function LanguageSwitch() {
  const word = useWords();
  const language = useLanguage();
  const setView = useSetView();
  return (
    <fieldset className="language">
      <legend className="unseen">{word('head.language')}</legend>
      <button
        type="button"
        lang="zh-CN"
        aria-pressed={language === 'zh'}
        aria-label="中文"
        onClick={() => setView({ lang: 'zh' }, { replace: true })}
      >
        中
      </button>
      <button
        type="button"
        lang="en"
        aria-pressed={language === 'en'}
        aria-label="EN, English"
        onClick={() => setView({ lang: 'en' }, { replace: true })}
      >
        EN
      </button>
    </fieldset>
  );
}
