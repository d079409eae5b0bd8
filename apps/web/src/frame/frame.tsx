import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import type { District, Upkeep } from '@westgate/contract';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import { useAsk } from '../api/ask.ts';
import { ProblemError } from '../api/client.ts';
import { DeedContext, useNewDeedDesk } from '../api/deed-notice.ts';
import { useFailedAnswers } from '../api/failed-answers.ts';
import { useDistrict } from '../api/questions.ts';
import { useChanges } from '../api/use-changes.ts';
import { useCatalogue, useSay, useWords } from '../messages/words.ts';
import { Palette } from '../palette/palette-search.tsx';
import { Loading } from '../parts/await.tsx';
import { Button } from '../parts/button.tsx';
import { useSayInstant, useSayPeriod } from '../parts/day-text.tsx';
import { DemoLine } from '../parts/demo-line.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { ErrorText } from '../parts/error-text.tsx';
import { PlanMenu, useSayPlanShown } from '../parts/plan-menu.tsx';
import { useTitle } from '../parts/use-title.ts';
import { DistrictContext, frameOf, useDistrictFrame, useShownDay } from '../scope/district-context.ts';
import { FindContext } from '../scope/find.ts';
import { LOCALES } from '../scope/first-view.ts';
import { letGo } from '../scope/let-go.ts';
import { useMayOpen } from '../scope/may-open.ts';
import { NO_DISTRICT } from '../scope/no-district.ts';
import { useMay } from '../scope/signed-in.ts';
import { useComposingGuard, useGlobalKeys, usePaper, useUndoKeys } from '../scope/use-global-keys.ts';
import { LanguageContext, useLanguageAsked, usePath, useSetView, useView } from '../scope/use-view.ts';
import type { ViewSearch } from '../scope/view-search.ts';
import { Banner, NoticeLine } from './banner.tsx';
import { DeedLine, FaultLine } from './deed-line.tsx';
import { Gate } from './gate.tsx';
import { Head } from './head.tsx';
import { KeyHelp } from './key-help.tsx';
import { Rail } from './rail.tsx';
import { UnsentQuestion } from './unsent-question.tsx';

/** The frame of every screen: language, head, rail, palette, banner, live region; the screen itself in the middle. */
export function Frame() {
  const language = useLanguageAsked();
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
    <LanguageContext value={language}>
      <IntlProvider locale={LOCALES[language]} messages={useCatalogue(language)}>
        <I18nProvider locale={LOCALES[language]}>
          <FaultLine />
          <Gate>
            <Sheet />
          </Gate>
        </I18nProvider>
      </IntlProvider>
    </LanguageContext>
  );
}

function Sheet() {
  const word = useWords();
  const { answer, isDayRefused } = useDistrictShown();
  const live = useChanges();
  const [isPaletteOpen, openPalette] = useState(false);
  const [isHelpOpen, openHelp] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isNone = useIsNone(answer);
  const held = isNone ? NO_DISTRICT : answer.data;
  const frame = useMemo(() => (held ? frameOf(held) : null), [held]);
  useStartWithoutDistrict(isNone, path);
  const isOpening = useOpeningDay(held, path);
  useFocusOnArrival(path);
  useComposingGuard();
  usePaper();
  const deeds = useNewDeedDesk();
  useUndoKeys(deeds.turnBack);
  const onFind = useCallback(() => openPalette(true), []);
  const onHelp = useCallback(() => openHelp(true), []);
  useGlobalKeys({ onFind, onHelp });
  if (!frame) return answer.error ? <ErrorState error={answer.error} onAgain={() => letGo(() => answer.refetch())} /> : <Loading />;
  return (
    <DistrictContext value={frame}>
      <DeedContext value={deeds}>
        <FindContext value={onFind}>
          <div className={isNone ? 'app without-district' : 'app'}>
            <a className="skip" href="#main">
              {word('skip')}
            </a>
            <MemoHead onFind={onFind} onHelp={onHelp} />
            {isNone ? null : <MemoRail />}
            <div className="stage">
              <DemoLine />
              <NoticeLine />
              <PlanMenu className="plan-line" />
              <UpkeepLine />
              <Banner isOffline={!live.isOpen} />
              {isNone || isDayRefused ? null : <FailedLine />}
              <main id="main" className="work" tabIndex={-1} key={path}>
                {isDayRefused ? <DayRefused /> : (isNone && !WITHOUT_DISTRICT.includes(path)) || isOpening ? <Loading /> : <MemoShown />}
              </main>
              <DeedLine />
              <PrintFoot seq={live.seq} />
            </div>
            <output className="unseen" aria-live="polite">
              {live.last ? word('live.changed', { seq: live.last.seq }) : ''}
            </output>
            <Palette isOpen={isPaletteOpen} onOpenChange={openPalette} />
            <KeyHelp isOpen={isHelpOpen} onOpenChange={openHelp} />
            <UnsentQuestion />
          </div>
        </FindContext>
      </DeedContext>
    </DistrictContext>
  );
}

/** The screen; who may not do what it is there for is told so instead. */
function Shown() {
  const word = useWords();
  const { way } = useView();
  const path = usePath();
  const mayOpen = useMayOpen();
  if (mayOpen(path, way)) return <Outlet />;
  return (
    <div className="page-state">
      <h1>{word('notAllowed.title')}</h1>
      <p>{word('notAllowed.lead')}</p>
    </div>
  );
}

