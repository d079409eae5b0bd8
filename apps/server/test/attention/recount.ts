import type { Cells, Rows } from './seeded-district.ts';

/**
 * What needs attention, counted from the short rows of a seeded district by hand, as it were: day by day, without an index, a register or any
 * code that the product counts with. Records are `kind:id`.
 */
export interface Recount {
  readonly whys: Readonly<Record<string, readonly string[]>>;
  readonly events: readonly string[];
  readonly matters: readonly string[];
  /** Matters that are not overdue and of which the last step counts no more. */
  readonly reopened: readonly string[];
  /** Each due date that passed without word, of a record or a milestone: `kind:id day`. */
  readonly lapses: readonly string[];
  /** Records whose report is past its date, within the reply window too. */
  readonly unreported: readonly string[];
  /** Records that are not done whose due date, later moves included, comes within 45 days. */
  readonly coming: readonly string[];
  /** The first day to come from which reports on a record that is not done are asked for. */
  readonly askedFrom: string | null;
  /** Plans that are over and that none has followed by the day. */
  readonly plansOver: readonly string[];
  /** Years in which working days are counted and for which no departure of the calendar is held. */
  readonly yearsWithoutHolidays: readonly string[];
}

/** The reasons, written down once more. */
export const WHYS = [
  'due-not-known',
  'late',
  'reopened',
  'slipped',
  'unsourced',
  'blocked',
  'waiting',
  'slipping',
  'stale',
  'overdue',
  'no-owner',
  'no-due-date',
] as const;

