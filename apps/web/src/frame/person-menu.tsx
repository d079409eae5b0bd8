import { useNavigate } from '@tanstack/react-router';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useSignOut } from '../api/people.ts';
import { useWords } from '../messages/words.ts';
import { letGo } from '../scope/let-go.ts';
import { useIsOpen, useMay, useSignedIn } from '../scope/signed-in.ts';

/** Who is signed in, in the head, with people and rights and signing out; nothing in an office without accounts. */
export function PersonMenu() {
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
