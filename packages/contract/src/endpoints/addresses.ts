import {
  ACTION_NAMES,
  type ActedKind,
  type ActionName,
  type ActionPath,
  type AddressOf,
  actionNamed,
  actionPath,
  addressOf,
  COMPUTED_LIST_NAMES,
  type ComputedList,
  FORM_KINDS,
  type FormKind,
  LINKED_KINDS,
  type LinkedKind,
  MADE_KINDS,
  type MadeKind,
  type OfficeAction,
  type OfficialAction,
  type PathWord,
  type Plural,
  type TableName,
  type TakingOutAction,
} from '@westgate/domain';

/**
 * What an address asks for. `anyone`: nothing. `read`: nothing either, as the answer holds what whoever asks may know, and nothing beyond.
 * `listen`, `own-account`: signed in. `record`: signed in, and the deed is judged record by record. Else a role that may do that to the office.
 */
export type Right = 'anyone' | 'read' | 'listen' | 'record' | 'own-account' | OfficeAction;
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
type Address = readonly [method: Method, path: string, right: Right];
type Addresses = Readonly<Record<string, Address>>;

/** Endpoints that there is one of. */
const SINGLE = {
  // Signing in and out.
  session: ['GET', '/session', 'anyone'],
  'sign-in': ['POST', '/session', 'anyone'],
  'sign-out': ['DELETE', '/session', 'anyone'],
  'look-at-link': ['POST', '/links/look', 'anyone'],
  'take-up-link': ['POST', '/links/take-up', 'anyone'],
  'enter-by-link': ['POST', '/links/enter', 'anyone'],
  'ways-in': ['GET', '/ways-in', 'anyone'],
  'ask-passkey': ['POST', '/passkeys/ask', 'anyone'],
  'enter-by-passkey': ['POST', '/passkeys/enter', 'anyone'],
  'begin-directory': ['POST', '/directory/begin', 'anyone'],
  'enter-by-directory': ['POST', '/directory/enter', 'anyone'],
  // One’s own account.
  account: ['GET', '/account', 'own-account'],
  follows: ['GET', '/account/follows', 'own-account'],
  follow: ['POST', '/account/follows', 'own-account'],
  'notice-wishes': ['GET', '/account/notices', 'own-account'],
  'set-notice-wishes': ['POST', '/account/notices', 'own-account'],
  'set-password': ['POST', '/account/password', 'own-account'],
  'begin-second-factor': ['POST', '/account/second-factor', 'own-account'],
  'confirm-second-factor': ['POST', '/account/second-factor/confirm', 'own-account'],
  'drop-second-factor': ['POST', '/account/second-factor/drop', 'own-account'],
  'make-token': ['POST', '/account/tokens', 'own-account'],
  'drop-token': ['DELETE', '/account/tokens/:id', 'own-account'],
  'begin-passkey': ['POST', '/account/passkeys/begin', 'own-account'],
  'add-passkey': ['POST', '/account/passkeys', 'own-account'],
  'rename-passkey': ['POST', '/account/passkeys/:id/name', 'own-account'],
  'drop-passkey': ['DELETE', '/account/passkeys/:id', 'own-account'],
  'link-directory': ['POST', '/account/directory', 'own-account'],
  'unlink-directory': ['DELETE', '/account/directory', 'own-account'],
  // Everyone’s accounts.
  people: ['GET', '/people', 'manage-people'],
  invite: ['POST', '/people', 'manage-people'],
  'first-account': ['POST', '/people/first', 'manage-people'],
  'change-account': ['PATCH', '/people/:person', 'manage-people'],
  'close-account': ['POST', '/people/:person/close', 'manage-people'],
  'reopen-account': ['POST', '/people/:person/reopen', 'manage-people'],
  'renew-link': ['POST', '/people/:person/link', 'manage-people'],
  'end-sessions': ['POST', '/people/:person/sign-out', 'manage-people'],
  'sign-ins': ['GET', '/sign-ins', 'see-sign-ins'],
  persons: ['GET', '/persons', 'see-persons'],
  'erase-person': ['POST', '/persons/:person/erase', 'erase'],
  // The district.
  district: ['GET', '/district', 'read'],
  'change-district': ['PATCH', '/district', 'record'],
  span: ['GET', '/span', 'read'],
  coverage: ['GET', '/coverage', 'read'],
  'indicator-board': ['GET', '/indicator-board', 'read'],
  'health-check': ['GET', '/health-check', 'read'],
  'check-units': ['GET', '/indicators/:id/units', 'read'],
  'space-board': ['GET', '/space-board', 'read'],
  'event-readiness': ['GET', '/events/:id/readiness', 'read'],
  'feedback-sender': ['GET', '/feedback-items/:id/sender', 'listen'],
  'event-deals': ['GET', '/events/:id/deals', 'read'],
  'calendar-feeds': ['GET', '/calendar-feeds', 'listen'],
  'calendar-file': ['GET', '/calendar-files/:secret', 'anyone'],
  'read-calendar-file': ['POST', '/calendar-files/read', 'import'],
  'industry-board': ['GET', '/industry-board', 'read'],
  'held-faults': ['GET', '/held-faults', 'read'],
  gaps: ['GET', '/gaps', 'read'],
  search: ['GET', '/search', 'read'],
  axis: ['GET', '/axes/:axis', 'read'],
  gathering: ['GET', '/axes/:axis/:value', 'read'],
  'place-gathering': ['GET', '/places/:id/gathering', 'read'],
  'leader-page': ['GET', '/leader-page', 'read'],
  table: ['GET', '/lists/:list', 'read'],
  'district-export': ['GET', '/district/export', 'export'],
  publication: ['GET', '/publication', 'anyone'],
  'import-district': ['POST', '/district/import', 'import'],
  'district-standing': ['GET', '/district/standing', 'read'],
  'start-district': ['POST', '/district/start', 'import'],
  'clear-district': ['POST', '/district/clear', 'import'],
  'load-example': ['POST', '/district/example', 'import'],
  'map-sheet': ['GET', '/map/sheet', 'read'],
  'map-counts': ['GET', '/map/counts', 'read'],
  'map-marks': ['GET', '/map/marks', 'read'],
  'map-shapes': ['GET', '/map/shapes', 'read'],
  'map-tile': ['GET', '/map/tiles/:group/:z/:x/:y', 'read'],
  // Deeds and edits.
  edit: ['POST', '/edits', 'record'],
  links: ['GET', '/links', 'read'],
  link: ['POST', '/links', 'record'],
  unlink: ['DELETE', '/links', 'record'],
  deeds: ['GET', '/deeds', 'see-deeds'],
  deed: ['GET', '/deeds/:seq', 'see-deeds'],
  undo: ['POST', '/deeds/:seq/undo', 'record'],
  underway: ['GET', '/underway/:key', 'listen'],
  changes: ['GET', '/changes', 'listen'],
  verify: ['POST', '/verify', 'verify'],
  journal: ['GET', '/journal', 'verify'],
  'mend-journal': ['POST', '/journal/mend', 'mend-journal'],
  // Plan texts and sheets.
  'replace-text': ['POST', '/documents/:id/text', 'import'],
  questions: ['GET', '/questions', 'read'],
  'read-plan': ['POST', '/plan/read', 'draft'],
  'bring-plan': ['POST', '/plans', 'import'],
  versions: ['GET', '/documents/:id/versions', 'see-deeds'],
  'version-diff': ['GET', '/documents/:id/versions/diff', 'see-deeds'],
  'draft-plan': ['POST', '/plan/drafts', 'draft'],
  'document-drafts': ['GET', '/documents/:id/drafts', 'draft'],
  'preview-sheet': ['POST', '/sheets/preview', 'import'],
  'import-sheet': ['POST', '/sheets/import', 'import'],
  recipes: ['GET', '/recipes', 'read'],
  'task-sheet-xlsx': ['GET', '/exports/task-sheet.xlsx', 'export'],
  'task-sheet-csv': ['GET', '/exports/task-sheet.csv', 'export'],
  'preview-values': ['POST', '/values/preview', 'record'],
  'import-values': ['POST', '/values/import', 'record'],
  'values-xlsx': ['GET', '/exports/values.xlsx', 'export'],
  'values-csv': ['GET', '/exports/values.csv', 'export'],
  // Projects in the open standard.
  oc4ids: ['GET', '/oc4ids', 'anyone'],
  'oc4ids-export': ['GET', '/exports/oc4ids.json', 'export'],
  'project-oc4ids': ['GET', '/projects/:id/oc4ids', 'read'],
  'import-oc4ids': ['POST', '/oc4ids/import', 'import'],
  // The programme from day to day.
  today: ['GET', '/today', 'listen'],
  exceptions: ['GET', '/exceptions', 'listen'],
  calendars: ['GET', '/calendars', 'read'],
  rulebook: ['GET', '/rulebook', 'read'],
  gates: ['GET', '/gates', 'listen'],
  'project-gates': ['GET', '/projects/:id/gates', 'listen'],
  'project-dates': ['GET', '/projects/:id/dates', 'listen'],
  'project-components': ['GET', '/projects/:id/components', 'read'],
  monthly: ['GET', '/monthly', 'listen'],
  'project-money': ['GET', '/projects/:id/money', 'listen'],
  'monthly-xlsx': ['GET', '/exports/monthly.xlsx', 'export'],
  supervision: ['GET', '/supervision', 'listen'],
  matter: ['GET', '/supervision/:id', 'listen'],
  'supervision-history': ['GET', '/supervision/:id/history', 'see-deeds'],
  // The office at work.
  'pending-changes': ['GET', '/pending-changes', 'listen'],
  comments: ['GET', '/comments', 'listen'],
  mentions: ['GET', '/mentions', 'listen'],
  followed: ['GET', '/followed', 'see-deeds'],
  courier: ['GET', '/courier', 'send-notices'],
  'set-chat': ['POST', '/courier/chats', 'send-notices'],
  'send-again': ['POST', '/courier/again', 'send-notices'],
  'end-mails': ['POST', '/unsubscribe/:token', 'anyone'],
  colleagues: ['GET', '/colleagues', 'listen'],
  evidence: ['GET', '/evidence', 'read'],
  'add-evidence': ['POST', '/evidence', 'record'],
  'evidence-file': ['GET', '/evidence/:id/file', 'read'],
  'outside-links': ['GET', '/outside-links', 'listen'],
  'outside-task': ['GET', '/outside', 'anyone'],
  'report-outside': ['POST', '/outside/report', 'anyone'],
  'add-outside-evidence': ['POST', '/outside/evidence', 'anyone'],
  views: ['GET', '/views', 'listen'],
  upkeep: ['GET', '/upkeep', 'backup'],
  publishing: ['GET', '/publishing', 'publish'],
  'site-archive': ['GET', '/publishing/site.zip', 'publish'],
  // Long work.
  runs: ['GET', '/runs', 'listen'],
  'start-run': ['POST', '/runs', 'listen'],
  'cancel-run': ['POST', '/runs/:id/cancel', 'listen'],
  'remove-run': ['DELETE', '/runs/:id', 'listen'],
  'run-file': ['GET', '/runs/:id/file', 'listen'],
  // The flood lab.
  'ground-reading': ['GET', '/grounds/:id/reading', 'read'],
  'preview-flood': ['POST', '/flood-cases/:id/preview', 'listen'],
  'flood-exposure': ['GET', '/flood-cases/:id/exposure', 'listen'],
  'flood-exposure-csv': ['GET', '/flood-cases/:id/exposure.csv', 'export'],
  'flood-paper': ['GET', '/flood-cases/:id/report.docx', 'export'],
  'flood-wet-shares': ['GET', '/flood-cases/:id/wet-shares', 'listen'],
  'flood-adoptions': ['GET', '/flood-adoptions', 'read'],
  // Reports and papers.
  reports: ['GET', '/reports', 'read'],
  circular: ['GET', '/reports/circular', 'report'],
  report: ['GET', '/reports/:number', 'read'],
  'check-report': ['GET', '/reports/:number/check', 'read'],
  'monthly-since': ['GET', '/reports/:number/since', 'listen'],
  'report-frozen': ['GET', '/reports/:number/frozen.json', 'export'],
  'report-paper': ['GET', '/reports/:number/report.docx', 'export'],
  'report-figures': ['GET', '/reports/:number/figures.xlsx', 'export'],
  brief: ['GET', '/brief', 'read'],
  'coverage-xlsx': ['GET', '/exports/coverage.xlsx', 'export'],
  'coverage-docx': ['GET', '/exports/coverage.docx', 'export'],
  'health-check-docx': ['GET', '/exports/health-check.docx', 'export'],
} as const satisfies Addresses;

