import type { DayString, Language } from '@westgate/base';
import type { Changed } from '@westgate/contract';
import {
  type LinksOf,
  linksOf,
  memo,
  noteAllRead,
  noteRow,
  type PlacesOn,
  type Register,
  type Row,
  registerMemo,
  rowIn,
  type Stage,
  type State,
  type SubjectKind,
  type TableName,
  unnoted,
  Worked,
} from '@westgate/domain';
import type { States } from './states.ts';

/** The district after one deed, seen from one day: what every answer is made from. Never changes. */
export interface View {
  readonly register: Register;
  /** The deed it rests on. Whoever tells it must be asked after each. */
  readonly seq: number;
  /** The same of all plans; `register` may be narrowed to one. */
  readonly whole: Register;
  /** The plan that `register` is narrowed to; null: all plans. States are those of the whole. */
  readonly plan: string | null;
  /** The day states are computed for. */
  readonly asOf: DayString;
  /** Today in the district's time zone. */
  readonly today: DayString;
  /** Since when places are held as they are; null: since the district was loaded. On days before, the places held were others. */
  readonly placesSince: PlacesOn['placesSince'];
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
export function viewOf(
  states: States,
  { seq, today, placesSince, changed }: Pick<View, 'seq' | 'today' | 'placesSince' | 'changed'>,
): View {
  const { register, asOf, state, stage, steps } = states;
  return {
    register,
    whole: register,
    plan: null,
    asOf,
    today,
    placesSince,
    state,
    stage,
    stateSteps: steps,
    get seq() {
      noteAllRead();
      return seq;
    },
    changed(table, key) {
      noteRow(table, key);
      return changed(table, key);
    },
  };
}

/** What a worked out column is seen from: all plans, as a value is the same whichever of them is shown. */
export function ofWhole({ whole, asOf }: View): { readonly register: Register; readonly asOf: DayString } {
  return { register: whole, asOf };
}

/** A view narrowed to what belongs to a plan. */
export function narrowedTo(view: View, plan: string, register: Register): View {
  const { whole, asOf, today, placesSince, state, stage, stateSteps, changed } = view;
  return {
    register,
    whole,
    plan,
    asOf,
    today,
    placesSince,
    state,
    stage,
    stateSteps,
    changed,
    get seq() {
      return view.seq;
    },
  };
}

/**
 * The deed that an answer names beside what it says, which no screen tells: whoever holds an answer that says the same after another deed need not ask for it
 * again.
 */
export function seqTold(view: View): number {
  return unnoted(() => view.seq);
}

/** `build`, run once per view and remembered as long as the view lives. */
export function viewMemo<Built>(build: (view: View) => Built): (view: View) => Built {
  return memo(build);
}

/** Records of one kind that a view keeps as they are shown: some pages; a whole list is walked through in passing. */
const SHOWN_KEPT = 4_000;
/** Records of a register whose links are kept. */
const LINKS_KEPT = 20_000;

const linksByRecord = registerMemo(() => new Worked<string, LinksOf>(LINKS_KEPT));

/** The links of a record; the last of a register are kept. */
export function linksIn(view: View, kind: string, id: string): LinksOf {
  return linksByRecord(view.register).of(`${kind}:${id}`, () => linksOf(view.register, kind, id));
}

/** Records of one kind as they are shown, made when asked for; the last of a view are kept. Null where there is none. */
export function shownBy<T extends TableName, Shown>(
  table: T,
  show: (view: View, row: Row<T>) => Shown,
): (view: View, id: string) => Shown | null {
  const shown = viewMemo(() => new Worked<string, Shown>(SHOWN_KEPT));
  return (view, id) => {
    const row = rowIn(view.register, table, id);
    return row === undefined ? null : shown(view).of(id, () => show(view, row));
  };
}

/** The language names are sorted in where none is asked for. */
export function firstLanguage({ register }: Pick<View, 'register'>): Language {
  const [district] = register.district.values();
  return district?.languages[0] === 'en' ? 'en' : 'zh';
}
