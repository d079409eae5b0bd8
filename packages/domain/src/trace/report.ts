import { type Bilingual, type DayString, invariant } from '@westgate/base';
import type { PlainKind } from '../register/described.ts';
import {
  REPORT_FORMAT,
  type ReportAttention,
  type ReportCommitment,
  type ReportContent,
  type ReportIndicator,
  type ReportThing,
  type ReportValue,
} from '../register/fields/report-content.ts';
import { noticeOf } from '../register/notice-of.ts';
import type { Register } from '../register/register.ts';
import type { Row } from '../register/tables.ts';
import { type Aged, sayAge } from '../results/age.ts';
import { valueCautions } from '../results/cautions.ts';
import type { DatedValue } from '../results/dated-value.ts';
import type { SubjectKind } from '../results/evidence.ts';
import type { StateName } from '../results/finding.ts';
import { indicatorSeries, latestActual, targetOn } from '../results/series.ts';
import { type State, stateOf } from '../results/state/state.ts';
import { unitName } from '../results/unit.ts';
import { aimOf } from './aim.ts';
import { aimsCounted } from './aims-counted.ts';
import { type Attention, attentionOf, isPastDay } from './attention.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { plansIn, registerFrom } from './plan-scope.ts';
import { commitmentOrder, numberOf } from './text-order.ts';
import { traceOf } from './trace.ts';

/**
 * All that a report of the day `asOf` holds fast, in both languages, of one plan or of the whole district. Plain JSON that rests on the register
 * alone: the same register, day and plan give the same content. There must be a district.
 */
export function reportContentOf(register: Register, asOf: DayString, plan?: string): ReportContent {
  const own = registerFrom(register, plan);
  const states = new Map<string, State>();
  const stateIn = (kind: SubjectKind, id: string): State => {
    const state = states.get(`${kind}:${id}`) ?? stateOf(register, { kind, id }, asOf);
    states.set(`${kind}:${id}`, state);
    return state;
  };
  const nameOf = (id: string): StateName => stateIn('commitment', id).name;
  const commitments = commitmentOrder(own).flatMap((id) => commitmentIn(own, id, stateIn('commitment', id)) ?? []);
  const indicators = [...own.indicator.values()].map((row) => ({
    ...indicatorIn(register, row, asOf),
    aim: aimOf(own, 'indicator', row.id),
  }));
  const named = new Set([
    ...commitments.flatMap(({ sources, due }) => [...sources, ...(due?.source ? [due.source] : [])]),
    ...indicators.flatMap(({ actual, target }) => [actual, target].flatMap((value) => value?.source ?? [])),
  ]);
  return {
    format: REPORT_FORMAT,
    ...coverageContentOf(own, coverageOf(own, asOf, nameOf), nameOf, plan),
    attention: attentionIn(own, attentionOf(own, asOf, { stateOf: stateIn, whole: register }), stateIn),
    commitments,
    indicators,
    sources: sourcesNamed(own, named),
  };
}

/** The sources that a report names, in the order of the district. */
export function sourcesNamed(register: Register, named: ReadonlySet<string | null | undefined>): ReportContent['sources'] {
  return [...register.source.values()].filter(({ id }) => named.has(id)).map(({ id, title, kind, dated }) => ({ id, title, kind, dated }));
}

/** The part of a report that tells what is held fast and what is open. There must be a district. */
export type CoverageContent = Pick<ReportContent, 'district' | 'plans' | 'plan' | 'aims' | 'coverage' | 'gaps'>;

/**
 * What a report of the day says of coverage; `nameOf` gives the state of a commitment on that day, `found` is its coverage. `register` is the
 * district, or what of it belongs to `plan`.
 */
export function coverageContentOf(register: Register, found: Coverage, nameOf: (id: string) => StateName, plan?: string): CoverageContent {
  const [district] = register.district.values();
  invariant(district, 'a report is of a district');
  const { gaps, ...coverage } = found;
  return {
    district: { ...thingOf(district, 'name'), notice: noticeOf(district) },
    plans: plansIn(register, plan).map((row) => thingOf(row, 'title')),
    ...(plan === undefined ? {} : { plan }),
    aims: aimsCounted(register, nameOf).map(({ id, name, total, states: counted }) => ({ id, name, total, states: { ...counted } })),
    coverage: {
      sentences: { ...coverage.sentences },
      commitments: { ...coverage.commitments },
      things: { ...coverage.things },
      projects: { ...coverage.projects },
      open: { ...coverage.open },
      states: { ...coverage.states },
    },
    gaps: gaps.map(({ kind, id, gap, reason }) => ({
      kind,
      id,
      name: nameIn(register, kind, id),
      gap,
      reason: pair(reason.zh, reason.en),
    })),
  };
}