/** Endpoints of each kind of record: `{one}` stands for its name, `{many}` for its path. */
const OF_EACH = {
  '{many}': ['GET', '/{many}', 'read'],
  '{one}': ['GET', '/{many}/:id', 'read'],
  '{one}-row': ['GET', '/{many}/:id/row', 'read'],
  '{one}-history': ['GET', '/{many}/:id/history', 'see-deeds'],
  'change-{one}': ['PATCH', '/{many}/:id', 'record'],
} as const satisfies Addresses;
/** Of each that has links. */
const OF_LINKED = { '{one}-links': ['GET', '/{many}/:id/links', 'read'] } as const satisfies Addresses;
/** Of each that is made by a form. */
const OF_MADE = {
  'create-{one}': ['POST', '/{many}', 'record'],
  'withdraw-{one}': ['DELETE', '/{many}/:id', 'record'],
  'merge-{one}': ['POST', '/{many}/:id/merge', 'record'],
} as const satisfies Addresses;
/** Of each whose rows are changed, and taken out, one at a time beside those. */
const OF_CHANGED = { 'change-{one}': OF_EACH['change-{one}'] } as const satisfies Addresses;
const OF_WITHDRAWN = { 'withdraw-{one}': OF_MADE['withdraw-{one}'] } as const satisfies Addresses;
/** Of each list that is taken away as a file; here `{one}` stands for the list. */
const OF_LIST = {
  'export-{one}-csv': ['GET', '/exports/{one}.csv', 'export'],
  'export-{one}-xlsx': ['GET', '/exports/{one}.xlsx', 'export'],
} as const satisfies Addresses;

