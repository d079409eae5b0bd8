import type { Register } from '../../register/register.ts';
import type { Row } from '../../register/tables.ts';
import type { GateStanding, Need } from './standing.ts';

/**
 * What is wrong with a standing, each a sentence; empty where it is right. It shares no code with what made it: for each thing the gates ask
 * for it walks over all rows of the register, and holds every certificate against the row it names.
 */
export function standingFaults(
  register: Register,
  project: Row<'project'>,
  { rulesOn, rungs, open, missing }: GateStanding,
): readonly string[] {
  const faults: string[] = [];
  const ladder = [...register.gate.values()]
    .filter(
      ({ project_kind, effective_from: from, effective_to: to }) =>
        project_kind === project.kind && from <= rulesOn && (to ?? '9999') >= rulesOn,
    )
    .sort((a, b) => a.position - b.position);
  if (ladder.map(({ id }) => id).join() !== rungs.map(({ gate }) => gate.id).join())
    faults.push('The ladder is not the rulebook of that day.');
  const firstClosed = ladder.find(({ id }) => !isPassed(register, project.id, id));
  if (firstClosed?.id !== open?.gate.id) faults.push(`The open gate is ${firstClosed?.id ?? 'none'}.`);
  for (const { gate, state, needs } of rungs) {
    if ((state === 'passed') !== isPassed(register, project.id, gate.id)) faults.push(`Gate ${gate.id} is told as ${state}.`);
    if (state === 'passed') continue;
    const asked = [...register.requirement.values()].filter((each) => each.gate === gate.id && isAsked(register, project.id, each));
    if (
      asked
        .map(({ id }) => id)
        .sort()
        .join() !==
      needs
        .map(({ requirement }) => requirement.id)
        .sort()
        .join()
    ) {
      faults.push(`Gate ${gate.id} asks for something else.`);
    }
    for (const need of needs) if (!isTrue(register, project.id, need)) faults.push(`Requirement ${need.requirement.id} is not as told.`);
  }
  const lacking = open?.needs.filter(({ by, requirement }) => by === null && !requirement.optional) ?? [];
  if (lacking.length !== missing.length || lacking.some((need) => !missing.includes(need)))
    faults.push('What is missing is not all that is.');
  return faults;
}

function isPassed(register: Register, project: string, gate: string): boolean {
  return [...register.gate_pass.values()].some((row) => {
    return row.project === project && row.gate === gate && row.became === 'stands' && carries(register, row);
  });
}

/** Whether every certificate of a pass still names a row of its day or before, and nothing is asked for that has none. */
function carries(register: Register, { project, gate, on, basis }: Row<'gate_pass'>): boolean {
  const isKept = [...register.gate_pass.values()].some((row) => row.project === project && row.kept_as === gate);
  const asked = [...register.requirement.values()].filter((each) => {
    return each.gate === gate && isAsked(register, project, each) && (each.land === null || isLandKnown(register, project));
  });
  const named = basis.map((each) => each.split('='));
  const hold = named.every(([requirement, by = '']) => {
    const now = asked.find(({ id }) => id === requirement);
    if (by === 'kept' || now?.optional || (!now && !isKept)) return true;
    if (now && (now.kind === 'evidence' || now.kind === 'drill') === (by === 'answer')) return false;
    if (by.startsWith('drill:')) return provesOn(register, project, by, on);
    return by === 'answer'
      ? [...register.requirement_answer.values()].some(
          (row) => row.project === project && row.requirement === requirement && row.answer === 'yes' && row.on <= on,
        )
      : [...register.evidence.values()].some((row) => {
          return (
            `evidence:${row.id}` === by &&
            row.subject_kind === 'project' &&
            row.subject_id === project &&
            row.requirement === requirement &&
            row.on <= on
          );
        });
  });
  const isNew = ({ id, optional }: Row<'requirement'>): boolean => !optional && !named.some(([requirement]) => requirement === id);
  return hold && (isKept || basis.length === 0 || !asked.some(isNew));
}

function titlesOf(register: Register, project: string): readonly (string | null)[] {
  const links = [...register.link.values()].filter(({ from_kind, from_id, relation, to_kind }) => {
    return from_kind === 'project' && from_id === project && relation === 'stands-on' && to_kind === 'place';
  });
  return links.map(({ to_id }) => [...register.place.values()].find(({ id }) => id === to_id)?.land_title ?? null);
}

function isLandKnown(register: Register, project: string): boolean {
  const titles = titlesOf(register, project);
  return titles.length > 0 && !titles.some((title) => title === null || title === 'not-known');
}

function isAsked(register: Register, project: string, { land }: Row<'requirement'>): boolean {
  if (land === null || !isLandKnown(register, project)) return true;
  return titlesOf(register, project).some((title) => title === 'mixed' || (title === 'collective') === (land === 'collective'));
}

/** The certificate leads to a row that meets the requirement; or there is none, and none is named. */
function isTrue(register: Register, project: string, { requirement, by, why }: Need): boolean {
  const isBlind = requirement.land !== null && !isLandKnown(register, project);
  const files = [...register.evidence.values()].filter((row) => {
    return row.subject_kind === 'project' && row.subject_id === project && row.requirement === requirement.id;
  });
  const isAnswered = [...register.requirement_answer.values()].some((row) => {
    return row.project === project && row.requirement === requirement.id && row.answer === 'yes';
  });
  if (requirement.kind === 'drill' && !isBlind) {
    const held = [...register.drill.values()].map(({ id }) => `drill:${id}`);
    return by === null ? why !== null : why === null && held.includes(by) && provesOn(register, project, by, null);
  }
  const isMet = !isBlind && (requirement.kind === 'evidence' ? files.length > 0 : isAnswered);
  if (!isMet) return by === null && why !== null && (why === 'land-not-known') === isBlind;
  if (why !== null) return false;
  return requirement.kind === 'evidence' ? files.some(({ id }) => by === `evidence:${id}`) : by === 'answer';
}

/** Whether a drill of an asset of the project proves that its switch works in time; `on`: the day of a pass, in whose year it was held. */
function provesOn(register: Register, project: string, by: string, on: string | null): boolean {
  const drill = [...register.drill.values()].find(({ id }) => `drill:${id}` === by);
  const asset = [...register.dual_use_asset.values()].find(({ id }) => id === drill?.asset);
  if (!drill || !asset || asset.project !== project || drill.held_on === null || drill.minutes === null) return false;
  const isAccepted = (drill.acceptance_zh ?? drill.acceptance_en) !== null;
  const isInTime = asset.activation_hours !== null && (drill.minutes <= asset.activation_hours * 60 || isAccepted);
  const year = on === null ? '' : String(Number(on.slice(0, 4)) - 1).padStart(4, '0') + on.slice(4);
  return isInTime && (on === null || (drill.held_on <= on && drill.held_on > year));
}