/** `plan`: of what stands in that plan, and of what was done for it; of everything where none is named. */
export function recount(all: Rows, asOf: string, plan?: string): Recount {
  const rows = plan === undefined ? all : rowsOfPlan(all, plan);
  const whys: Record<string, string[]> = Object.fromEntries(WHYS.map((why) => [why, []]));
  const [unreported, coming, lapses, askedLater]: [string[], string[], string[], string[]] = [[], [], [], []];
  const counted = [asOf];
  for (const kind of ['commitment', 'project'] as const) {
    for (const row of rows[kind] ?? []) {
      const name = `${kind}:${String(row.id)}`;
      const put = (why: (typeof WHYS)[number], holds: boolean): void => {
        if (holds) whys[why]?.push(name);
      };
      put('no-owner', (kind === 'commitment' ? row.owner : row.lead) === null);
      put('no-due-date', row.due_on === null);
      const ofRecord = (rows.supervision ?? []).filter(({ subject_kind, subject_id }) => subject_kind === kind && subject_id === row.id);
      const isUndone = ofRecord.some((each) => String(each.registered_on) <= asOf && stepsOf(rows, each, asOf).isCut);
      put('reopened', isUndone || (kind === 'project' && passOf(rows, row.id, asOf) === 'lost'));
      const reports = inOrder(
        (rows.status_update ?? []).filter(
          (each) => each.subject_kind === kind && each.subject_id === row.id && String(each.reported_on) <= asOf,
        ),
        'reported_on',
      );
      const { standing, days } = reportStands(rows, kind, row, { reports: reports.map((each) => String(each.reported_on)), asOf });
      counted.push(...days);
      const { state, due } = judged(happened(rows, kind, row.id, asOf), text(row.due_on), asOf);
      if (state === 'done') continue;
      const rule = (rows.update_rule ?? []).find((each) => each.subject_kind === kind);
      if (rule && row.cadence !== 'none' && String(rule.asked_from) > asOf) askedLater.push(String(rule.asked_from));
      if (due !== null && due >= asOf && due <= dayAfter(asOf, 45)) coming.push(name);
      const steps =
        kind === 'project'
          ? (rows.milestone ?? []).filter((each) => each.project === row.id && !(each.actual !== null && String(each.actual) <= asOf))
          : [];
      const silentSteps = steps.filter(({ baseline, forecast }) => (text(forecast) ?? text(baseline) ?? '9999') < asOf);
      lapses.push(...silentSteps.map(({ baseline, forecast }) => `${name} ${text(forecast) ?? text(baseline)}`));
      if (due !== null && due < asOf && state !== 'late') lapses.push(`${name} ${due}`);
      put('due-not-known', (due !== null && due < asOf && state !== 'late') || silentSteps.length > 0);
      put('late', state === 'late');
      put('slipped', state === 'slipped');
      const bases = [row.due_basis_zh, row.due_basis_en].map((each) => text(each) ?? '').filter((each) => each !== '');
      const isDueUnsourced = row.due_on !== null && (row.due_source ?? null) === null && bases.length > 0 && bases.every(isUnsourced);
      const ofRecordSteps = kind === 'project' ? (rows.milestone ?? []).filter(({ project }) => project === row.id) : [];
      const isStepUnsourced = ofRecordSteps.some((each) => {
        const notes = [text(each.note_zh), text(each.note_en)].flatMap((note) => (note ? [note] : []));
        return notes.length > 0 && notes.every(isUnsourced);
      });
      put('unsourced', isDueUnsourced || isStepUnsourced);
      const said = reports.filter(({ unchanged }) => unchanged === false).at(-1) ?? {};
      put('blocked', said.step === 'blocked');
      put('waiting', (said.waits_for ?? null) !== null);
      const isLater = row.due_on !== null && (text(said.forecast_on) ?? '') > String(row.due_on);
      put('slipping', isLater || steps.some(({ baseline, forecast }) => baseline !== null && (text(forecast) ?? '') > String(baseline)));
      put('stale', standing === 'stale');
      put('overdue', standing === 'overdue');
      if (standing !== 'in-time') unreported.push(name);
    }
  }
  const events = (rows.event ?? []).filter(
    ({ id, dates }) => String(dates) < asOf && isUnheld(happened(rows, 'event', id, asOf), String(dates)),
  );
  const matters = (rows.supervision ?? []).filter((row) => isOverdue(rows, row, asOf));
  const reopened = (rows.supervision ?? []).filter(
    (row) => String(row.registered_on) <= asOf && !isOverdue(rows, row, asOf) && stepsOf(rows, row, asOf).isCut,
  );
  counted.push(...(rows.supervision ?? []).filter((row) => isOpen(rows, row, asOf)).map((row) => String(row.due_on)));
  const held = new Set((rows.calendar_day ?? []).map(({ day }) => String(day).slice(0, 4)));
  counted.push(...lapses.map((lapse) => lapse.slice(lapse.indexOf(' ') + 1)));
  const first = Math.min(...counted.map((day) => Number(day.slice(0, 4))));
  const between = Array.from({ length: Number(asOf.slice(0, 4)) - first }, (_, index) => String(first + index));
  const years = [...new Set([...between, ...counted.map((day) => day.slice(0, 4))])].sort();
  return {
    whys,
    events: events.map(({ id }) => String(id)),
    matters: matters.map(({ id }) => String(id)),
    reopened: reopened.map(({ id }) => String(id)),
    lapses,
    unreported,
    coming,
    askedFrom: askedLater.sort()[0] ?? null,
    plansOver: plansOver(all, asOf).filter((id) => plan === undefined || id === plan),
    yearsWithoutHolidays: years.filter((year) => !held.has(year)),
  };
}

function rowsOfPlan(rows: Rows, plan: string): Rows {
  const sentences = (rows.sentence ?? []).filter(({ document }) => document === plan).map(({ id }) => id);
  const commitment = (rows.commitment ?? []).filter(({ sentence }) => sentences.includes(sentence));
  const named = (rows.mention ?? []).filter(({ sentence }) => sentences.includes(sentence)).map(({ thing_id: id }) => id);
  const isNamed = ({ id }: Cells): boolean => named.includes(id);
  const [project, event] = [(rows.project ?? []).filter(isNamed), (rows.event ?? []).filter(isNamed)];
  const subjects = [...commitment, ...project, ...event].map(({ id }) => id);
  return { ...rows, commitment, project, event, supervision: (rows.supervision ?? []).filter((row) => subjects.includes(row.subject_id)) };
}

/** Every plan ends with a year. */
function plansOver(rows: Rows, asOf: string): readonly string[] {
  const plans = (rows.document ?? []).map(({ id, covers }) => {
    const [first = '', last = first] = String(covers).split('/');
    return { id: String(id), first: `${first}-01-01`.slice(0, 10), last: `${last.slice(0, 4)}-12-31` };
  });
  const isFollowed = (own: string): boolean => plans.some(({ first, last }) => first <= asOf && last > own);
  return plans.filter(({ last }) => last < asOf && !isFollowed(last)).map(({ id }) => id);
}

