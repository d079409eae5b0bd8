import type { Said } from '@westgate/base';
import { addressOf, isTable } from '../register/described.ts';
import { calledAs, camelName, entriesIn, entryName, type TableEntry } from '../register/entries.ts';
import type { Fields } from '../register/fields/fields.ts';
import { fieldsOf, type TableName } from '../register/tables.ts';
import { vocabularyName } from '../register/vocabulary-names.ts';
import type { Action, AskOf, SentOf, Variant } from './action.ts';
import { DATE_ACTIONS } from './dates.ts';
import { DUAL_USE_ACTIONS } from './dual-use.ts';
import { EVENT_ACTIONS } from './events.ts';
import { FEEDBACK_ACTIONS } from './feedback.ts';
import { FLOOD_ACTIONS } from './flood.ts';
import { GATE_ACTIONS } from './gates.ts';
import { INDUSTRY_ACTIONS } from './industries.ts';
import { ISSUE_ACTIONS } from './issues.ts';
import { MEETING_ACTIONS } from './meetings.ts';
import { OFFICE_ACTIONS } from './office.ts';
import { REPORTING_ACTIONS } from './reporting.ts';
import { SUPERVISION_ACTIONS } from './supervision.ts';

export type { Action, PathWord } from './action.ts';
export type { PassBecomes } from './gates.ts';

/** Every action, in the order in which they are offered. */
const ACTIONS = {
  ...GATE_ACTIONS,
  ...DATE_ACTIONS,
  ...SUPERVISION_ACTIONS,
  ...ISSUE_ACTIONS,
  ...MEETING_ACTIONS,
  ...FEEDBACK_ACTIONS,
  ...EVENT_ACTIONS,
  ...INDUSTRY_ACTIONS,
  ...FLOOD_ACTIONS,
  ...DUAL_USE_ACTIONS,
  ...REPORTING_ACTIONS,
  ...OFFICE_ACTIONS,
};

type Actions = typeof ACTIONS;
export type ActionName = keyof Actions;
/** The kind of record an action is done to; null for none. */
export type ActedKind<N extends ActionName> = Actions[N]['on'];
/** Where it is done, below the address of the record where there is one. */
export type ActionPath<N extends ActionName> = Actions[N]['path'];
/** What an action is asked, as it was read. */
export type ActionAsk<N extends ActionName> = N extends ActionName ? AskOf<Actions[N]['fields']> & EachIn<Actions[N], 'read'> : never;
/** The same as it is sent. */
export type ActionSent<N extends ActionName> = N extends ActionName ? SentOf<Actions[N]['fields']> & EachIn<Actions[N], 'sent'> : never;
/** A record someone answers for. */
export type Answered = ActionAsk<'name-owner'>['subjects'][number];
type EachIn<A, How> = A extends { readonly each: { readonly as: infer As extends string; readonly fields: infer F extends Fields } }
  ? { readonly [P in As]: readonly (How extends 'sent' ? SentOf<F> : AskOf<F>)[] }
  : unknown;
/** What makes a record. */
export type MakingAction = { [N in ActionName]: Actions[N] extends { readonly makes: string } ? N : never }[ActionName];
/** What changes as many records as it finds. */
export type CountingAction = { [N in ActionName]: Actions[N] extends { readonly counts: true } ? N : never }[ActionName];
/** What takes a record out as it was read. */
export type TakingOutAction = { [N in ActionName]: Actions[N] extends { readonly takesOut: true } ? N : never }[ActionName];
/** What asks for a role that may do it, whatever the record. */
export type OfficialAction = { [N in ActionName]: Actions[N]['right'] extends 'report' ? N : never }[ActionName];
/** The verbs by which histories know the deeds of actions. */
export type ActionVerb = { [N in ActionName]: VerbIn<Actions[N], N> }[ActionName];
type VerbIn<A, N> = A extends { readonly done: { readonly variants: infer Variants } }
  ? { [V in keyof Variants]: Variants[V] extends { readonly verb: infer Verb extends string } ? Verb : never }[keyof Variants]
  : A extends { readonly verb: infer Verb extends string }
    ? Verb
    : N;

export const ACTION_NAMES = Object.keys(ACTIONS) as ActionName[];

/** What is true of an action, for code that serves all. */
export function actionNamed(name: ActionName): Action {
  return ACTIONS[name];
}

/** The action of that name; null for none. */
export function asAction(name: string | undefined): ActionName | null {
  return ACTION_NAMES.find((each) => each === name) ?? null;
}

/** The variants of an action, by the value that names each; none where it has none. */
export function variantsOf(name: ActionName): Readonly<Record<string, Variant | undefined>> {
  const { done } = actionNamed(name);
  return 'variants' in done ? done.variants : {};
}

