import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover, type Selection, Separator } from 'react-aria-components';
import { useSay, useWords } from '../messages/words.ts';
import { DistrictMenu, useDistrictItems } from '../palette/district-menu.tsx';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { PlanMenu } from '../parts/plan-menu.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { letGo } from '../scope/let-go.ts';
import { useSetView, useView } from '../scope/use-view.ts';
import { THEMES } from '../scope/view-search.ts';
import { PersonMenu } from './person-menu.tsx';
import { TimeControl } from './time-control.tsx';

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
