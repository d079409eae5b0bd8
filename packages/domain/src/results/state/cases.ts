import { type DayString, periodSpan } from '@westgate/base';
import { objectsOf, relationsOf } from '../../programme/relations.ts';
import type { VerbClass } from '../../register/fields/vocabulary.ts';
import type { Register } from '../../register/register.ts';
import { leavesListOpen } from '../../words/open-list.ts';
import type { IndicatorSeries } from '../dated-value.ts';
import { earliest } from '../days.ts';
import { type Evidence, evidenceOn, isBeforePlan, type SubjectKind } from '../evidence.ts';
import type { Case, Due, Judged, Until } from '../finding.ts';
import { ruleOfObject } from '../rules/index.ts';
import { type Said, sayName } from '../say.ts';
import { indicatorSeries } from '../series.ts';
import { findWithin } from './known-part.ts';
import { settle } from './settle.ts';

/** A record whose state can be computed. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** The case of a subject on a day, its objects judged; null when there is no such record. Cost: its own rows and links only. */
export function caseOf(register: Register, subject: Subject, asOf: DayString): Case | null {
  if (subject.kind !== 'commitment') return plainCase(register, subject, asOf, null);
  const row = register.commitment.get(subject.id);
  if (!row) return null;
  const from = planBeginsOf(register, row.sentence);
  const objects = judgedObjects(register, row.id, row.verb_class, asOf, from);
  const own = bare(register, subject, asOf, from, {
    name: sayName(row.title_zh, row.title_en, row.id),
    verbClass: row.verb_class,
    dueOn: row.due_on,
  });
  const [only] = objects;
  const due = objects.length === 1 && only ? dueWithObject(own.due, only.subject.due) : own.due;
  const judged =
    objects.length > 1 ? objects.map((object) => ({ ...object, finding: settle(object.subject, object.rule, object.finding) })) : objects;
  const listClosed = row.list_closed || (objects.length === 0 && !leavesListOpen(row.clause_zh, row.clause_en));
  return { ...own, due, objects: judged, listClosed, planEnd: planEndOf(register, subject) };
}

function judgedObjects(
  register: Register,
  commitment: string,
  verbClass: VerbClass | null,
  asOf: DayString,
  from: DayString | null,
): readonly Judged[] {
  const all = objectsOf(register, commitment);
  const events = all.filter((object) => object.kind === 'event');
  const works = verbClass === 'host' && events.length > 0 ? events : all;
  return works.flatMap(({ kind, id }): readonly Judged[] => {
    if (kind !== 'project' && kind !== 'event') return [];
    const subject = plainCase(register, { kind, id }, asOf, from);
    if (!subject) return [];
    const rule = ruleOfObject(kind, subject.verbClass, verbClass);
    return [{ subject, rule, finding: findWithin(subject, rule) }];
  });
}

function plainCase(register: Register, subject: Subject, asOf: DayString, from: DayString | null): Case | null {
  if (subject.kind === 'event') {
    const row = register.event.get(subject.id);
    if (!row) return null;
    const name = sayName(row.name_zh, row.name_en, row.id);
    return { ...bare(register, subject, asOf, from, { name, verbClass: null, dueOn: periodSpan(row.dates)[1] }), dates: row.dates };
  }
  const row = register.project.get(subject.id);
  if (!row) return null;
  const name = sayName(row.name_zh, row.name_en, row.id);
  const base = bare(register, subject, asOf, from, { name, verbClass: row.verb_class, dueOn: row.due_on });
  if (row.verb_class === 'implement') return { ...base, planEnd: planEndOf(register, subject) };
  return row.verb_class === 'expedite' ? { ...base, planBegins: from ?? planBeginsFor(register, row.id) } : base;
}

interface Essentials {
  readonly name: Said;
  readonly verbClass: VerbClass | null;
  readonly dueOn: DayString | null;
}

function bare(register: Register, subject: Subject, asOf: DayString, from: DayString | null, essentials: Essentials): Case {
  const rows = evidenceOn(register, subject.kind, subject.id);
  const known = rows.filter((evidence) => evidence.fault === null && evidence.knownOn <= asOf);
  return {
    register,
    asOf,
    kind: subject.kind,
    id: subject.id,
    name: essentials.name,
    verbClass: essentials.verbClass,
    from,
    planBegins: from,
    rows,
    known: known.filter((evidence) => !isBeforePlan(evidence, from, rows)),
    later: rows.filter((evidence) => evidence.fault === null && evidence.knownOn > asOf),
    series: seriesOn(register, subject, asOf),
    due: dueOf(known, essentials.dueOn),
    planEnd: null,
    listClosed: true,
    dates: null,
    objects: [],
  };
}

function dueOf(known: readonly Evidence[], dueOn: DayString | null): Due | null {
  const moved = known.findLast((evidence) => evidence.row.what === 'rescheduled' && evidence.row.new_due_on !== null) ?? null;
  const on = moved?.row.new_due_on ?? dueOn;
  return on === null ? null : { on, promised: dueOn, moved };
}

/** With one object only, its due date stands in for a missing one, and its later move moves the promise. */
function dueWithObject(own: Due | null, object: Due | null): Due | null {
  if (!own || !object) return own ?? object;
  return object.moved && object.on > own.on ? { ...own, on: object.on, moved: object.moved } : own;
}

/** The indicators that measure the subject, and those a commitment names. */
function seriesOn(register: Register, subject: Subject, asOf: DayString): readonly IndicatorSeries[] {
  const relations = relationsOf(register);
  const measuring = relations.to(subject.kind, subject.id).filter((link) => link.relation === 'measures' && link.from_kind === 'indicator');
  const named = relations.from(subject.kind, subject.id).filter((link) => link.relation === 'names' && link.to_kind === 'indicator');
  const ids = new Set([...measuring.map((link) => link.from_id), ...named.map((link) => link.to_id)]);
  return [...ids].flatMap((id) => indicatorSeries(register, id, asOf) ?? []);
}

/** The first day of the plan a sentence stands in. */
function planBeginsOf(register: Register, sentence: string): DayString | null {
  const covers = register.document.get(register.sentence.get(sentence)?.document ?? '')?.covers ?? null;
  return covers && periodSpan(covers)[0];
}

/** The first day of the plans whose commitments a project serves. */
function planBeginsFor(register: Register, project: string): DayString | null {
  const served = relationsOf(register)
    .from('project', project)
    .filter((link) => link.relation === 'serves' && link.to_kind === 'commitment');
  return earliest(served.flatMap((link) => planBeginsOf(register, register.commitment.get(link.to_id)?.sentence ?? '') ?? []));
}

/** The end of the linked plan that ends last of those the subject, or a commitment it serves, implements. */
function planEndOf(register: Register, subject: Subject): Until | null {
  const relations = relationsOf(register);
  const served = relations.from(subject.kind, subject.id).filter((link) => link.relation === 'serves' && link.to_kind === 'commitment');
  const links = [
    ...relations.from(subject.kind, subject.id),
    ...(subject.kind === 'commitment' ? [] : served.flatMap((link) => relations.from('commitment', link.to_id))),
  ];
  const ends = links.flatMap(({ relation, to_kind: kind, to_id: id }): readonly Until[] => {
    const period = relation === 'implements' && kind === 'document' ? register.document.get(id)?.covers : null;
    return period ? [{ on: periodSpan(period)[1], kind: 'document', id }] : [];
  });
  return ends.sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1) ?? null;
}
