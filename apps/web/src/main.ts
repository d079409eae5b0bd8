import './styles/index.css';
import { askFirst } from './api/first-answers.ts';
import { textsIn } from './messages/texts.ts';
import { firstView, LOCALES } from './scope/first-view.ts';
import { bringScreen } from './screen-code.ts';

// Asked side by side, and none from within what another brings: what each screen asks first, its code and texts, and the code of all screens. Whoever needs what did not come asks again, and says so.
const { language } = firstView();
document.documentElement.lang = LOCALES[language];
askFirst().catch(() => undefined);
textsIn(language).catch(() => undefined);
bringScreen(location.pathname);
import('./app.tsx').then(({ start }) => start()).catch(reportError);