/** Rows that are changed by themselves and have no form. */
export const CHANGED = ['figure', 'outcome', 'evidence'] as const;
/** Rows that are taken out by themselves and have no form. */
export const WITHDRAWN = ['outcome', 'evidence', 'outside_link'] as const;
type Changed = (typeof CHANGED)[number];
type Withdrawn = (typeof WITHDRAWN)[number];

/** Of each action, below the address of the record that it is done to. */
type ActionAddresses = {
  readonly [N in ActionName]: readonly [
    N extends TakingOutAction ? 'DELETE' : 'POST',
    ActionAddress<ActedKind<N>, ActionPath<N>>,
    N extends OfficialAction ? 'report' : 'record',
  ];
};
type ActionAddress<On extends TableName | null, Path extends string> = On extends TableName
  ? Path extends ''
    ? `/${AddressOf<On>}/:id`
    : `/${AddressOf<On>}/:id/${Path}`
  : `/${Path}`;

/** A list that is taken away as a file. */
export type ExportedList = Plural<FormKind> | 'deeds' | ComputedList;

type Filled<T extends string, One extends string, Many extends string> = T extends `${infer A}{one}${infer B}`
  ? Filled<`${A}${One}${B}`, One, Many>
  : T extends `${infer A}{many}${infer B}`
    ? `${A}${Many}${B}`
    : T;
