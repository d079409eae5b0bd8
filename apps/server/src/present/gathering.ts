import { noSuch, WestgateError } from '@westgate/base';
import type { Gathering } from '@westgate/contract';
import {
  countStates,
  type Gathering as Found,
  type GatheredKind,
  type GatheredRecord,
  gatheringOf,
  indicatorStanding,
  memberSums,
  numberOf,
  parkSpace,
  plannedAmount,
  type Register,
  type Row,
  relationsOf,
  rowIn,
  wholeSum,
} from '@westgate/domain';
import { ANSWER_BYTES, firstThatFit } from '../answers/fit.ts';
import { seqTold, type View } from '../view/view.ts';
import { whysIn } from './attention.ts';
import { axesIn } from './belongs.ts';
import { figureOf, figureRows, unitOf } from './figure.ts';
import { datedValueOf } from './indicator.ts';
import { moneyOf } from './leader.ts';
import { pair } from './text.ts';
import { missing, nameOfRow, thingAt, thingOf } from './thing.ts';

/** Figures of one place that are told in its line. */
const FIGURES_SHOWN = 4;
/** Of the bytes of an answer each list has its part. */
const LISTS = 9;

type Space = NonNullable<Gathering['group']>['space'];
type KnownSum = Space['total'];

/** What stands under a value of an axis. Throws `WG_NOT_FOUND` where the district has no such axis, or the axis no such value. */
export function gatheringIn(view: View, { axis: axisId, value: id }: { readonly axis: string; readonly value: string }): Gathering {
  const axis = axesIn(view.register).find((each) => each.id === axisId);
  const value = axis?.values.find((each) => each.id === id);
  if (!axis || !value) throw new WestgateError('WG_NOT_FOUND', noSuch('axis', `${axisId}:${id}`), { kind: 'axis', id: axisId });
  const found = gatheringOf(view.register, { axis: axisId, value: id });
  return {
    ...gathered(view, found),
    name: pair(value.name.zh, value.name.en),
    value: { axis: axisId, axisName: pair(axis.name.zh, axis.name.en), id },
    place: null,
    published: publishedOf(
      view,
      found.project.filter(({ by }) => by === null),
    ),
    group: null,
  };
}

/** What is in a place and its members. Throws `WG_NOT_FOUND` where there is no such place. */
export function placeGatheringIn(view: View, id: string): Gathering {
  const row = rowIn(view.register, 'place', id);
  if (!row) throw missing('place', id);
  const found = gatheringOf(view.register, { place: id });
  const members = found.place.filter(({ id: each, by }) => by === null && each !== id).map((each) => each.id);
  const projects = relationsOf(view.register).projectsOn(id);
  return {
    ...gathered(view, found),
    name: nameOfRow('place', row),
    value: null,
    place: thingOf(view.register, 'place', id),
    published: publishedOf(view, [
      { kind: 'place', id, by: null },
      ...projects.map((project): GatheredRecord => ({ kind: 'project', id: project, by: null })),
    ]),
    group: members.length > 0 ? groupOf(view, members) : null,
  };
}

/** The lists of what is gathered, of each the first that fit, with states and money. */
function gathered(view: View, found: Found): Omit<Gathering, 'name' | 'value' | 'place' | 'published' | 'group'> {
  const { register, asOf } = view;
  const whys = whysIn(view);
  const judged = ({ kind, id }: GatheredRecord & { kind: 'commitment' | 'project' }) => {
    const { name, promised } = view.state(kind, id);
    return { state: name, dueOn: promised, why: [...(whys.get(`${kind}:${id}`) ?? [])] };
  };
  const list = <K extends GatheredKind, Item>(kind: K, show: (row: Row<K>, of: GatheredRecord) => Item) => {
    const told = (of: GatheredRecord) => {
      const row = rowIn(register, kind, of.id) as Row<K> | undefined;
      if (!row) throw missing(kind, of.id);
      return { thing: thingOf(register, kind, of.id), by: of.by && byShown(register, of.by), ...show(row, of) };
    };
    return { items: firstThatFit(found[kind], told, ANSWER_BYTES / LISTS), count: found[kind].length };
  };
  return {
    asOf,
    seq: seqTold(view),
    states: { ...countStates(found.commitment.map(({ id }) => view.state('commitment', id).name)) },
    commitments: list('commitment', (row, of) => ({
      ...judged({ ...of, kind: 'commitment' }),
      number: numberIn(register, row.sentence),
      noPlace: pair(row.no_place_reason_zh, row.no_place_reason_en),
    })),
    projects: list('project', (row, of) => ({
      ...judged({ ...of, kind: 'project' }),
      noPlace: pair(row.no_place_reason_zh, row.no_place_reason_en),
      lead: thingAt(register, 'department', row.lead),
      totalFen: plannedAmount(register, row.id, null)?.amount_fen ?? null,
    })),
    places: list('place', (row) => ({
      kind: row.kind,
      stage: view.stage(row.id),
      figures: figuresAt(register, row.id)
        .slice(0, FIGURES_SHOWN)
        .map((figure) => figureOf(view, figure)),
    })),
    events: list('event', (row) => ({
      dates: row.dates,
      state: view.state('event', row.id).name,
      venue: thingAt(register, 'place', row.place),
    })),
    parks: list('park', (row) => spacesOf(view, row.id)),
    industries: list('industry', (row) => ({ firms: firmsOf(view, row.firms) })),
    indicators: list('indicator', (row) => measuredOf(view, row)),
    money: moneyOf(
      view,
      found.project.map(({ id }) => id),
    ),
  };
}

