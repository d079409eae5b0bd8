import { type Action, type ActionName, actionNamed, camelName, policy, rightOn } from '@westgate/domain';
import { createContext, useContext } from 'react';
import { useDistrictFrame } from './district-context.ts';
import { useSignedIn } from './signed-in.ts';

/** What is done with records: something beside them, what became of them, what they are, and that of every record, whoever answers for it. */
type Change = Action['right'];

/** Whose people may change a record: departments, null for none; `any` where that is each part's own, or not told. */
type Answering = readonly (string | null)[] | 'any';

/** The department that answers for the record whose page is shown. */
export const AnsweringDepartment = createContext<Answering>('any');

/**
 * Whether whoever sits here may change records of these departments that way; on the page of a record, if nothing else is said, of the one that
 * answers for it. Never while only reading is possible. What is not offered is refused all the same where it is sent.
 */
export function useMayChange(how: Change, answering?: Answering): boolean {
  return useHowMayChange()(how, answering);
}

/** Whose records whoever sits here may change that way. */
export function useWhichMayChange(how: Change): (answering: Answering) => boolean {
  const may = useHowMayChange();
  return (answering) => may(how, answering);
}

/** The department whose records alone whoever sits here may change; null where that is all or none. */
export function useOnlyDepartment(): string | null {
  const person = useSignedIn();
  return person === null || policy.reachesAll(person, 'edit') || !policy.reachesSome(person, 'update') ? null : person.department;
}

/**
 * Whether whoever sits here may do an action, on the page of a record with that record: its description says what that asks for, and to what it can be done
 * as it stands. `record` is what an answer tells of it; `asked`: what the action is asked, as far as it is said.
 */
export function useMayAct(): (
  name: ActionName,
  record?: object,
  answering?: Answering,
  asked?: Readonly<Record<string, unknown>>,
) => boolean {
  const may = useHowMayChange();
  return (name, record, answering, asked) => {
    const told: Readonly<Record<string, unknown>> | undefined = record && { ...record };
    const right = told ? rightOn(name, (column) => told[camelName(column)], asked) : actionNamed(name).right;
    return right !== null && may(right, answering);
  };
}

function useHowMayChange(): (how: Change, answering?: Answering) => boolean {
  const held = useContext(AnsweringDepartment);
  const isReadOnly = useDistrictFrame().district.mode === 'read-only';
  const person = useSignedIn();
  return (how, answering = held) => {
    if (isReadOnly || !person || how === 'read') return !isReadOnly;
    if (how === 'report') return policy.mayAct(person, how);
    const reachesAll = policy.reachesAll(person, 'edit');
    if (reachesAll || how === 'edit-all') return reachesAll;
    return policy.reachesSome(person, how) && (answering === 'any' || answering.includes(person.department));
  };
}