/** Whether the one gate was passed by a day: `lost` where a certificate that the pass names is gone, refused or of a later day, or where it names not all. */
export function passOf(rows: Rows, project: unknown, asOf: string): 'none' | 'stands' | 'lost' {
  const pass = (rows.gate_pass ?? []).find((row) => row.project === project && row.became === 'stands' && String(row.on) <= asOf);
  if (!pass) return 'none';
  const basis = pass.basis as readonly string[];
  if (basis.length === 0) return 'stands';
  const isYes = (rows.requirement_answer ?? []).some(
    (row) => row.project === project && row.answer === 'yes' && String(row.on) <= String(pass.on),
  );
  const isFiled = (rows.evidence ?? []).some(
    (row) => row.subject_id === project && row.requirement === 'r1' && String(row.on) <= String(pass.on),
  );
  return isYes && isFiled && basis.length === 2 ? 'stands' : 'lost';
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function isUnsourced(basis: string): boolean {
  return (basis.startsWith('changed by ') && basis.endsWith(', no source')) || (basis.startsWith('由') && basis.endsWith('修改，无来源'));
}

function inOrder(rows: readonly Cells[], column: string): readonly Cells[] {
  return [...rows].sort((a, b) => (String(a[column]) < String(b[column]) ? -1 : String(a[column]) > String(b[column]) ? 1 : 0));
}

function happened(rows: Rows, kind: string, id: unknown, asOf: string): readonly Cells[] {
  return inOrder(
    (rows.outcome ?? []).filter((row) => row.subject_kind === kind && row.subject_id === id && String(row.dates) <= asOf),
    'dates',
  );
}

/** The rule of what is established: opened and not denied since; past due it is late where something says so after that date, else nobody knows. */
function judged(rows: readonly Cells[], promised: string | null, asOf: string): { readonly state: string; readonly due: string | null } {
  let due = promised;
  let isOpen = false;
  let isMoved = false;
  for (const { what, new_due_on: moved } of rows) {
    if (what === 'opened') isOpen = true;
    if (what === 'not-done') isOpen = false;
    if (what === 'rescheduled') [due, isMoved] = [String(moved), true];
  }
  if (isOpen) return { state: 'done', due };
  if (due !== null && due < asOf) {
    const day = due;
    return {
      state: rows.some(({ what, dates }) => ['not-done', 'progress', 'started'].includes(String(what)) && String(dates) > day)
        ? 'late'
        : 'unknown',
      due,
    };
  }
  return { state: isMoved && due !== null && (promised === null || due > promised) ? 'slipped' : 'open', due };
}

/** Nothing says that an event was held, after what last said that it was not. */
function isUnheld(rows: readonly Cells[], day: string): boolean {
  let isHeld = false;
  for (const { what } of rows) isHeld = what === 'held' || (isHeld && what !== 'not-done');
  return !isHeld && !rows.some(({ what, dates }) => what === 'not-done' && String(dates) > day);
}

function dayAfter(day: string, count = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

function isWorked(rows: Rows, day: string): boolean {
  const departure = (rows.calendar_day ?? []).find((row) => row.day === day);
  if (departure) return departure.kind === 'make-up-day';
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

function workedAfter(rows: Rows, from: string, count: number): string {
  let day = from;
  for (let left = count; left > 0; ) {
    day = dayAfter(day);
    if (isWorked(rows, day)) left -= 1;
  }
  return day;
}

interface Stretch {
  readonly first: string;
  readonly last: string;
  readonly due: string;
}

function stretchOf(rows: Rows, cadence: string, day: string): Stretch {
  const isSame = (other: string): boolean =>
    cadence === 'monthly' ? other.slice(0, 7) === day.slice(0, 7) : mondayOf(other) === mondayOf(day);
  let [first, last] = [day, day];
  while (isSame(dayAfter(first, -1))) first = dayAfter(first, -1);
  while (isSame(dayAfter(last))) last = dayAfter(last);
  let due = last;
  while (due >= first && !isWorked(rows, due)) due = dayAfter(due, -1);
  return { first, last, due: due < first ? last : due };
}

function mondayOf(day: string): string {
  return dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

interface Stand {
  readonly standing: 'in-time' | 'late' | 'overdue' | 'stale';
  /** The days that working days are counted to. */
  readonly days: readonly string[];
}

function reportStands(
  rows: Rows,
  kind: string,
  row: Cells,
  { reports, asOf }: { readonly reports: readonly string[]; readonly asOf: string },
): Stand {
  const rule = (rows.update_rule ?? []).find((each) => each.subject_kind === kind);
  const cadence = text(row.cadence) ?? text(rule?.cadence) ?? 'none';
  const asked = text(rule?.asked_from) ?? '9999-12-31';
  if (!rule || cadence === 'none' || asOf < asked) return { standing: 'in-time', days: [] };
  const first = stretchOf(rows, cadence, asked);
  const nextOf = ({ last: end }: Stretch): Stretch => stretchOf(rows, cadence, dayAfter(end));
  const last = reports.at(-1) ?? null;
  // A report is for the stretch before where that was asked for, has none, may still be answered, and the own one is not near its date.
  const counts: Stretch[] = [];
  for (const on of reports) {
    const own = stretchOf(rows, cadence, on);
    const before = stretchOf(rows, cadence, dayAfter(own.first, -1));
    let near = own.due;
    // From a day that is not worked the first working day before it is the first.
    for (let left = Number(rule.near_days) - (isWorked(rows, near) ? 0 : 1); left > 0; left -= isWorked(rows, near) ? 1 : 0)
      near = dayAfter(near, -1);
    const mayAnswer = before.due >= asked && on <= workedAfter(rows, before.due, Number(rule.window_days)) && on < near;
    const isNew = (counts.at(-1)?.first ?? '') < before.first;
    counts.push(mayAnswer && isNew ? before : own);
  }
  const counted = counts.at(-1);
  const owed = last !== null && last >= first.first && counted ? nextOf(counted) : first.due < asked ? nextOf(first) : first;
  const windowEnds = workedAfter(rows, owed.due, Number(rule.window_days));
  const days = [owed.due, windowEnds, workedAfter(rows, owed.due, Number(rule.escalate_days))];
  if (asOf >= workedAfter(rows, nextOf(owed).due, 1)) return { standing: 'stale', days };
  if (asOf > windowEnds) return { standing: 'overdue', days };
  return { standing: asOf > owed.due ? 'late' : 'in-time', days };
}

/** A working day has passed after its date, until the department reported, and the office has not found it in order. */
function isOverdue(rows: Rows, matter: Cells, asOf: string): boolean {
  if (!isOpen(rows, matter, asOf)) return false;
  const last = stepsOf(rows, matter, asOf).counting.at(-1);
  if (last?.step === 'verified') return false;
  const until = last?.step === 'reported' ? String(last.on) : asOf;
  for (let day = dayAfter(String(matter.due_on)); day <= until; day = dayAfter(day)) if (isWorked(rows, day)) return true;
  return false;
}

/** Registered, and neither closed nor, where it is an ask for what a gate asks for, answered by that day. */
function isOpen(rows: Rows, matter: Cells, asOf: string): boolean {
  if (String(matter.registered_on) > asOf) return false;
  if (matter.requirement === null) return stepsOf(rows, matter, asOf).counting.at(-1)?.step !== 'closed';
  if (passOf(rows, matter.subject_id, asOf) === 'stands') return false;
  const answer = (rows.requirement_answer ?? []).find(
    ({ project, requirement, on }) => project === matter.subject_id && requirement === matter.requirement && String(on) <= asOf,
  );
  return !answer || (answer.answer === 'no' && String(answer.on) < String(matter.registered_on));
}

/** The steps that count; `isCut`: the last of those taken does not, since it, or a report that it followed, rests on a file that is gone or of a later day. */
function stepsOf(rows: Rows, matter: Cells, asOf: string): { readonly counting: readonly Cells[]; readonly isCut: boolean } {
  const taken = (rows.supervision_step ?? []).filter((each) => each.supervision === matter.id && String(each.on) <= asOf);
  const counting: Cells[] = [];
  let isCut = false;
  for (const step of taken) {
    const named = (step.basis as readonly string[]).map((each) => each.replace('evidence:', ''));
    const isRested = named.every((file) => (rows.evidence ?? []).some(({ id, on }) => id === file && String(on) <= String(step.on)));
    if (step.step === 'reported') isCut = false;
    if (!isRested) isCut = true;
    if (!isCut) counting.push(step);
  }
  return { counting, isCut };
}
