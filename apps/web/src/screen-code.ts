import type { ScreenAddress } from '@westgate/contract';
import { withRoom } from './messages/room-words.ts';

/** Where the code of each screen is, by address. Of two that an address fits, the first is meant. */
export const SCREEN_CODE = {
  '/': () => import('./screens/places/atlas/atlas.tsx'),
  '/atlas': () => import('./screens/places/atlas/atlas.tsx'),
  '/today': () => import('./screens/today/today.tsx'),
  '/exceptions': () => import('./screens/exceptions/exceptions.tsx'),
  '/plan': () => import('./screens/words/plan/plan.tsx'),
  '/plan/new': () => import('./screens/words/bring/bring-plan.tsx'),
  '/plan/text': () => import('./screens/words/text/replace-text.tsx'),
  '/plan/versions': () => import('./screens/words/versions/versions.tsx'),
  '/plan/review': () => import('./screens/words/review/review.tsx'),
  '/plan/sheet': () => import('./screens/words/sheet/task-sheet.tsx'),
  '/register': () => import('./screens/register/register.tsx'),
  '/sentences/$id': () => import('./screens/words/sentence/sentence-page.tsx'),
  '/commitments/$id': () => import('./screens/words/commitment/commitment-page.tsx'),
  '/places/$id': () => import('./screens/places/place/place-page.tsx'),
  '/projects/$id': () => import('./screens/programme/project/project-page.tsx'),
  '/indicators/$id': () => import('./screens/results/indicator/indicator-page.tsx'),
  '/programme': () => import('./screens/programme/board/programme.tsx'),
  '/monthly': () => import('./screens/programme/monthly/monthly.tsx'),
  '/rulebook': () => import('./screens/programme/rulebook/rulebook.tsx'),
  '/supervision': () => import('./screens/programme/supervision/supervision.tsx'),
  '/supervision/$id': () => import('./screens/programme/supervision/matter-page.tsx'),
  '/start': () => import('./screens/start/start.tsx'),
  '/settings': () => import('./screens/settings/settings.tsx'),
  '/settings/calendar': () => import('./screens/settings/calendar/import-calendar.tsx'),
  '/journal': () => import('./screens/journal/journal.tsx'),
  '/people': () => import('./screens/people/people.tsx'),
  '/account': () => import('./screens/people/account/account.tsx'),
  '/new/$noun': () => import('./screens/records/new/new-record.tsx'),
  '/edit/$noun/$id': () => import('./screens/records/edit/edit-record.tsx'),
  '/link/$noun/$id': () => import('./screens/records/link/link-record.tsx'),
  '/merge/$noun/$id': () => import('./screens/records/merge/merge-record.tsx'),
  '/take-out/$noun/$id': () => import('./screens/records/take-out/take-out-record.tsx'),
  '/sources/$id': () => import('./screens/results/source/source-page.tsx'),
  '/results': () => import('./screens/results/board/results.tsx'),
  '/results/health-check': () => import('./screens/results/health-check/health-check.tsx'),
  '/results/events': () => import('./screens/results/events/events.tsx'),
  '/results/industries': () => import('./screens/results/industry/industries.tsx'),
  '/results/values': () => import('./screens/results/entry/enter-values.tsx'),
  '/results/values/sheet': () => import('./screens/results/value-sheet/value-sheet-screen.tsx'),
  '/results/parks': () => import('./screens/results/parks/parks.tsx'),
  '/results/leader': () => import('./screens/results/leader/leader.tsx'),
  '/flood': () => withRoom('flood', () => import('./screens/choices/flood/flood-screens.tsx')),
  '/flood/$id': () => withRoom('flood', () => import('./screens/choices/flood/flood-screens.tsx')),
  '/gathering/$by/$id': () => import('./screens/gathering/gathering.tsx'),
  '/reports': () => import('./screens/reports/reports.tsx'),
  '/coverage': () => import('./screens/coverage/coverage.tsx'),
  '/breakdown': () => import('./screens/words/breakdown/breakdown.tsx'),
  '/brief': () => import('./screens/brief/brief.tsx'),
  '/publish': () => import('./screens/publish/publish.tsx'),
  '/runs': () => import('./screens/runs/runs.tsx'),
  '/accessibility': () => import('./screens/accessibility/accessibility.tsx'),
  '/flood/$id/design': () => withRoom('flood', () => import('./screens/choices/flood/design/flood-design.tsx')),
  '/documents/$id': () => import('./screens/words/plan/document-gate.tsx'),
  '/$nouns/$id': () => import('./screens/records/plain/plain-page.tsx'),
} as const satisfies { readonly [A in ScreenAddress]?: () => Promise<object> };

/** The code of the screen at an address, if there is one. Rejects where it does not come. */
export async function codeAt(address: string): Promise<object | undefined> {
  const parts = address.split('/');
  const found = Object.entries(SCREEN_CODE).find(([pattern]) => fits(parts, pattern.split('/')));
  return found?.[1]();
}

function fits(parts: readonly string[], pattern: readonly string[]): boolean {
  return parts.length === pattern.length && pattern.every((word, at) => (word.startsWith('$') ? parts[at] !== '' : word === parts[at]));
}
