import type { Said } from '@westgate/base';
import { type FormKind, isTable } from '../register/described.ts';
import { calledAs, camelName, entriesIn, entryName, type TableEntry } from '../register/entries.ts';
import type { Fields } from '../register/fields/fields.ts';
import { fieldsOf, type TableName } from '../register/tables.ts';
import type { Action, AskOf, SentOf } from './action.ts';
import { DATE_ACTIONS } from './dates.ts';
import { GATE_ACTIONS } from './gates.ts';

export type { PathWord } from './action.ts';
export type { PassBecomes } from './gates.ts';

/** Every action on a record, in the order in which they are offered. */
const ACTIONS = { ...GATE_ACTIONS, ...DATE_ACTIONS };

type Actions = typeof ACTIONS;
export type ActionName = keyof Actions;
/** The kind of record an action is done to. */
export type ActedKind<N extends ActionName> = Actions[N]['on'];
/** Where it is done below the address of the record. */
export type ActionPath<N extends ActionName> = Actions[N]['path'];
/** What an action is asked, as it was read. */
export type ActionAsk<N extends ActionName> = N extends ActionName ? AskOf<Actions[N]['fields']> : never;
/** The same as it is sent. */
export type ActionSent<N extends ActionName> = N extends ActionName ? SentOf<Actions[N]['fields']> : never;
/** What makes a record. */
export type MakingAction = { [N in ActionName]: Actions[N] extends { readonly makes: string } ? N : never }[ActionName];

export const ACTION_NAMES = Object.keys(ACTIONS) as ActionName[];

/** What is true of an action, for code that serves all. */
export function actionNamed(name: ActionName): Action {
  return ACTIONS[name];
}

/** The action of that name; null for none. */
export function asAction(name: string | undefined): ActionName | null {
  return ACTION_NAMES.find((each) => each === name) ?? null;
}

/** What may be done to the records of a kind. */
export function actionsOn(kind: string): readonly ActionName[] {
  return ACTION_NAMES.filter((name) => actionNamed(name).on === kind);
}

/** One thing that an action asks, with its name in a request. */
export type AskedEntry = TableEntry & { readonly asked: string };

const ASKED = new Map(
  ACTION_NAMES.map((name) => [name, entriesIn(actionNamed(name).fields).map((entry) => ({ ...entry, asked: camelName(entry.name) }))]),
);

/** What an action asks, entry by entry. */
export function askedEntries(name: ActionName): readonly AskedEntry[] {
  return ASKED.get(name) ?? [];
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
