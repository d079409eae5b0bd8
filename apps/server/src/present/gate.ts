import { type DayString, invariant } from '@westgate/base';
import type { Gate, GateStanding, Need, ProjectStage, Requirement, Rulebook } from '@westgate/contract';
import {
  askDays,
  askStanding,
  calendarOf,
  gatesFor,
  mayBeAsked,
  openAsk,
  passedSince,
  projectStage,
  type Register,
  type Reopened,
  type Row,
  type GateStanding as Standing,
  type Need as StandingNeed,
  type Supplier,
  standingHeld,
} from '@westgate/domain';
import type { View } from '../view/view.ts';
import { sourceAt } from './source.ts';
import { pair } from './text.ts';
import { missing, thingAt, thingOf } from './thing.ts';

/** Where a project stands among its gates. Throws `WG_NOT_FOUND` where there is none. */
export function standingOf(view: View, id: string): GateStanding {
  const { register } = view;
  const rows: ReadonlyMap<string, Row<'project'>> = register.project;
  const project = rows.get(id);
  if (!project) throw missing('project', id);
  const standing = standingHeld(register, project, view.asOf);
  const { rulesOn, admission, rungs, open, missing: lacking, former } = standing;
  const isPast = isPastIn(view);
  const gates: ReadonlyMap<string, Row<'gate'>> = register.gate;
  return {
    project: thingOf(register, 'project', id),
    kind: project.kind,
    rulesOn,
    admission: admission && {
      decision: admission.decision,
      on: admission.on,
      rulesOn: admission.rules_on,
      reason: pair(admission.reason_zh, admission.reason_en),
    },
    rungs: rungs.map(({ gate, state, pass, reopened, needs }) => ({
      gate: gateOf(register, gate),
      state,
      pass: pass && passOf(pass),
      reopened: reopened && reopenedOf(register, reopened),
      needs: isPast ? [] : needs.map((need) => needOf(view, project, need)),
    })),
    stage: stageIn(view, project, standing),
    open: open?.gate.id ?? null,
    missing: isPast ? null : lacking.map(({ requirement }) => requirement.id),
    askBy: isPast ? [] : [...askDays(register, project, view.today)],
    former: former.map((row) => {
      const gate = gates.get(row.gate);
      return { ...passOf(row), gate: row.gate, name: pair(gate?.name_zh, gate?.name_en), keptAs: row.kept_as };
    }),
  };
}

/** True on a day before today: what a gate lacked then is not held, as a certificate may have been brought, or withdrawn, since. */
export function isPastIn({ asOf, today }: View): boolean {
  return asOf < today;
}

/** The rulebook of a kind of project on a day. */
export function rulebookOf({ register }: View, kind: Rulebook['kind'], on: DayString): Rulebook {
  const ofKind = [...register.gate.values()].filter(({ project_kind }) => project_kind === kind);
  return {
    kind,
    on,
    versions: [...new Set(ofKind.map(({ effective_from }) => effective_from))].sort(),
    gates: gatesFor(register, kind, on).map(({ gate, requirements }) => ({
      gate: gateOf(register, gate),
      requirements: requirements.map((row) => requirementOf(register, row)),
    })),
  };
}

/** How far a project is on the day shown, from everything that is recorded of it. */
export function stageIn({ register, asOf }: View, project: Row<'project'>, standing: Standing): ProjectStage {
  const { passed, ...stage } = projectStage(register, project, asOf, standing);
  return { passed: passed?.id ?? null, ...stage };
}

function gateOf(register: Register, row: Row<'gate'>): Gate {
  return {
    id: row.id,
    position: row.position,
    name: pair(row.name_zh, row.name_en),
    meaning: pair(row.meaning_zh, row.meaning_en),
    level: row.level,
    admits: row.admits,
    basis: pair(row.basis_zh, row.basis_en),
    source: sourceAt(register, row),
    confidence: row.confidence,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    rev: row.rev,
  };
}

function requirementOf(register: Register, row: Row<'requirement'>): Requirement {
  return {
    id: row.id,
    position: row.position,
    kind: row.kind,
    name: pair(row.name_zh, row.name_en),
    suppliedBy: row.supplied_by,
    department: thingAt(register, 'department', row.department),
    land: row.land,
    optional: row.optional,
    note: pair(row.note_zh, row.note_en),
    rev: row.rev,
  };
}

function needOf({ register, today }: View, project: Row<'project'>, need: StandingNeed): Need {
  const { requirement, by, on, why, supplier } = need;
  const answers: ReadonlyMap<string, Row<'requirement_answer'>> = register.requirement_answer;
  const answer = answers.get(`${project.id}|${requirement.id}`);
  return {
    requirement: requirementOf(register, requirement),
    by,
    on,
    why,
    supplier: supplierOf(register, supplier),
    mayBeAsked: mayBeAsked(project, need).map((id) => thingOf(register, 'department', id)),
    ask: askOf(register, project.id, requirement.id, today),
    file: by?.startsWith('evidence:') ? fileOf(register, by.slice('evidence:'.length)) : null,
    drill: by?.startsWith('drill:') ? thingOf(register, 'drill', by.slice('drill:'.length)) : null,
    answer: answer
      ? {
          answer: answer.answer,
          words: pair(answer.words_zh, answer.words_en),
          on: answer.on,
          department: thingAt(register, 'department', answer.department),
        }
      : null,
  };
}

/** The open ask for a need, and how many working days past its day it is. */
function askOf(register: Register, project: string, requirement: string, today: DayString): Need['ask'] {
  const row = openAsk(register, project, requirement, today);
  if (!row) return null;
  const passedOn = passedSince(register, row, today);
  const lateBy = askStanding(row, { answer: null, passedOn }, calendarOf(register), today)?.lateBy ?? 0;
  return { matter: row.id, of: thingOf(register, 'department', row.lead), askedOn: row.registered_on, dueOn: row.due_on, lateBy };
}

function fileOf(register: Register, id: string): Need['file'] {
  const files: ReadonlyMap<string, Row<'evidence'>> = register.evidence;
  const row = files.get(id);
  invariant(row, `the certificate names a file that is there: ${id}`);
  return { id, title: pair(row.title_zh, row.title_en) };
}

function supplierOf(register: Register, { role, departments }: Supplier): Need['supplier'] {
  return { role, departments: departments.map((id) => thingOf(register, 'department', id)) };
}

function reopenedOf(register: Register, { pass, lost }: Reopened): NonNullable<GateStanding['rungs'][number]['reopened']> {
  const requirements: ReadonlyMap<string, Row<'requirement'>> = register.requirement;
  return {
    pass: passOf(pass),
    lost: lost.map(({ requirement, why }) => {
      const row = requirements.get(requirement);
      return { requirement, why, name: pair(row?.name_zh, row?.name_en) };
    }),
  };
}

function passOf({ on, basis, became, reason_zh, reason_en, note_zh, note_en }: Row<'gate_pass'>) {
  return { on, basis: [...basis], became, reason: pair(reason_zh, reason_en), note: pair(note_zh, note_en) };
}
