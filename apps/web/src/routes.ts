import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router';
import { ScreenError } from './frame/banner.tsx';
import { Frame } from './frame/frame.tsx';
import { MissingPage } from './parts/error-state.tsx';
import { KEPT, parseSearchText, readSearch, searchText, type ViewSearch } from './scope/view-search.ts';
import { SCREEN_CODE } from './screen-code.ts';

const root = createRootRoute({
  component: Frame,
  notFoundComponent: MissingPage,
  errorComponent: ScreenError,
  validateSearch: readSearch,
  search: { middlewares: [retainSearchParams<ViewSearch>([...KEPT])] },
});

const atlas = lazyRouteComponent(SCREEN_CODE['/'], 'Atlas');

const routeTree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: atlas }),
  createRoute({ getParentRoute: () => root, path: '/atlas', component: atlas }),
  createRoute({
    getParentRoute: () => root,
    path: '/today',
    component: lazyRouteComponent(SCREEN_CODE['/today'], 'Today'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exceptions',
    component: lazyRouteComponent(SCREEN_CODE['/exceptions'], 'Exceptions'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan',
    component: lazyRouteComponent(SCREEN_CODE['/plan'], 'Plan'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan/new',
    component: lazyRouteComponent(SCREEN_CODE['/plan/new'], 'BringPlan'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan/text',
    component: lazyRouteComponent(SCREEN_CODE['/plan/text'], 'ReplaceText'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan/versions',
    component: lazyRouteComponent(SCREEN_CODE['/plan/versions'], 'Versions'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan/review',
    component: lazyRouteComponent(SCREEN_CODE['/plan/review'], 'Review'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan/sheet',
    component: lazyRouteComponent(SCREEN_CODE['/plan/sheet'], 'TaskSheetScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/register',
    component: lazyRouteComponent(SCREEN_CODE['/register'], 'Register'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sentences/$id',
    component: lazyRouteComponent(SCREEN_CODE['/sentences/$id'], 'SentencePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/commitments/$id',
    component: lazyRouteComponent(SCREEN_CODE['/commitments/$id'], 'CommitmentPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/places/$id',
    component: lazyRouteComponent(SCREEN_CODE['/places/$id'], 'PlacePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projects/$id',
    component: lazyRouteComponent(SCREEN_CODE['/projects/$id'], 'ProjectPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/indicators/$id',
    component: lazyRouteComponent(SCREEN_CODE['/indicators/$id'], 'IndicatorPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results',
    component: lazyRouteComponent(SCREEN_CODE['/results'], 'Results'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/health-check',
    component: lazyRouteComponent(SCREEN_CODE['/results/health-check'], 'HealthCheckScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/industries',
    component: lazyRouteComponent(SCREEN_CODE['/results/industries'], 'Industries'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/values',
    component: lazyRouteComponent(SCREEN_CODE['/results/values'], 'EnterValues'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/values/sheet',
    component: lazyRouteComponent(SCREEN_CODE['/results/values/sheet'], 'ValueSheetScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/parks',
    component: lazyRouteComponent(SCREEN_CODE['/results/parks'], 'Parks'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/events',
    component: lazyRouteComponent(SCREEN_CODE['/results/events'], 'Events'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/leader',
    component: lazyRouteComponent(SCREEN_CODE['/results/leader'], 'Leader'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/flood',
    component: lazyRouteComponent(SCREEN_CODE['/flood'], 'FloodCases'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/flood/$id',
    component: lazyRouteComponent(SCREEN_CODE['/flood/$id'], 'FloodLab'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/gathering/$by/$id',
    component: lazyRouteComponent(SCREEN_CODE['/gathering/$by/$id'], 'Gathering'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/programme',
    component: lazyRouteComponent(SCREEN_CODE['/programme'], 'Programme'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/monthly',
    component: lazyRouteComponent(SCREEN_CODE['/monthly'], 'Monthly'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/rulebook',
    component: lazyRouteComponent(SCREEN_CODE['/rulebook'], 'RulebookScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/supervision',
    component: lazyRouteComponent(SCREEN_CODE['/supervision'], 'Supervision'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/supervision/$id',
    component: lazyRouteComponent(SCREEN_CODE['/supervision/$id'], 'MatterPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/start',
    component: lazyRouteComponent(SCREEN_CODE['/start'], 'Start'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    component: lazyRouteComponent(SCREEN_CODE['/settings'], 'Settings'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings/calendar',
    component: lazyRouteComponent(SCREEN_CODE['/settings/calendar'], 'ImportCalendar'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/journal',
    component: lazyRouteComponent(SCREEN_CODE['/journal'], 'JournalScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/people',
    component: lazyRouteComponent(SCREEN_CODE['/people'], 'PeopleScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    component: lazyRouteComponent(SCREEN_CODE['/account'], 'AccountScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    // The gate asks whoever must sign in, at any address.
    beforeLoad: () => {
      throw redirect({ to: '/', search: true, replace: true });
    },
  }),
  // What is shown under these stands before the gate.
  createRoute({
    getParentRoute: () => root,
    path: '/directory',
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/welcome',
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/outside',
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/unsubscribe',
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/new/$noun',
    component: lazyRouteComponent(SCREEN_CODE['/new/$noun'], 'NewRecord'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/edit/$noun/$id',
    component: lazyRouteComponent(SCREEN_CODE['/edit/$noun/$id'], 'EditRecord'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/link/$noun/$id',
    component: lazyRouteComponent(SCREEN_CODE['/link/$noun/$id'], 'LinkRecord'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/merge/$noun/$id',
    component: lazyRouteComponent(SCREEN_CODE['/merge/$noun/$id'], 'MergeRecord'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/take-out/$noun/$id',
    component: lazyRouteComponent(SCREEN_CODE['/take-out/$noun/$id'], 'TakeOutRecord'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sources/$id',
    component: lazyRouteComponent(SCREEN_CODE['/sources/$id'], 'SourcePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports',
    component: lazyRouteComponent(SCREEN_CODE['/reports'], 'Reports'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/coverage',
    component: lazyRouteComponent(SCREEN_CODE['/coverage'], 'CoverageSheet'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/breakdown',
    component: lazyRouteComponent(SCREEN_CODE['/breakdown'], 'Breakdown'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/brief',
    component: lazyRouteComponent(SCREEN_CODE['/brief'], 'Brief'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/publish',
    component: lazyRouteComponent(SCREEN_CODE['/publish'], 'Publish'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/runs',
    component: lazyRouteComponent(SCREEN_CODE['/runs'], 'RunsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/accessibility',
    component: lazyRouteComponent(SCREEN_CODE['/accessibility'], 'Accessibility'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/flood/$id/design',
    component: lazyRouteComponent(SCREEN_CODE['/flood/$id/design'], 'FloodDesignScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/documents/$id',
    component: lazyRouteComponent(SCREEN_CODE['/documents/$id'], 'DocumentGate'),
  }),
  // Every record whose kind has no screen of its own above.
  createRoute({
    getParentRoute: () => root,
    path: '/$nouns/$id',
    component: lazyRouteComponent(SCREEN_CODE['/$nouns/$id'], 'PlainPage'),
  }),
]);

/** The screens by address. What is seen is in the address: see `scope/view-search.ts`. */
export const router = createRouter({
  routeTree,
  parseSearch: parseSearchText,
  stringifySearch: searchText,
  scrollRestoration: true,
  defaultPreload: 'intent',
  // Within the frame: a screen that fails leaves head and rail.
  defaultErrorComponent: ScreenError,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
