import './styles/index.css';
import { askFirst } from './api/first-answers.ts';
import { textsIn } from './messages/texts.ts';
import { firstView, LOCALES } from './scope/first-view.ts';
import { codeAt } from './screen-code.ts';

// Asked side by side, and none from within what another brings: what each screen asks first, its code and texts, and the code of all screens. What did not come is asked for again by whoever needs it, who says so.
const { language } = firstView();
document.documentElement.lang = LOCALES[language];
askFirst();
textsIn(language).catch(() => undefined);
codeAt(location.pathname).catch(() => undefined);
import('./app.tsx')
  .then(({ start }) => start())
  .catch((error: unknown) => {
    reportError(error);
    tellLacking();
  });

/** Where the code did not come, as when the server went in between, nothing else can say so. */
function tellLacking(): void {
  const root = document.getElementById('root');
  if (root === null || root.childElementCount > 0) return;
  const again = document.createElement('a');
  again.href = location.href;
  again.textContent = { zh: '页面没有加载完整，请重新打开', en: 'This page did not load completely. Open it again' }[language];
  root.append(again);
}
