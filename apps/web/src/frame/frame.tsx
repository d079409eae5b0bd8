import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import { useDistrict } from '../api/questions.ts';
import { useChanges } from '../api/use-changes.ts';
import { CATALOGUES, useWords } from '../messages/words.ts';
import { Palette } from '../palette/palette.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { Banner, NoticeLine } from './banner.tsx';
import { DistrictContext, frameOf } from './district-context.ts';
import { Head } from './head.tsx';
import { KeyHelp } from './key-help.tsx';
import { PrintFoot } from './print-foot.tsx';
import { Rail } from './rail.tsx';
import { useComposingGuard } from './use-composing-guard.ts';
import { useGlobalKeys } from './use-global-keys.ts';
import { usePaper } from './use-paper.ts';
import { useLanguage, useView } from './use-view.ts';

const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const;

/** The frame of every screen: language, head, rail, palette, banner, live region; the screen itself in the middle. */
export function Frame() {
  const language = useLanguage();
  const { theme, type } = useView();
  useEffect(() => {
    const { dataset } = document.documentElement;
    document.documentElement.lang = LOCALES[language];
    if (theme) dataset.theme = theme;
    else delete dataset.theme;
    if (type) dataset.type = type;
    else delete dataset.type;
  }, [language, theme, type]);
  return (
    <IntlProvider locale={LOCALES[language]} messages={CATALOGUES[language]}>
      <I18nProvider locale={LOCALES[language]}>
        <Sheet />
      </I18nProvider>
    </IntlProvider>
  );
}

function Sheet() {
  const word = useWords();
  const answer = useDistrict();
  const live = useChanges();
  const [isPaletteOpen, openPalette] = useState(false);
  const [isHelpOpen, openHelp] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const frame = useMemo(() => (answer.data ? frameOf(answer.data) : null), [answer.data]);
  useFocusOnArrival(path);
  useComposingGuard();
  usePaper();
  useGlobalKeys({ onFind: () => openPalette(true), onHelp: () => openHelp(true) });
  if (!frame) return answer.error ? <ErrorState error={answer.error} onAgain={() => void answer.refetch()} /> : <Loading />;
  return (
    <DistrictContext value={frame}>
      <div className="app">
        <a className="skip" href="#main">
          {word('skip')}
        </a>
        <Head onFind={() => openPalette(true)} onHelp={() => openHelp(true)} />
        <Rail />
        <div className="stage">
          <NoticeLine />
          <Banner isOffline={!live.isOpen} />
          <main id="main" className="work" tabIndex={-1} key={path}>
            <Outlet />
          </main>
          <PrintFoot />
        </div>
        <output className="unseen" aria-live="polite">
          {live.last ? word('live.changed', { seq: live.last.seq }) : ''}
        </output>
        <Palette isOpen={isPaletteOpen} onOpenChange={openPalette} />
        <KeyHelp isOpen={isHelpOpen} onOpenChange={openHelp} />
      </div>
    </DistrictContext>
  );
}

/** After a change of screen the focus goes to its main part, so that the keyboard and a screen reader start there. */
function useFocusOnArrival(path: string): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);
}
