import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router';
import { ScreenError } from './frame/banner.tsx';
import { Frame } from './frame/frame.tsx';
import { MissingPage } from './parts/error-state.tsx';
import { KEPT, parseSearchText, readSearch, searchText, type ViewSearch } from './scope/view-search.ts';

const root = createRootRoute({
  component: Frame,
  notFoundComponent: MissingPage,
  errorComponent: ScreenError,
  validateSearch: readSearch,
  search: { middlewares: [retainSearchParams<ViewSearch>([...KEPT])] },
});

const atlas = lazyRouteComponent(() => import('./screens/places/atlas/atlas.tsx'), 'Atlas');

const routeTree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: atlas }),
  createRoute({ getParentRoute: () => root, path: '/atlas', component: atlas }),
  createRoute({
    getParentRoute: () => root,
    path: '/today',
    component: lazyRouteComponent(() => import('./screens/today/today.tsx'), 'Today'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exceptions',
    component: lazyRouteComponent(() => import('./screens/exceptions/exceptions.tsx'), 'Exceptions'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan',
    component: lazyRouteComponent(() => import('./screens/words/plan/plan.tsx'), 'Plan'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan/new',
    component: lazyRouteComponent(() => import('./screens/words/bring/bring-plan.tsx'), 'BringPlan'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan/text',
    component: lazyRouteComponent(() => import('./screens/words/text/replace-text.tsx'), 'ReplaceText'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan/versions',
    component: lazyRouteComponent(() => import('./screens/words/versions/versions.tsx'), 'Versions'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan/review',
    component: lazyRouteComponent(() => import('./screens/words/review/review.tsx'), 'Review'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan/sheet',
    component: lazyRouteComponent(() => import('./screens/words/sheet/task-sheet.tsx'), 'TaskSheetScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/register',
    component: lazyRouteComponent(() => import('./screens/register/register.tsx'), 'Register'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sentences/$id',
    component: lazyRouteComponent(() => import('./screens/words/sentence/sentence-page.tsx'), 'SentencePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/commitments/$id',
    component: lazyRouteComponent(() => import('./screens/words/commitment/commitment-page.tsx'), 'CommitmentPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/places/$id',
    component: lazyRouteComponent(() => import('./screens/places/place/place-page.tsx'), 'PlacePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projects/$id',
    component: lazyRouteComponent(() => import('./screens/programme/project/project-page.tsx'), 'ProjectPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/indicators/$id',
    component: lazyRouteComponent(() => import('./screens/results/indicator/indicator-page.tsx'), 'IndicatorPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/programme',
    component: lazyRouteComponent(() => import('./screens/programme/board/programme.tsx'), 'Programme'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/monthly',
    component: lazyRouteComponent(() => import('./screens/programme/monthly/monthly.tsx'), 'Monthly'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/rulebook',
    component: lazyRouteComponent(() => import('./screens/programme/rulebook/rulebook.tsx'), 'RulebookScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/supervision',
    component: lazyRouteComponent(() => import('./screens/programme/supervision/supervision.tsx'), 'Supervision'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/supervision/$id',
    component: lazyRouteComponent(() => import('./screens/programme/supervision/matter-page.tsx'), 'MatterPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/start',
    component: lazyRouteComponent(() => import('./screens/start/start.tsx'), 'Start'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    component: lazyRouteComponent(() => import('./screens/settings/settings.tsx'), 'Settings'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/journal',
    component: lazyRouteComponent(() => import('./screens/journal/journal.tsx'), 'JournalScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/people',
    component: lazyRouteComponent(() => import('./screens/people/people.tsx'), 'PeopleScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    component: lazyRouteComponent(() => import('./screens/people/account/account.tsx'), 'AccountScreen'),
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
    component: lazyRouteComponent(() => import('./screens/records/new/new-record.tsx'), 'NewRecord'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/edit/$noun/$id',
    component: lazyRouteComponent(() => import('./screens/records/edit/edit-record.tsx'), 'EditRecord'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/link/$noun/$id',
    component: lazyRouteComponent(() => import('./screens/records/link/link-record.tsx'), 'LinkRecord'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/merge/$noun/$id',
    component: lazyRouteComponent(() => import('./screens/records/merge/merge-record.tsx'), 'MergeRecord'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/take-out/$noun/$id',
    component: lazyRouteComponent(() => import('./screens/records/take-out/take-out-record.tsx'), 'TakeOutRecord'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sources/$id',
    component: lazyRouteComponent(() => import('./screens/results/source/source-page.tsx'), 'SourcePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports',
    component: lazyRouteComponent(() => import('./screens/reports/reports.tsx'), 'Reports'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/coverage',
    component: lazyRouteComponent(() => import('./screens/coverage/coverage.tsx'), 'CoverageSheet'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/breakdown',
    component: lazyRouteComponent(() => import('./screens/words/breakdown/breakdown.tsx'), 'Breakdown'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/brief',
    component: lazyRouteComponent(() => import('./screens/brief/brief.tsx'), 'Brief'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/publish',
    component: lazyRouteComponent(() => import('./screens/publish/publish.tsx'), 'Publish'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/runs',
    component: lazyRouteComponent(() => import('./screens/runs/runs.tsx'), 'RunsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/accessibility',
    component: lazyRouteComponent(() => import('./screens/accessibility/accessibility.tsx'), 'Accessibility'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/documents/$id',
    component: lazyRouteComponent(() => import('./screens/words/plan/document-gate.tsx'), 'DocumentGate'),
  }),
  // Every record whose kind has no screen of its own above.
  createRoute({
    getParentRoute: () => root,
    path: '/$nouns/$id',
    component: lazyRouteComponent(() => import('./screens/records/plain/plain-page.tsx'), 'PlainPage'),
  }),
]);

/** The screens by address. What is seen is in the address: see `frame/view-search.ts`. */
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