function attentionIn(
  register: Register,
  { records, events, matters, warnings }: Attention,
  stateIn: (kind: SubjectKind, id: string) => State,
): ReportAttention {
  return {
    records: records.map(({ kind, id, why, department, dueOn, lapses }) => {
      const { due, reason } = stateIn(kind, id);
      return {
        kind,
        id,
        name: nameIn(register, kind, id),
        why: [...why],
        owner: department === null ? null : { id: department, name: nameIn(register, 'department', department) },
        due: due ?? dueOn,
        lapses: lapses.map(({ milestone, on }) => ({
          milestone: milestone === null ? null : nameIn(register, 'milestone', milestone),
          on,
        })),
        reason: pair(reason.zh, reason.en),
      };
    }),
    events: events.map(({ id, on }) => ({ id, name: nameIn(register, 'event', id), on })),
    matters: matters.map(({ row, standing }) => ({
      id: row.id,
      name: pair(row.asked_zh, row.asked_en),
      lead: { id: row.lead, name: nameIn(register, 'department', row.lead) },
      due: row.due_on,
      ...(isPastDay({ standing }) ? {} : { reopened: true as const }),
    })),
    warnings: {
      plansOver: warnings.plansOver.map(({ id, on }) => ({ id, name: nameIn(register, 'document', id), on })),
      targetsOver: warnings.targetsOver.length,
      yearsWithoutHolidays: [...warnings.yearsWithoutHolidays],
    },
  };
}

function commitmentIn(register: Register, id: string, state: State): ReportCommitment | null {
  const rows: ReadonlyMap<string, Row<'commitment'>> = register.commitment;
  const row = rows.get(id);
  if (!row) return null;
  const sentence = register.sentence.get(row.sentence);
  const owner = row.owner === null ? undefined : register.department.get(row.owner);
  const { name, timing, since, due, reason } = state;
  return {
    id,
    number: sentence ? numberOf(sentence) : '',
    document: sentence?.document ?? '',
    title: pair(row.title_zh, row.title_en),
    clause: pair(row.clause_zh, row.clause_en),
    aim: aimOf(register, 'commitment', id),
    verbClass: row.verb_class,
    owner: owner ? thingOf(owner, 'name') : null,
    ownerBasis: pair(row.owner_basis_zh, row.owner_basis_en),
    due: row.due_on === null ? null : { on: row.due_on, basis: pair(row.due_basis_zh, row.due_basis_en), source: row.due_source },
    state: { name, timing, since, due, reason: pair(reason.zh, reason.en) },
    places: traceOf(register)
      .placesOfCommitment(id)
      .map((place) => ({ id: place, name: nameIn(register, 'place', place) })),
    sources: sourcesOf(register, state),
  };
}

function sourcesOf(register: Register, { counted }: State): readonly string[] {
  const outcomes: ReadonlyMap<string, Row<'outcome'>> = register.outcome;
  return [...new Set(counted.filter(({ counts }) => counts).flatMap(({ outcomeId }) => outcomes.get(outcomeId)?.source ?? []))];
}

function indicatorIn(register: Register, row: Row<'indicator'>, asOf: DayString): ReportIndicator {
  const series = indicatorSeries(register, row.id, asOf);
  const unit = unitName(register, row.unit);
  return {
    ...thingOf(row, 'name'),
    unit: row.unit,
    unitName: pair(unit.zh, unit.en),
    direction: row.direction,
    aim: aimOf(register, 'indicator', row.id),
    actual: shownValue(series && latestActual(series, asOf), asOf, 'value'),
    target: shownValue(series && targetOn(series, asOf), asOf, 'target'),
  };
}

/** A value with all that must stand beside it, how old it was among that. */
function shownValue(dated: DatedValue | null, asOf: DayString, aged: Aged): ReportValue | null {
  if (!dated) return null;
  const { value, qualifier, period, source, status, breaks_series: breaksSeries } = dated.row;
  const age = sayAge(period, asOf, aged);
  const cautions = [...(age ? [age] : []), ...valueCautions({ status, isCalculated: dated.rests !== undefined, breaksSeries })];
  return { value, qualifier, period, source, ...(cautions.length === 0 ? {} : { cautions }) };
}

type NamedKind = 'sentence' | 'commitment' | 'project' | 'place' | PlainKind | 'milestone' | 'document';
type Titled = { readonly id: string } & Readonly<Record<string, unknown>>;

function thingOf(row: Titled, column: 'name' | 'title'): ReportThing {
  return { id: row.id, name: pair(row[`${column}_zh`], row[`${column}_en`]) };
}

function nameIn(register: Register, kind: NamedKind, id: string): Bilingual {
  const rows: ReadonlyMap<string, Titled> = register[kind];
  const row = rows.get(id);
  if (!row) return { zh: id, en: id };
  const column = kind === 'sentence' ? 'text' : kind === 'commitment' || kind === 'document' ? 'title' : 'name';
  return pair(row[`${column}_zh`], row[`${column}_en`]);
}

function pair(zh: unknown, en: unknown): Bilingual {
  return { zh: typeof zh === 'string' && zh !== '' ? zh : null, en: typeof en === 'string' && en !== '' ? en : null };
}
