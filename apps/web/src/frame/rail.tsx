import { Link, useRouterState } from '@tanstack/react-router';
import { PLAIN_KINDS, PLURALS } from '@westgate/domain';
import { useWords } from '../messages/words.ts';

const SCREENS = [
  { to: '/today', word: 'screen.today', rooms: ['/today', '/exceptions'], path: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4.5l3 2' },
  {
    to: '/plan',
    word: 'screen.plan',
    rooms: ['/plan', '/breakdown', '/gathering', '/sentences', '/commitments'],
    path: 'M4 3h12v14H4zM7 7h6M7 10h6M7 13h3',
  },
  {
    to: '/atlas',
    word: 'screen.atlas',
    rooms: ['/atlas', '/places'],
    path: 'M2.5 5 7.5 3l5 2 5-2v12l-5 2-5-2-5 2zM7.5 3v12M12.5 5v12',
  },
  {
    to: '/programme',
    word: 'screen.programme',
    rooms: ['/programme', '/rulebook', '/monthly', '/supervision', '/projects'],
    path: 'M4 3v14M4 4h8v4H4M4 10h12v4H4',
  },
  {
    to: '/flood',
    word: 'screen.choices',
    rooms: ['/flood'],
    path: 'M3 10h5M8 10l5-6h4M8 10l5 6h4',
  },
  {
    to: '/register',
    word: 'screen.register',
    rooms: ['/register', ...PLAIN_KINDS.map((kind) => `/${PLURALS[kind]}`)],
    path: 'M3 4h2M3 10h2M3 16h2M8 4h9M8 10h9M8 16h9',
  },
  {
    to: '/results',
    word: 'screen.results',
    rooms: ['/results', '/indicators'],
    path: 'M3 3v14h14M6 12l3.5-4 3 2.5L17 5',
  },
  {
    to: '/reports',
    word: 'screen.reports',
    rooms: ['/reports', '/coverage', '/brief', '/publish', '/runs'],
    path: 'M5 2.5h7l3 3v12H5zM12 2.5v3h3M8 9h4M8 12h4M8 15h2',
  },
] as const;

/** The rail at the left, the bar at the bottom of a phone: only screens that exist. */
export function Rail() {
  const word = useWords();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav className="rail" aria-label={word('rail.name')}>
      {SCREENS.map((screen) => {
        const isHere = screen.rooms.some((room) => path.startsWith(room)) || (path === '/' && screen.to === '/atlas');
        return (
          <Link key={screen.to} to={screen.to} className={isHere ? 'here' : ''} aria-current={isHere ? 'page' : undefined}>
            <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
              <path d={screen.path} />
            </svg>
            <span>{word(screen.word)}</span>
          </Link>
        );
      })}
    </nav>
  );
}
