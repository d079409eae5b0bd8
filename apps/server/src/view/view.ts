import type { DayString, Language } from '@westgate/base';
import type { Changed } from '@westgate/contract';
import {
  type LinksOf,
  linksOf,
  type Register,
  type Row,
  registerMemo,
  type Stage,
  type State,
  type SubjectKind,
  type TableName,
} from '@westgate/domain';
import type { States } from './states.ts';

/** The district after one deed, seen from one day: what every answer is made from. Never changes. */
export interface View {
  readonly register: Register;
  /** The deed it rests on. */
  readonly seq: number;
  /** The same of all plans; `register` may be narrowed to one. */
  readonly whole: Register;
  /** The plan that `register` is narrowed to; null: all plans. States are those of the whole. */
  readonly plan: string | null;
  /** The day states are computed for. */
  readonly asOf: DayString;
  /** Today in the district's time zone. */
  readonly today: DayString;
  /** The state of a record on `asOf`, computed once. */
  readonly state: (kind: SubjectKind, id: string) => State;
  /** How far a place is on `asOf`, computed once. */
  readonly stage: (place: string) => Stage;
  /** Works out, one a step, all of them that are not known yet. */
  readonly stateSteps: States['steps'];
  /** The last change of a record after the district was first loaded. */
  readonly changed: (table: TableName, key: string) => Changed | null;
}

/** A view with the states it is seen in. */
export function viewOf(states: States, parts: Pick<View, 'seq' | 'today' | 'changed'>): View {
  const { register, asOf, state, stage, steps } = states;
  return { ...parts, register, whole: register, plan: null, asOf, state, stage, stateSteps: steps };
}

/** `build`, run once per view and remembered as long as the view lives. */
export function viewMemo<Built>(build: (view: View) => Built): (view: View) => Built {
  const built = new WeakMap<View, { readonly value: Built }>();
  return (view) => {
    const held = built.get(view);
    if (held) return held.value;
    const value = build(view);
    built.set(view, { value });
    return value;
  };
}

/** Records of one kind that a view keeps as they are shown: some pages; a whole list is walked through in passing. */
const SHOWN_KEPT = 4_000;
/** Records of a register whose links are kept. */
const LINKS_KEPT = 20_000;

const linksByRecord = registerMemo(() => new Map<string, LinksOf>());

/** The links of a record; the last of a register are kept. */
export function linksIn(view: View, kind: string, id: string): LinksOf {
  const held = linksByRecord(view.register);
  const key = `${kind}:${id}`;
  const links = held.get(key) ?? linksOf(view.register, kind, id);
  keep(held, key, links, LINKS_KEPT);
  return links;
}

/** Records of one kind as they are shown, made when asked for; the last of a view are kept. Null where there is none. */
export function shownBy<T extends TableName, Shown>(
  table: T,
  show: (view: View, row: Row<T>) => Shown,
): (view: View, id: string) => Shown | null {
  const shown = viewMemo(() => new Map<string, Shown>());
  return (view, id) => {
    const held = shown(view).get(id);
    if (held) return held;
    const rows: ReadonlyMap<string, Row<T>> = view.register[table];
    const row = rows.get(id);
    if (row === undefined) return null;
    const made = show(view, row);
    keep(shown(view), id, made, SHOWN_KEPT);
    return made;
  };
}

/** Puts `value` among the last `most` that are kept. */
function keep<Value>(kept: Map<string, Value>, key: string, value: Value, most: number): void {
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}

/** The language names are sorted in where none is asked for. */
export function firstLanguage({ register }: Pick<View, 'register'>): Language {
  const [district] = register.district.values();
  return district?.languages[0] === 'en' ? 'en' : 'zh';
}