function byShown(register: Register, by: { readonly kind: string; readonly id: string }) {
  return thingOf(register, by.kind as GatheredKind, by.id);
}

function numberIn(register: Register, sentence: string): string {
  const row = rowIn(register, 'sentence', sentence);
  return row ? numberOf(row) : '';
}

function measuredOf(view: View, row: Row<'indicator'>) {
  const found = indicatorStanding(view.whole, row.id, view.asOf);
  return {
    unitName: unitOf(view, row.unit),
    latest: found?.latest ? datedValueOf(view, found.latest) : null,
    standing: found?.name ?? 'not-known',
  };
}

function firmsOf(view: View, id: string | null) {
  const row = id === null ? undefined : rowIn(view.whole, 'indicator', id);
  return row ? { indicator: thingOf(view.whole, 'indicator', row.id), ...measuredOf(view, row) } : null;
}

function spacesOf({ whole, asOf }: View, park: string): Space {
  const { total, let: taken, vacant, works } = parkSpace(whole, park, asOf);
  return { total: { ...total }, let: { ...taken }, vacant: { ...vacant }, works: { ...works } };
}

/** The figures of a place: its own, and those of the projects that stand on it alone. */
function figuresAt(register: Register, place: string): readonly Row<'figure'>[] {
  const { projectsOn, standsAlone } = relationsOf(register);
  const alone = projectsOn(place).filter(standsAlone);
  return [...figureRows(register, 'place', place), ...alone.flatMap((project) => figureRows(register, 'project', project))];
}

/** The published figures of records, each with whose it is. */
function publishedOf(view: View, records: readonly GatheredRecord[]): Gathering['published'] {
  const all = records.flatMap(({ kind, id }) => figureRows(view.register, kind, id).map((row) => ({ kind, id, row })));
  const show = ({ kind, id, row }: (typeof all)[number]) => ({ of: thingOf(view.register, kind, id), figure: figureOf(view, row) });
  return { items: firstThatFit(all, show, ANSWER_BYTES / LISTS), count: all.length };
}

/** What adds up over the members of a place, and of which of them nothing is known. */
function groupOf(view: View, members: readonly string[]): NonNullable<Gathering['group']> {
  const { register } = view;
  const figures = members.map((id) => figuresAt(register, id));
  const parks = members.map((id) => [...register.park.values()].filter((row) => row.place === id).map((row) => row.id));
  const over = (name: keyof Space): KnownSum => {
    const known = parks
      .map((own) => (own.length === 0 ? null : own.map((park) => wholeSum(spacesOf(view, park)[name]))))
      .flatMap((own) => (own === null || own.includes(null) ? [] : [own.reduce<number>((sum, area) => sum + (area ?? 0), 0)]));
    return { sum: known.reduce((sum, area) => sum + area, 0), known: known.length, of: members.length };
  };
  return {
    members: members.length,
    sums: memberSums(register, figures).map(({ named, sum, parts, of }) => ({
      label: pair(named.label_zh, named.label_en),
      sum,
      unitName: unitOf(view, named.unit),
      known: parts.length,
      of,
      parts: parts.map(({ member, figure }) => ({
        place: thingOf(register, 'place', members[member] ?? ''),
        figure: figureOf(view, figure),
      })),
    })),
    space: { total: over('total'), let: over('let'), vacant: over('vacant'), works: over('works') },
    nothingKnown: members.filter((_, at) => figures[at]?.length === 0).map((id) => thingOf(register, 'place', id)),
  };
}