type FilledAddress<A extends Address, One extends string, Many extends string> = readonly [A[0], Filled<A[1], One, Many>, A[2]];
/** The endpoints of `T` for one kind of record. */
type For<T extends Addresses, One extends string, Many extends string> = {
  readonly [P in keyof T & string as Filled<P, One, Many>]: FilledAddress<T[P], One, Many>;
};
type ForAll<T extends Addresses, One extends string> = UnionToIntersection<
  One extends FormKind | Changed | Withdrawn ? For<T, One, AddressOf<One>> : For<T, One, One>
>;
type UnionToIntersection<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void ? I : never;

/** Every endpoint of the API by its name: its method, its path below `/api/v1`, and what it asks for. There is no other. */
export const ADDRESSES = {
  ...each<ForAll<typeof OF_EACH, FormKind>>(OF_EACH, FORM_KINDS.map(withPath)),
  ...each<ForAll<typeof OF_LINKED, LinkedKind>>(OF_LINKED, LINKED_KINDS.map(withPath)),
  ...each<ForAll<typeof OF_MADE, MadeKind>>(OF_MADE, MADE_KINDS.map(withPath)),
  ...each<ForAll<typeof OF_CHANGED, Changed>>(OF_CHANGED, CHANGED.map(withPath)),
  ...each<ForAll<typeof OF_WITHDRAWN, Withdrawn>>(OF_WITHDRAWN, WITHDRAWN.map(withPath)),
  ...each<ForAll<typeof OF_LIST, ExportedList>>(
    OF_LIST,
    [...FORM_KINDS.map(addressOf), 'deeds', ...COMPUTED_LIST_NAMES].map((list) => [list, list]),
  ),
  ...actionAddresses(),
  // Behind those that are derived: the right that stands by hand is the one that holds.
  ...SINGLE,
};