/** These stay as they are drawn where the frame alone changes: the list of keys is opened, or a deed is heard that touches nothing they show. */
const [MemoHead, MemoRail, MemoShown] = [memo(Head), memo(Rail), memo(Shown)];

/** Whether there is no district; as before while it is asked again, so that nothing typed is lost. */
function useIsNone({ error, data }: ReturnType<typeof useDistrictShown>['answer']): boolean {
  const before = useRef(false);
  if (error) before.current = saysNoDistrict(error);
  else if (data) before.current = false;
  return before.current;
}

/** The screens there are without a district. */
const WITHOUT_DISTRICT: readonly string[] = ['/start', '/people', '/account', '/accessibility'];

/** Without a district every other address leads to where one is begun. */
function useStartWithoutDistrict(isNone: boolean, path: string): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (isNone && !WITHOUT_DISTRICT.includes(path)) letGo(() => navigate({ to: '/start', replace: true }));
  }, [isNone, path, navigate]);
}

/**
 * Where the door is opened without a day and the district opens as of one, that day goes into the address; true until it is there. All other
 * addresses without a day mean today, so that an address says what is seen (ADR 0091).
 */
function useOpeningDay(district: District | undefined, path: string): boolean {
  const navigate = useNavigate();
  const { asOf } = useView();
  const opensOn = path === '/' && asOf === undefined ? (district?.opensOn ?? null) : null;
  // The path changes a moment before the day does: without the wait, all of the screen would be asked for twice.
  const awaited = useRef(false);
  if (opensOn !== null) awaited.current = true;
  else if (asOf !== undefined || path !== '/atlas') awaited.current = false;
  useEffect(() => {
    if (opensOn !== null)
      letGo(() => navigate({ to: '/atlas', search: (before: ViewSearch) => ({ ...before, asOf: opensOn }), replace: true }));
  }, [opensOn, navigate]);
  return awaited.current;
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

/** True where the server says that no district is held yet. */
function saysNoDistrict(error: Error | null): boolean {
  return error instanceof ProblemError && error.problem?.code === 'WG_NO_DISTRICT';
}

/**
 * The district as of the day in the address. Where that day is refused, as it lies outside the days of the district, it is the district of today,
 * so that the frame stays and says so.
 */
function useDistrictShown() {
  const asked = useDistrict();
  const isDayRefused = saysDayRefused(asked.error);
  const today = useAsk('district', {}, isDayRefused);
  return { answer: isDayRefused ? today : asked, isDayRefused };
}

function saysDayRefused(error: Error | null): boolean {
  const problem = error instanceof ProblemError ? error.problem : null;
  return problem?.code === 'WG_INPUT_INVALID' && problem.details?.field === 'asOf';
}

/** Says above the screen that something of it could not be loaded, where no part of it says so: nothing shown is no answer. */
function FailedLine() {
  const word = useWords();
  const failed = useFailedAnswers();
  if (!failed) return null;
  return (
    <p className="banner row failed-line" role="alert">
      <span>
        {word('failed.part')} <ErrorText error={failed.error} />
      </span>
      <Button look="plain" name={word('error.again')} className="no-print" onClick={failed.again} />
    </p>
  );
}

/** What every printed sheet says of itself: district, its label, the plan it counts, the day its states are for, the line of the journal, where its facts were read. */
function PrintFoot({ seq }: { readonly seq: number }) {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const { district } = useDistrictFrame();
  const { day } = useShownDay();
  const plan = useSayPlanShown();
  return (
    <p className="print-foot">
      {[say(district.name), say(district.label), plan].filter((part) => part !== '').join(' · ')} · {word('asOf.title')} {sayWhen(day)} ·{' '}
      {word('print.line', { seq: Math.max(seq, district.seq) })} · {word('print.source')}
    </p>
  );
}

/** Says above every screen of who keeps the backups that one, or a drill of its restoring, is overdue. */
function UpkeepLine() {
  const word = useWords();
  const sayInstant = useSayInstant();
  const { data: upkeep } = useAsk('upkeep', {}, useMay()('backup'));
  const sayLast = (done: Upkeep['backup']): string => (done ? sayInstant(done.at) : word('upkeep.never'));
  if (!upkeep || upkeep.overdue.length === 0) return null;
  return (
    <aside className="banner" aria-label={word('upkeep.title')}>
      {upkeep.overdue.map((kind) => (
        <p key={kind}>{word(`upkeep.overdue.${kind}`, { days: upkeep.days[kind], last: sayLast(upkeep[kind]) })}</p>
      ))}
      <p className="small">{word('upkeep.how')}</p>
    </aside>
  );
}

/** In place of the screen where the day in the address lies outside the days of the district: which may be asked for, and today at one press. */
function DayRefused() {
  const word = useWords();
  const setView = useSetView();
  const { day } = useShownDay();
  const { days } = useDistrictFrame().district;
  const title = word('asOf.refused', { day });
  useTitle(title);
  return (
    <section className="page-state" role="alert">
      <h1>{title}</h1>
      <p>{word('asOf.refusedHint', days)}</p>
      <Button name={word('asOf.toToday')} onClick={() => setView({ asOf: undefined }, { replace: true })} />
    </section>
  );
}
