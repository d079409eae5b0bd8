import { useNavigate } from '@tanstack/react-router';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useSay, useWords } from '../messages/words.ts';
import { AsWritten } from '../parts/as-written.tsx';
import { MenuSign } from '../parts/noun-icon.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { letGo } from '../scope/let-go.ts';
import { useMayOpen } from '../scope/may-open.ts';
import { useIsOpen } from '../scope/signed-in.ts';

/** The name of the district in the head, and what is done with the district as a whole. */
export function DistrictMenu() {
  const word = useWords();
  const say = useSay();
  const { district, isNone, plans, hasSeveralPlans } = useDistrictFrame();
  const [plan] = plans;
  return (
    <MenuTrigger>
      <Button className="brand-district">
        <span className="brand-district-name">
          {isNone ? word('start.none.short') : say(district.name)}
          {plan && !hasSeveralPlans ? (
            <span className="brand-plan">
              {' · '}
              <AsWritten text={say(plan.title)} />
            </span>
          ) : null}
        </span>
        <span className="unseen"> {word('district.menu')}</span>
        <MenuSign />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="menu" aria-label={word('district.menu')}>
          {useDistrictItems().map(({ id, text, act }) => (
            <MenuItem key={id} id={id} className="menu-item" onAction={act}>
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** The ways to begin that the menu names. */
const starts = [
  { way: 'new', text: 'start.title' },
  { way: 'bring', text: 'start.way.bring' },
  { way: 'away', text: 'start.way.away' },
] as const;

/** What is done with the district as a whole, wherever it is offered: its settings, one's own, everything to take away. */
export function useDistrictItems(): readonly { readonly id: string; readonly text: string; readonly act: () => void }[] {
  const word = useWords();
  const navigate = useNavigate();
  const { isNone } = useDistrictFrame();
  const isOpen = useIsOpen();
  const mayOpen = useMayOpen();
  return [
    ...(isNone || !mayOpen('/settings')
      ? []
      : [{ id: 'settings', text: word('settings.title'), act: () => letGo(() => navigate({ to: '/settings' })) }]),
    ...starts
      .filter(({ way }) => mayOpen('/start', way))
      .map(({ way, text }) => ({
        id: way,
        text: word(text),
        act: () => letGo(() => navigate({ to: '/start', search: { way } })),
      })),
    ...(isNone || !mayOpen('/publish')
      ? []
      : [{ id: 'publish', text: word('publish.title'), act: () => letGo(() => navigate({ to: '/publish' })) }]),
    ...(mayOpen('/runs') ? [{ id: 'runs', text: word('runs.title'), act: () => letGo(() => navigate({ to: '/runs' })) }] : []),
    ...(isOpen ? [{ id: 'people', text: word('people.title'), act: () => letGo(() => navigate({ to: '/people' })) }] : []),
  ];
}
