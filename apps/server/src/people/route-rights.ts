import type { OfficeAction } from '@westgate/domain';

/**
 * What an address asks for. `anyone`: nothing. `read`: nothing either, as the answer holds what whoever asks may know, and nothing beyond.
 * `listen`, `own-account`: signed in. `record`: signed in, and the deed is judged record by record. Else a role that may do that to the office.
 */
export type Right = 'anyone' | 'read' | 'listen' | 'record' | 'own-account' | OfficeAction;

const NOUNS = ['sentences', 'commitments', 'places', 'projects', 'indicators', 'events', 'parks', 'departments', 'documents', 'sources'];
const LINKED = NOUNS.filter((noun) => noun !== 'sources');
const MADE = NOUNS.filter((noun) => noun !== 'sentences');
const LISTS = [...NOUNS, 'deeds', 'supervision'];

/** Every address of the API with what it asks for, as `METHOD /path`. What is not here is refused to everyone; a test compares it with the router. */
export const RIGHTS: ReadonlyMap<string, Right> = new Map<string, Right>([
  ...each(
    'anyone',
    'GET /session',
    'POST /session',
    'DELETE /session',
    'POST /links/look',
    'POST /links/take-up',
    'POST /links/enter',
    'GET /ways-in',
    'POST /passkeys/ask',
    'POST /passkeys/enter',
    'POST /directory/begin',
    'POST /directory/enter',
    'GET /publication',
    'GET /outside',
    'POST /outside/report',
    'POST /outside/evidence',
    'POST /unsubscribe/:token',
  ),
  ...each(
    'read',
    'GET /district',
    'GET /coverage',
    'GET /gaps',
    'GET /held-faults',
    'GET /search',
    'GET /brief',
    'GET /axes/:axis',
    'GET /district/standing',
  ),
  ...each(
    'read',
    'GET /map/sheet',
    'GET /map/counts',
    'GET /map/marks',
    'GET /map/shapes',
    'GET /links',
    'GET /questions',
    'GET /map/tiles/:group/:z/:x/:y',
  ),
  ...each('read', 'GET /reports', 'GET /reports/:number', 'GET /reports/:number/check', 'GET /recipes'),
  ...NOUNS.flatMap((noun) => each('read', `GET /${noun}`, `GET /${noun}/:id`, `GET /${noun}/:id/row`)),
  ...LINKED.flatMap((noun) => each('read', `GET /${noun}/:id/links`)),
  ...NOUNS.flatMap((noun) => each('see-deeds', `GET /${noun}/:id/history`)),
  ...each(
    'listen',
    'GET /changes',
    'GET /underway/:key',
    'GET /today',
    'GET /exceptions',
    'GET /gates',
    'GET /projects/:id/gates',
    'GET /projects/:id/dates',
  ),
  ...each('listen', 'GET /views'),
  ...each('record', 'POST /views', 'DELETE /views/:id'),
  ...each('listen', 'GET /monthly', 'GET /projects/:id/money', 'GET /reports/:number/since'),
  ...each('read', 'GET /calendars', 'GET /rulebook', 'GET /projects/:id/components'),
  ...each('read', 'GET /evidence', 'GET /evidence/:id/file'),
  ...each('own-account', 'GET /account', 'POST /account/password', 'POST /account/second-factor', 'POST /account/second-factor/confirm'),
  ...each('own-account', 'GET /account/follows', 'POST /account/follows', 'GET /account/notices', 'POST /account/notices'),
  ...each('backup', 'GET /upkeep'),
  ...each('send-notices', 'GET /courier', 'POST /courier/chats', 'POST /courier/again'),
  ...each('own-account', 'POST /account/second-factor/drop', 'POST /account/tokens', 'DELETE /account/tokens/:id'),
  ...each(
    'own-account',
    'POST /account/passkeys',
    'POST /account/passkeys/begin',
    'POST /account/passkeys/:id/name',
    'DELETE /account/passkeys/:id',
  ),
  ...each('own-account', 'POST /account/directory', 'DELETE /account/directory'),
  ...each('listen', 'GET /colleagues', 'GET /outside-links'),
  ...each('record', 'POST /owners', 'POST /owners/hand-over', 'POST /outside-links', 'DELETE /outside-links/:id'),
  ...each('listen', 'GET /pending-changes'),
  ...each('record', 'POST /pending-changes', 'POST /pending-changes/:id/decision'),
  ...each('listen', 'GET /supervision', 'GET /supervision/:id', 'GET /comments', 'GET /mentions'),
  ...each('record', 'POST /comments', 'POST /comments/:id/withdrawal'),
  ...each('see-deeds', 'GET /followed', 'GET /deeds', 'GET /deeds/:seq', 'GET /supervision/:id/history'),
  ...each('export', 'GET /district/export', 'GET /exports/coverage.xlsx', 'GET /exports/coverage.docx'),
  ...each('export', 'GET /reports/:number/frozen.json', 'GET /reports/:number/report.docx', 'GET /reports/:number/figures.xlsx'),
  ...LISTS.flatMap((list) => each('export', `GET /exports/${list}.csv`, `GET /exports/${list}.xlsx`)),
  ...each('see-deeds', 'GET /documents/:id/versions', 'GET /documents/:id/versions/diff'),
  ...each('draft', 'POST /plan/read', 'POST /plan/drafts', 'GET /documents/:id/drafts'),
  ...each('import', 'POST /plans', 'POST /sheets/preview', 'POST /sheets/import', 'POST /documents/:id/text'),
  ...each('record', 'PATCH /figures/:id', 'POST /updates', 'POST /monthly'),
  ...each('record', 'POST /evidence', 'PATCH /evidence/:id', 'DELETE /evidence/:id'),
  ...each(
    'record',
    'POST /projects/:id/gates/:gate/pass',
    'POST /projects/:id/gates/:gate/keep',
    'POST /projects/:id/answers',
    'POST /projects/:id/refusal',
  ),
  ...each('record', 'POST /projects/:id/rules', 'POST /projects/:id/dates/freeze'),
  ...each('record', 'POST /supervision', 'POST /supervision/:id/steps', 'POST /projects/:id/asks'),
  ...each('export', 'GET /exports/task-sheet.xlsx', 'GET /exports/task-sheet.csv', 'GET /exports/monthly.xlsx'),
  ...each('record', 'POST /outcomes', 'PATCH /outcomes/:id', 'DELETE /outcomes/:id', 'POST /deeds/:seq/undo', 'POST /edits'),
  ...each('record', 'POST /links', 'DELETE /links', 'POST /questions/:id/answer', 'PATCH /sentences/:id', 'PATCH /district'),
  ...MADE.flatMap((noun) => each('record', `POST /${noun}`, `PATCH /${noun}/:id`, `DELETE /${noun}/:id`, `POST /${noun}/:id/merge`)),
  ...each('import', 'POST /district/import', 'POST /district/start', 'POST /district/clear', 'POST /district/example'),
  ...each('report', 'POST /reports'),
  ...each('publish', 'GET /publishing', 'GET /publishing/records', 'POST /publishing', 'GET /publishing/site.zip'),
  ...each('verify', 'POST /verify', 'GET /journal'),
  ...each('mend-journal', 'POST /journal/mend'),
  ...each('see-persons', 'GET /persons'),
  ...each('erase', 'POST /persons/:person/erase'),
  ...each('manage-people', 'GET /people', 'POST /people', 'PATCH /people/:person', 'POST /people/:person/close'),
  ...each('manage-people', 'POST /people/:person/reopen', 'POST /people/:person/link', 'POST /people/:person/sign-out'),
  ...each('manage-people', 'POST /people/first'),
  ...each('see-sign-ins', 'GET /sign-ins'),
]);

const PREFIX = '/api/v1';

/** The right to an address as the router names it; null where none is known. */
export function rightTo(route: string): Right | null {
  return RIGHTS.get(route.replace(` ${PREFIX}`, ' ')) ?? null;
}

function each(right: Right, ...routes: readonly string[]): readonly (readonly [string, Right])[] {
  return routes.map((route) => [route, right] as const);
}
