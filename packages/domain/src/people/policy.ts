import type { Role, Visibility } from '../register/fields/vocabulary.ts';
import { ROLES, VISIBILITIES } from '../register/fields/vocabulary.ts';

/** Who asks. Without roles it is the public: nobody who signed in. */
export interface Reader {
  readonly roles: readonly Role[];
  /** The department the person belongs to; null for none. */
  readonly department: string | null;
  /** Who it is, for what is one’s own alone; not told of a class of readers. */
  readonly person?: string | undefined;
}

/** A record as the policy sees it. */
export interface Kept {
  readonly visibility: Visibility;
  /** The department the record belongs to; null where it belongs to none. */
  readonly department: string | null;
}

/** What is done with one record: know of it, say what became of it, change it. */
export const RECORD_ACTIONS = ['read', 'update', 'edit'] as const;
export type RecordAction = (typeof RECORD_ACTIONS)[number];

/** What is done with the district or the office as a whole. */
export const OFFICE_ACTIONS = [
  'see-deeds',
  'export',
  'draft',
  'report',
  'import',
  'publish',
  'manage-people',
  'see-persons',
  'see-sign-ins',
  'erase',
  'verify',
  'backup',
  'send-notices',
  'mend-journal',
] as const;
export type OfficeAction = (typeof OFFICE_ACTIONS)[number];

/** The roles of the policy, the public among them. */
export type Part = Role | 'public';
export const PARTS: readonly Part[] = ['public', ...ROLES];

/** Of which records: none, those of the own department, any. */
export type Reach = 'none' | 'own' | 'any';

/** Reach by visibility, in the order of {@link VISIBILITIES}. */
type Row = readonly [Reach, Reach, Reach, Reach];

const NONE: Row = ['none', 'none', 'none', 'none'];
const ANY: Row = ['any', 'any', 'any', 'any'];
const DISTRICT: Row = ['any', 'any', 'none', 'none'];
const OWN: Row = ['own', 'own', 'own', 'own'];
const OWN_BUT_CONFIDENTIAL: Row = ['own', 'own', 'own', 'none'];

/** The whole policy on records: this table is the truth, docs/rights.md is written from it, and a test names each cell. */
const RECORDS: Readonly<Record<Part, Readonly<Record<RecordAction, Row>>>> = {
  public: { read: ['any', 'none', 'none', 'none'], update: NONE, edit: NONE },
  reader: { read: DISTRICT, update: NONE, edit: NONE },
  'department-member': { read: ['any', 'any', 'own', 'none'], update: OWN_BUT_CONFIDENTIAL, edit: NONE },
  'department-lead': { read: ['any', 'any', 'own', 'own'], update: OWN, edit: OWN },
  'programme-office': { read: ANY, update: ANY, edit: ANY },
  'system-administrator': { read: DISTRICT, update: NONE, edit: NONE },
  'security-administrator': { read: DISTRICT, update: NONE, edit: NONE },
  auditor: { read: ANY, update: NONE, edit: NONE },
};

/** The whole policy on the office. `export` and `see-deeds` give what may be read, and nothing beyond. */
const OFFICE: Readonly<Record<Part, readonly OfficeAction[]>> = {
  public: [],
  reader: ['see-deeds', 'export'],
  'department-member': ['see-deeds', 'export'],
  'department-lead': ['see-deeds', 'export', 'draft'],
  'programme-office': ['see-deeds', 'export', 'draft', 'report', 'import', 'publish', 'see-persons', 'verify'],
  'system-administrator': ['see-deeds', 'export', 'manage-people', 'see-persons', 'verify', 'backup', 'send-notices', 'mend-journal'],
  'security-administrator': ['see-deeds', 'export', 'manage-people', 'see-persons', 'see-sign-ins', 'erase', 'verify'],
  auditor: ['see-deeds', 'export', 'see-persons', 'see-sign-ins', 'verify', 'backup'],
};

/** Of which records of a visibility one who plays `part` may do `action`. */
export function reachOf(part: Part, action: RecordAction, visibility: Visibility): Reach {
  return RECORDS[part][action][VISIBILITIES.indexOf(visibility)] ?? 'none';
}

/** Whether one who plays `part` may do `action` to the office. */
export function isGranted(part: Part, action: OfficeAction): boolean {
  return OFFICE[part].includes(action);
}

/** Whether `reader` may do `action` with a record. */
export function mayTouch(reader: Reader, action: RecordAction, record: Kept): boolean {
  const isOwn = record.department !== null && record.department === reader.department;
  return partsOf(reader).some((part) => {
    const reach = reachOf(part, action, record.visibility);
    return reach === 'any' || (reach === 'own' && isOwn);
  });
}

/** Whether `reader` may do `action` to the office. */
export function mayAct(reader: Reader, action: OfficeAction): boolean {
  return partsOf(reader).some((part) => isGranted(part, action));
}

/** Whether `reader` may do `action` with every record there is: nothing need be looked at. */
export function reachesAll(reader: Reader, action: RecordAction): boolean {
  return partsOf(reader).some((part) => VISIBILITIES.every((visibility) => reachOf(part, action, visibility) === 'any'));
}

/** Whether `reader` may do `action` with some record at least. */
export function reachesSome(reader: Reader, action: RecordAction): boolean {
  return partsOf(reader).some((part) =>
    VISIBILITIES.some((visibility) => {
      const reach = reachOf(part, action, visibility);
      return reach === 'any' || (reach === 'own' && reader.department !== null);
    }),
  );
}

/**
 * Two readers of one class may read the same records. The name of the class is short and holds no person: `all`, `public`, `district`, or
 * what is read of a department's own.
 */
export function readerClass(reader: Reader): string {
  if (reachesAll(reader, 'read')) return 'all';
  const own = (['department', 'confidential'] as const).filter((visibility) =>
    partsOf(reader).some((part) => reachOf(part, 'read', visibility) === 'own'),
  );
  if (reader.department !== null && own.length > 0) return `${own.at(-1)}:${reader.department}`;
  return reader.roles.length > 0 ? 'district' : 'public';
}

/** Roles that must be three persons' in production. */
export const SEPARATE_ROLES = ['system-administrator', 'security-administrator', 'auditor'] as const;

/** Two of the roles that must be separate and that `roles` holds both; null where there is no clash. */
export function clashOf(roles: readonly Role[]): readonly [Role, Role] | null {
  const [first, second] = SEPARATE_ROLES.filter((role) => roles.includes(role));
  return first && second ? [first, second] : null;
}

/** Who has an account reads as the public at least. */
function partsOf({ roles }: Reader): readonly Part[] {
  return ['public', ...roles];
}