/** The variant of an action that is asked so; null where it has none. */
export function variantOf(name: ActionName, asked: Readonly<Record<string, unknown>>): Variant | null {
  const { done } = actionNamed(name);
  return 'variants' in done ? (done.variants[String(asked[done.by])] ?? null) : null;
}

/** The verbs of the deeds that an action does, each with what it says was done. */
export function verbsOf(name: ActionName): readonly (readonly [verb: string, done: Said])[] {
  const { done, verb = name } = actionNamed(name);
  return 'variants' in done ? Object.values(done.variants).map((each) => [each.verb, each.done]) : [[verb, done]];
}

/** The verb of the deed that an action does where it is asked so. */
export function verbOf(name: ActionName, asked: Readonly<Record<string, unknown>>): string {
  return variantOf(name, asked)?.verb ?? actionNamed(name).verb ?? name;
}

const DONE = new Map(ACTION_NAMES.flatMap(verbsOf));

/** What a deed of that verb did, before the name of its record. A verb that nobody knows is given as it is. */
export function doneSaid(verb: string): Said {
  return DONE.get(verb) ?? vocabularyName('verb.deed', verb);
}

/** The path of an action in the API. */
export function actionPath(name: ActionName): string {
  const { on, path } = actionNamed(name);
  if (on === null) return `/${path}`;
  return `/${addressOf(on)}/:id${path === '' ? '' : `/${path}`}`;
}

/** What may be done to the records of a kind. */
export function actionsOn(kind: string): readonly ActionName[] {
  return ACTION_NAMES.filter((name) => actionNamed(name).on === kind);
}

/** The right that an action needs on a record with such values in its columns, asked so where that is known; null where it cannot be done to it as it stands. */
export function rightOn(
  name: ActionName,
  cellOf: (column: string) => unknown,
  asked: Readonly<Record<string, unknown>> = {},
): Action['right'] | null {
  const { right, rightWhileEmpty: first, whileEmpty = [] } = actionNamed(name);
  const isEmpty = (column: string): boolean => (cellOf(column) ?? null) === null;
  if (!whileEmpty.every(isEmpty)) return null;
  if (!first) return right;
  const [held, day] = [cellOf(first.column), first.asked === undefined ? null : asked[first.asked]];
  const isBefore = typeof held === 'string' && typeof day === 'string' && day !== '' && day < held;
  return isEmpty(first.column) || isBefore ? first.right : right;
}

/** One thing that an action asks, with its name in a request. */
export type AskedEntry = TableEntry & { readonly asked: string };

const ASKED = new Map(ACTION_NAMES.map((name) => [name, askedIn(actionNamed(name).fields)]));
/** What an action asks of each of several. */
const ASKED_OF_EACH = new Map(ACTION_NAMES.map((name) => [name, askedIn(actionNamed(name).each?.fields ?? {})]));

/** Some fields as they are asked, entry by entry. */
export function askedIn(fields: Fields): readonly AskedEntry[] {
  return entriesIn(fields).map((entry) => ({ ...entry, asked: camelName(entry.name) }));
}

/** What an action asks, entry by entry. */
export function askedEntries(name: ActionName): readonly AskedEntry[] {
  return ASKED.get(name) ?? [];
}

/** The records an action is about that is asked so: the one it is done to, else those that it names. */
export function recordsAsked(name: ActionName, asked: Readonly<Record<string, unknown>>): readonly (readonly [TableName, string])[] {
  const { on, fields, each } = actionNamed(name);
  if (on !== null) return [[on, String(asked.id)]];
  const named = (entries: readonly AskedEntry[], one: Readonly<Record<string, unknown>>): readonly (readonly [TableName, string])[] => {
    const entry = entries.find(({ field: { kind } }) => kind === 'ref' || kind === 'anyref');
    const table = entry && (entry.field.table ?? one[camelName(entry.field.kindColumn ?? '')]);
    return isTable(table) && entry ? [[table, String(one[entry.asked])]] : [];
  };
  if (each)
    return (asked[each.as] as readonly Readonly<Record<string, unknown>>[]).flatMap((one) => named(ASKED_OF_EACH.get(name) ?? [], one));
  return Object.hasOwn(fields, 'subject_id') ? named(askedEntries(name), asked) : [];
}

/** What has fields that a form asks: a table or an action. No two have the same name (tested). */
export type Asking = TableName | ActionName;

/** The fields of a table or an action. */
export function fieldsIn(of: Asking): Fields {
  return isTable(of) ? fieldsOf(of) : actionNamed(of).fields;
}

/** What one of them is called, or a pair by its stem; null where nothing says it. */
export function calledIn(of: Asking, name: string): Said | null {
  if (isTable(of)) return entryName(of, name);
  return calledAs(of, name, askedEntries(of).find((entry) => entry.name === name)?.field);
}
