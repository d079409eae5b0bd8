import { Link, useNavigate } from '@tanstack/react-router';
import { dayOf, daysBetween } from '@westgate/base';
import { lazy, Suspense } from 'react';
import {
  Button,
  Dialog,
  DialogTrigger,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type Selection,
  Separator,
} from 'react-aria-components';
import { useSignOut } from '../api/people.ts';
import { useSay, useWords } from '../messages/words.ts';
import { DistrictMenu, useDistrictItems } from '../palette/district-menu.tsx';
import { Loading } from '../parts/await.tsx';
import { useSayPeriod } from '../parts/day-text.tsx';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { MenuSign } from '../parts/noun-icon.tsx';
import { PlanMenu } from '../parts/plan-menu.tsx';
import { useDistrictFrame, useShownDay } from '../scope/district-context.ts';
import { letGo } from '../scope/let-go.ts';
import { useIsOpen, useMay, useSignedIn } from '../scope/signed-in.ts';
import { useSetView, useView } from '../scope/use-view.ts';
import { THEMES } from '../scope/view-search.ts';
import { quickDays } from './quick-days.ts';

const AsOfPanel = lazy(async () => ({ default: (await import('./as-of-panel.tsx')).AsOfPanel }));

/** Width of the strip, of its ends, and how deep the ticks of a month, a quarter and a year reach up from its line at `LINE`. */
const [WIDTH, END, LINE] = [62, 3, 13] as const;

const TICK = { month: 3, quarter: 5, year: 8 } as const;

/** The head: brand, district, plan, notice, time, search, language, large type, theme, keys, print. */
export function Head({ onFind, onHelp }: { readonly onFind: () => void; readonly onHelp: () => void }) {
  const word = useWords();
  const say = useSay();
  const { district, isNone } = useDistrictFrame();
  const { type } = useView();
  const setView = useSetView();
  const notice = say(district.label);
  const [noticeWord = ''] = notice.split(/[：:]/);
  return (
    <header className="head">
      <div className="brand">
        <Link to="/atlas" className="brand-name">
          {word('brand')}
        </Link>
        <DistrictMenu />
        <PlanMenu className="brand-plan-menu" />
      </div>
      {notice ? (
        <span className="sample" title={notice}>
          {noticeWord}
        </span>
      ) : null}
      <span className="spring" />
      {isNone ? null : <TimeControl />}
      <button type="button" className="search" onClick={onFind} aria-keyshortcuts="Control+K /">
        <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="8.5" cy="8.5" r="5" />
          <path d="m12.5 12.5 4.5 4.5" />
        </svg>
        <span className="search-word">{word('head.searchShort')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="switches">
        <PersonMenu />
        <LanguageSwitch />
        <button
          type="button"
          aria-pressed={type === 'large'}
          onClick={() => setView({ type: type ? undefined : 'large' }, { replace: true })}
        >
          {word('head.large')}
        </button>
        <ThemeMenu />
        <button type="button" className="wide-only" onClick={() => window.print()}>
          {word('head.print')}
        </button>
        <button type="button" className="wide-only" onClick={onHelp} aria-keyshortcuts="?">
          {word('keys.short')}
        </button>
      </div>
    </header>
  );
}

function ThemeMenu() {
  const word = useWords();
  const { theme } = useView();
  const setView = useSetView();
  const navigate = useNavigate();
  const districtItems = useDistrictItems();
  const choose = (keys: Selection): void => {
    const [key] = keys === 'all' ? [] : [...keys];
    setView({ theme: THEMES.find((candidate) => candidate === key) }, { replace: true });
  };
  return (
    <MenuTrigger>
      <Button className="theme-button">{word('head.theme')}</Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={word('head.theme')}>
          <MenuSection
            aria-label={word('head.theme')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme ?? 'auto']}
            onSelectionChange={choose}
          >
            {(['auto', ...THEMES] as const).map((name) => (
              <MenuItem key={name} id={name} className="menu-item">
                {word(`theme.${name}`)}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="menu-line" />
          {districtItems.map(({ id, text, act }) => (
            <MenuItem key={id} id={id} className="menu-item" onAction={act}>
              {text}
            </MenuItem>
          ))}
          <MenuItem className="menu-item" onAction={() => letGo(() => navigate({ to: '/accessibility' }))}>
            {word('accessibility.title')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Who is signed in, in the head, with people and rights and signing out; nothing in an office without accounts. */
function PersonMenu() {
  const word = useWords();
  const navigate = useNavigate();
  const person = useSignedIn();
  const may = useMay();
  const isOpen = useIsOpen();
  const signOut = useSignOut();
  if (!person) return null;
  const mayLook = may('manage-people') || may('see-sign-ins');
  return (
    <MenuTrigger>
      <Button className="theme-button person-button">
        <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="7" r="3.5" />
          <path d="M3.5 17.5c1-4 3.5-5.5 6.5-5.5s5.5 1.5 6.5 5.5" />
        </svg>
        <span className="person-name">{person.name}</span>
        <span className="unseen"> {word('person.menu')}</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={word('person.menu')}>
          {mayLook ? (
            <MenuItem className="menu-item" onAction={() => letGo(() => navigate({ to: '/people' }))}>
              {word('people.title')}
            </MenuItem>
          ) : null}
          {may('verify') ? (
            <MenuItem className="menu-item" onAction={() => letGo(() => navigate({ to: '/journal' }))}>
              {word('journal.title')}
            </MenuItem>
          ) : null}
          {isOpen ? null : (
            <MenuItem className="menu-item" onAction={() => letGo(() => navigate({ to: '/account' }))}>
              {word('account.title')}
            </MenuItem>
          )}
          <MenuItem className="menu-item" onAction={() => signOut.mutate(undefined)}>
            {word('person.signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Time, the one control of it: the year as a strip with the day marked, the day, and whether it is today; opens to choose another. */
function TimeControl() {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const { district } = useDistrictFrame();
  const { day, isToday } = useShownDay();
  const isEnd = quickDays(district).some(({ on }) => on === day);
  return (
    <DialogTrigger>
      <Button className={isToday ? 'time-control' : 'time-control past'}>
        <span className="soft">{word('asOf.short')}</span>
        <YearStrip day={day} />
        <b>
          <time dateTime={day}>{day}</time>
        </b>
        {isToday || isEnd ? <span className="soft">{word(isToday ? 'asOf.isToday' : 'asOf.isEnd')}</span> : null}
        <span className="unseen"> {sayWhen(day)}</span>
        <MenuSign />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="time-choice" aria-label={word('asOf.title')}>
          <Suspense fallback={<Loading />}>
            <AsOfPanel />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** The year of a day: a tick for each month, a block at the day. */
function YearStrip({ day }: { readonly day: string }) {
  const first = dayOf(`${day.slice(0, 4)}-01-01`);
  const length = daysBetween(first, dayOf(`${day.slice(0, 4)}-12-31`));
  const at = (share: number): number => END + share * (WIDTH - 2 * END);
  const ticks = Array.from({ length: 13 }, (_, month) => {
    const depth = month % 12 === 0 ? TICK.year : month % 3 === 0 ? TICK.quarter : TICK.month;
    return `M${at(month / 12).toFixed(1)} ${LINE - depth}V${LINE}`;
  });
  return (
    <svg className="year-strip" viewBox={`0 0 ${WIDTH} 18`} aria-hidden="true">
      <path d={`M${END} ${LINE}H${WIDTH - END}${ticks.join('')}`} />
      <rect x={at(daysBetween(first, dayOf(day)) / length) - 2} y="2" width="4" height={LINE} rx="1" />
    </svg>
  );
}
