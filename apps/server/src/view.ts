import type { DayString } from '@westgate/base';
import type { Changed } from '@westgate/contract';
import {
  type LinksOf,
  linksOf,
  type Register,
  registerMemo,
  type State,
  type SubjectKind,
  stateOf,
  type TableName,
} from '@westgate/domain';

/** The district after one deed, seen from one day: what every answer is made from. Never changes. */
export interface View {
  readonly register: Register;
  /** The deed it rests on. */
  readonly seq: number;
  /** The day states are computed for. */
  readonly asOf: DayString;
  /** Today in the district's time zone. */
  readonly today: DayString;
  /** The state of a record on `asOf`, computed once per view. */
  readonly state: (kind: SubjectKind, id: string) => State;
  /** The last change of a record after the district was first loaded. */
  readonly changed: (table: TableName, key: string) => Changed | null;
}

/** A view of `register`; states are computed when first asked for. */
export function viewOf(parts: Omit<View, 'state'>): View {
  const states = new Map<string, State>();
  const state = (kind: SubjectKind, id: string): State => {
    const key = `${kind}:${id}`;
    const held = states.get(key);
    if (held) return held;
    const computed = stateOf(parts.register, { kind, id }, parts.asOf);
    states.set(key, computed);
    return computed;
  };
  return { ...parts, state };
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

const linksByRecord = registerMemo(() => new Map<string, LinksOf>());

/** The links of a record, computed once per register. */
export function linksIn(view: View, kind: string, id: string): LinksOf {
  const held = linksByRecord(view.register);
  const key = `${kind}:${id}`;
  const links = held.get(key) ?? linksOf(view.register, kind, id);
  held.set(key, links);
  return links;
}
