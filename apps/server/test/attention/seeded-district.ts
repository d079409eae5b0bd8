import { addDays, type DayString, dayOf } from '@westgate/base';
import { type AnyRow, fieldsOf, type Register, registerOf, type TableName } from '@westgate/domain';
import { randomOf } from '../random.ts';

export type Cells = Readonly<Record<string, unknown>>;
export type Rows = Readonly<Partial<Record<TableName, readonly Cells[]>>>;

const FIRST = dayOf('2024-01-02');
const LENGTH_DAYS = 600;

/** The short rows of a small district in the middle of its life, and a day on which it is looked at: the same for the same seed. */
export function seededRows(seed: number): { readonly rows: Rows; readonly asOf: DayString } {
  const random = randomOf(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const chance = (share: number): boolean => random() < share;
  const one = <Each>(from: readonly [Each, ...Each[]]): Each => from[pick(from.length)] ?? from[0];
  const anyDay = (): DayString => addDays(FIRST, pick(LENGTH_DAYS));
  const maybe = <Each>(share: number, make: () => Each): Each | null => (chance(share) ? make() : null);
  const ids = (prefix: string, most: number): readonly string[] =>
    Array.from({ length: pick(most + 1) }, (_, index) => `${prefix}${index}`);
  const DEPARTMENTS = ['d0', 'd1', 'd2'] as const;
  /** Of a day: that it was changed without a source, in one language or both, or other words. */
  const basis = (column: string): Cells => ({
    [`${column}_zh`]: maybe(0.5, () =>
      one(['由 d1 于 2024 年 3 月 9 日修改，无来源', '由统筹办公室于 2025 年 12 月 31 日修改，无来源', '第 3 号文']),
    ),
    [`${column}_en`]: maybe(0.8, () =>
      one([
        'changed by this office on 9 March 2024, no source',
        'changed by Office d1 on 31 December 2025, no source',
        'no source',
        'read in a paper',
      ]),
    ),
  });
  const work = (id: string): Cells => ({
    id,
    ...(chance(0.3) ? { ...basis('due_basis'), due_source: maybe(0.2, () => 'S1') } : {}),
    verb_class: 'establish',
    due_on: maybe(0.7, anyDay),
    cadence: maybe(0.2, () => one(['weekly', 'monthly', 'none'])),
    visibility: 'district',
  });
  const commitments = ids('c', 5);
  const projects = ids('p', 5);
  const events = ids('e', 3);
  const subjects = [...commitments.map((id) => ['commitment', id]), ...projects.map((id) => ['project', id])] as const;
  let count = 0;
  const outcomes = [...subjects, ...events.map((id) => ['event', id] as const)].flatMap(([kind, id]) => {
    const days = [...new Set(Array.from({ length: pick(4) }, anyDay))];
    return days.map((day): Cells => {
      count += 1;
      const what =
        kind === 'event'
          ? one(['held', 'announced', 'not-done'])
          : one(['started', 'progress', 'opened', 'not-done', 'rescheduled', 'announced']);
      const moved = what === 'rescheduled' ? { new_due_on: anyDay() } : {};
      return { id: `o${count}`, subject_kind: kind, subject_id: id, what, dates: day, source: 'S1', confidence: 'high', ...moved };
    });
  });
  const updates = subjects.flatMap(([kind, id]) =>
    Array.from({ length: pick(4) }, (): Cells => {
      count += 1;
      const unchanged = chance(0.4);
      const said = unchanged
        ? {}
        : { step: one(['under-way', 'blocked']), forecast_on: maybe(0.5, anyDay), waits_for: maybe(0.3, () => one(DEPARTMENTS)) };
      return { id: `u${count}`, subject_kind: kind, subject_id: id, reported_on: anyDay(), unchanged, ...said };
    }),
  );
  const milestones = projects.flatMap((project) =>
    Array.from({ length: pick(3) }, (_, position): Cells => {
      const [baseline, forecast] = [maybe(0.8, anyDay), maybe(0.5, anyDay)];
      return {
        id: `${project}-m${position}`,
        project,
        position,
        name_en: `Step ${position}`,
        baseline,
        forecast,
        actual: maybe(0.3, anyDay),
        ...(chance(0.2) ? basis('note') : {}),
      };
    }),
  );
  const matters = [...subjects, ...events.map((id) => ['event', id] as const)]
    .filter(() => chance(0.4))
    .map(([kind, id], index): Cells => {
      const requirement = kind === 'project' && chance(0.5) ? 'r0' : null;
      const registered = anyDay();
      const common = {
        subject_kind: kind,
        subject_id: id,
        registered_on: registered,
        due_on: addDays(registered, pick(kind === 'event' ? 900 : 90)),
      };
      return { id: `m${index}`, asked_en: 'To be done', lead: one(DEPARTMENTS), requirement, ...common };
    });
  const steps = matters
    .filter(({ requirement }) => requirement === null)
    .flatMap(({ id, subject_kind: kind, subject_id: subject, registered_on: registered }) => {
      const way: readonly string[] = chance(0.5)
        ? ['signed-for', 'reported', 'verified', 'closed']
        : ['signed-for', 'reported', 'returned', 'reported'];
      let day = dayOf(String(registered));
      return way.slice(0, pick(5)).map((step, index): Cells => {
        day = addDays(day, pick(50));
        const basis = step !== 'signed-for' && chance(kind === 'event' ? 0.8 : 0.3) ? [`evidence:f-${String(subject)}`] : [];
        return { supervision: id, position: index + 1, step, on: day, basis };
      });
    });
  const answers = projects
    .filter(() => chance(0.3))
    .map((project): Cells => ({ project, requirement: 'r0', answer: one(['yes', 'no']), on: anyDay() }));
  const files = projects
    .filter(() => chance(0.6))
    .map((project): Cells => {
      const about = { subject_kind: 'project', subject_id: project, requirement: maybe(0.8, () => 'r1') };
      return { id: `f-${project}`, title_en: 'A file', on: anyDay(), ...about };
    });
  const passes = projects
    .filter(() => chance(0.5))
    .map((project): Cells => {
      const basis = ['r0=answer', ...(chance(0.8) ? [`r1=evidence:f-${project}`] : [])];
      return {
        project,
        gate: 'g0',
        on: anyDay(),
        became: one(['stands', 'stands', 'stands', 'set-aside']),
        basis: chance(0.8) ? basis : [],
      };
    });
  const ofPlan = new Map(commitments.map((id) => [id, one(['plan', 'other'])]));
  const mentions = commitments.flatMap((id) =>
    [...projects.map((each) => ['project', each]), ...events.map((each) => ['event', each])]
      .filter(() => chance(0.3))
      .map(([kind, each]): Cells => ({ sentence: `s-${id}`, thing_kind: kind, thing_id: each, phrase_en: 'it' })),
  );
  const rule = (kind: string): Cells => ({
    subject_kind: kind,
    cadence: one(['weekly', 'monthly']),
    asked_from: anyDay(),
    near_days: 2,
    window_days: pick(4),
    escalate_days: pick(6),
  });
  const daysOff = [...new Set(Array.from({ length: pick(12) }, anyDay))];
  return {
    asOf: addDays(FIRST, 20 + pick(LENGTH_DAYS + 30)),
    rows: {
      district: [{ id: 'own', name_en: 'Own district', languages: ['en'], axes: [], units: {} }],
      source: [{ id: 'S1', title: 'A letter' }],
      document: [
        { id: 'plan', title_en: 'Plan', kind: 'plan', covers: '2024' },
        { id: 'other', title_en: 'Other plan', kind: 'plan', covers: '2024' },
        { id: 'next', title_en: 'Next plan', kind: 'plan', covers: one(['2024', '2025', '2025-03/2025-12']) },
      ],
      department: DEPARTMENTS.map((id) => ({ id, name_en: `Office ${id}` })),
      account: DEPARTMENTS.map((id) => ({ id: `a-${id}`, roles: ['department-member'], department: id, state: 'open' })),
      sentence: commitments.map((id, position) => ({ id: `s-${id}`, document: ofPlan.get(id), paragraph: 1, position, kind: 'promise' })),
      commitment: commitments.map((id) => ({
        ...work(id),
        sentence: `s-${id}`,
        title_en: `Promise ${id}`,
        owner: maybe(0.7, () => one(DEPARTMENTS)),
      })),
      project: projects.map((id) => ({ ...work(id), name_en: `Project ${id}`, kind: 'policy', lead: maybe(0.7, () => one(DEPARTMENTS)) })),
      event: events.map((id) => ({ id, name_en: `Event ${id}`, dates: anyDay(), confidence: 'high', visibility: 'district' })),
      outcome: outcomes,
      status_update: updates,
      milestone: milestones,
      supervision: matters,
      supervision_step: steps,
      gate: [{ id: 'g0', project_kind: 'policy', position: 1, name_en: 'Gate', effective_from: '2000-01-01', confidence: 'low' }],
      requirement: [
        { id: 'r0', gate: 'g0', position: 1, kind: 'answer', name_en: 'A question', supplied_by: 'lead' },
        { id: 'r1', gate: 'g0', position: 2, kind: 'evidence', name_en: 'A paper', supplied_by: 'lead' },
      ],
      requirement_answer: answers,
      evidence: files,
      gate_pass: passes,
      mention: mentions,
      update_rule: [rule('commitment'), rule('project')].filter(() => chance(0.8)),
      calendar_day: daysOff.map((day) => ({ day, kind: one(['day-off', 'make-up-day']), name_en: 'Day', source: 'S1' })),
    },
  };
}

/** A register from short rows: cells that are not given are empty. */
export function registerFrom(rows: Rows): Register {
  const full: Partial<Record<TableName, readonly AnyRow[]>> = {};
  for (const [table, cells] of Object.entries(rows) as [TableName, readonly Cells[]][])
    full[table] = cells.map((cell) => rowOf(table, cell));
  return registerOf(full);
}

function rowOf(table: TableName, cells: Cells): AnyRow {
  const empty = Object.entries(fieldsOf(table)).map(([name, { kind, optional, values }]) => [
    name,
    kind === 'list' ? [] : kind === 'boolean' ? name === 'in_text' : optional ? null : (values?.[0] ?? ''),
  ]);
  return { ...Object.fromEntries(empty), ...cells, rev: 1 };
}