/** The name of an endpoint. */
export type EndpointName = keyof typeof ADDRESSES;
type PathOf<N extends EndpointName> = (typeof ADDRESSES)[N][1];
/** The names of what stands in the path of an endpoint. */
export type ParamName<N extends EndpointName> = N extends EndpointName ? PathWord<PathOf<N>> : never;
/** What stands in the path of an endpoint, as it is sent. */
export type ParamsOf<N extends EndpointName> = { readonly [P in ParamName<N>]: string | number };
/** The names of endpoints with that method. */
export type NameWith<M extends Method> = { [N in EndpointName]: (typeof ADDRESSES)[N][0] extends M ? N : never }[EndpointName];

/** The path of an endpoint below `/api/v1`, filled in. */
export function pathOf(name: EndpointName, params: Readonly<Record<string, string | number>> = {}): string {
  return ADDRESSES[name][1].replace(/:(\w+)/g, (_, param: string) => encodeURIComponent(params[param] ?? ''));
}

function withPath(kind: TableName): readonly [string, string] {
  return [kind, addressOf(kind)];
}

function actionAddresses(): ActionAddresses {
  const addressed = ACTION_NAMES.map((name) => {
    const { takesOut, right } = actionNamed(name);
    return [name, [takesOut ? 'DELETE' : 'POST', actionPath(name), right === 'report' ? right : 'record']];
  });
  return Object.fromEntries(addressed) as ActionAddresses;
}

/** The addresses of `patterns` for each kind with its path. The types fill in the same patterns in the same way. */
function each<A>(patterns: Addresses, kinds: readonly (readonly [string, string])[]): A {
  const filled = kinds.flatMap(([one, many]) => {
    const fill = (text: string): string => text.replace('{one}', one).replace('{many}', many);
    return Object.entries(patterns).map(([name, [method, path, right]]) => [fill(name), [method, fill(path), right]] as const);
  });
  return Object.fromEntries(filled) as A;
}
