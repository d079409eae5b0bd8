import type { Json } from '@westgate/base';
import { standingHeld } from '../../programme/gates/standing.ts';
import { relationsOf } from '../../programme/relations.ts';
import { type GateLevel, PROJECT_KINDS } from '../../register/fields/vocabulary.ts';
import type { Row } from '../../register/tables.ts';
import { NAMES } from '../../register/vocabulary-names.ts';
import { evidenceOn } from '../../results/evidence.ts';
import { projectLevel } from '../../trace/project-level.ts';
import { projectStage } from '../../trace/project-stage.ts';
import { textIn } from '../standard/parts.ts';
import { filled, saidIn, type ValueEntry, type Writing } from './entry.ts';
import { dayIn, momentOf } from './values.ts';

type Kind = Row<'project'>['kind'];

/** The scheme under which the code of the approval platform of investment projects is said. */
const CODE_SCHEME = 'CN-TZXM';
/** The scheme under which the kind of a project is said, as the standard has no list for it. */
const KIND_SCHEME = 'westgate-project-kind';

/** The stage of the standard at which a project is that works at a level of the programme. */
const STATUS: Readonly<Record<GateLevel, string>> = {
  planning: 'identification',
  reserve: 'preparation',
  delivery: 'implementation',
  acceptance: 'completion',
  operation: 'maintenance',
};
/** Sectors that follow from the kind of a project; where the kind tells none, none is said. */
const SECTORS: { readonly [K in Kind]?: readonly string[] } = {
  'old-factory': ['economy'],
  'low-efficiency-building': ['economy'],
  'industrial-park': ['economy'],
  'flood-defence': ['naturalResources', 'naturalResources.floodProtection'],
  heritage: ['cultureSportsAndRecreation'],
  park: ['cultureSportsAndRecreation'],
  greenway: ['cultureSportsAndRecreation', 'transport', 'transport.urban'],
};
const TYPES: { readonly [K in Kind]?: string } = {
  'old-factory': 'rehabilitation',
  'old-compound': 'rehabilitation',
  bungalow: 'rehabilitation',
  'low-efficiency-building': 'rehabilitation',
  heritage: 'rehabilitation',
  shantytown: 'replacement',
};

/** What a project is, in single values. */
export const BASICS: readonly ValueEntry[] = [
  {
    kind: 'value',
    path: ['title'],
    says: { project: ['name_zh', 'name_en'] },
    write: ({ project, language, assumed }) => {
      const name = saidIn(project, 'name', language);
      return name === assumed('name') ? undefined : name;
    },
    read: (value, { language }) => (isText(value) ? { [`name_${language}`]: value } : null),
  },
  {
    kind: 'value',
    path: ['description'],
    says: { project: ['scope_zh', 'scope_en'] },
    write: ({ project, language }) => saidIn(project, 'scope', language),
    read: (value, { language }) => (isText(value) ? { [`scope_${language}`]: value } : null),
  },
  {
    kind: 'value',
    path: ['identifiers', { is: (item) => textIn(item, 'scheme') === CODE_SCHEME, made: { scheme: CODE_SCHEME } }],
    says: { project: ['code'] },
    write: ({ project: { code } }) => (code === null ? undefined : { id: code, scheme: CODE_SCHEME }),
    read: (value) => {
      const code = textIn(value, 'id');
      return code === null ? null : { code };
    },
  },
  {
    kind: 'value',
    path: ['status'],
    says: { gate_pass: [], admission: [], outcome: [], component: [] },
    write: statusOf,
  },
  {
    kind: 'value',
    path: ['period', 'endDate'],
    says: { project: ['due_on'] },
    write: ({ project: { due_on } }) => (due_on === null ? undefined : momentOf(due_on)),
    read: (value) => {
      const due_on = dayIn(value);
      return due_on === null ? null : { due_on };
    },
    stales: [['period', 'durationInDays']],
  },
  {
    kind: 'value',
    path: ['sector'],
    says: { project: ['kind'] },
    yields: true,
    write: (at) => (isKindKnown(at) ? SECTORS[at.project.kind]?.slice() : undefined),
  },
  {
    kind: 'value',
    path: ['type'],
    says: { project: ['kind'] },
    yields: true,
    write: (at) => (isKindKnown(at) ? TYPES[at.project.kind] : undefined),
  },
  {
    kind: 'value',
    path: ['additionalClassifications', { is: (item) => textIn(item, 'scheme') === KIND_SCHEME, made: { scheme: KIND_SCHEME } }],
    says: { project: ['kind'] },
    write: (at) => {
      const { project, language } = at;
      return isKindKnown(at) ? { scheme: KIND_SCHEME, id: project.kind, description: NAMES.project[project.kind][language] } : undefined;
    },
    read: (value) => {
      const kind = PROJECT_KINDS.find((each) => each === textIn(value, 'id'));
      return kind === undefined ? null : { kind };
    },
  },
  {
    kind: 'value',
    path: ['purpose'],
    says: { link: [], commitment: [] },
    yields: true,
    write: ({ register, project, language }) => {
      const served = relationsOf(register)
        .from('project', project.id)
        .flatMap(({ relation, to_kind, to_id }) =>
          relation === 'serves' && to_kind === 'commitment' ? (commitmentIn(register.commitment, to_id) ?? []) : [],
        );
      const titles = served.flatMap((commitment) => saidIn(commitment, 'title', language) ?? []);
      return titles.length === 0 ? undefined : [...new Set(titles)].join(language === 'zh' ? '；' : '; ');
    },
  },
  {
    kind: 'value',
    path: ['publicAuthority'],
    says: { project: ['lead'] },
    write: ({ register, project: { lead }, language }) => {
      const department = lead === null ? undefined : register.department.get(lead);
      return department && filled({ id: department.id, name: saidIn(department, 'name', language) });
    },
    read: (_, { keyAt, pointer }) => {
      const lead = keyAt(pointer);
      return lead === undefined ? null : { lead };
    },
  },
  {
    kind: 'value',
    path: ['completion', 'endDate'],
    says: { outcome: [], component: [] },
    write: (at) => {
      const on = finishedOn(at);
      return on === null ? undefined : momentOf(on);
    },
  },
];

/** Whether the kind of a project is more than what was assumed when it came. */
function isKindKnown({ project, assumed }: Writing): boolean {
  return assumed('kind') !== project.kind;
}

/** The stage that the passes of a project and its evidence come to; none where nothing is recorded. */
function statusOf({ register, project, asOf }: Writing): string | undefined {
  const standing = standingHeld(register, project, asOf);
  const { level, by } = projectLevel(standing, projectStage(register, project, asOf, standing), asOf);
  return by === 'nothing' || level === null ? undefined : STATUS[level];
}

/** The first day from which the work is known to be finished; null where it is not. */
function finishedOn({ register, project, asOf }: Writing) {
  const { shown } = projectStage(register, project, asOf);
  if (shown === null || shown.reached === 'begun') return null;
  const finished = evidenceOn(register, 'project', project.id).find(
    ({ row, fault, knownOn }) => fault === null && knownOn <= asOf && (row.what === 'completed' || row.what === 'accepted'),
  );
  return finished?.on ?? (shown.reached === 'finished' ? shown.on : null);
}

function commitmentIn(rows: ReadonlyMap<string, Row<'commitment'>>, id: string): Row<'commitment'> | undefined {
  return rows.get(id);
}

function isText(value: Json): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
