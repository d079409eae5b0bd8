import type { Said } from '@westgate/base';

/** What is amiss in a document: `error` keeps it from conforming, `remark` is allowed and said. */
export interface Oc4idsFault {
  /** Where: a JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly weight: 'error' | 'remark';
  readonly code:
    | 'kind'
    | 'missing'
    | 'empty'
    | 'form'
    | 'code'
    | 'twice'
    | 'too-small'
    | 'no-currency'
    | 'no-party'
    | 'project-id'
    | 'not-read';
  readonly expected: Said;
  readonly found: Said;
}

/** Faults that are listed of one document; all are counted. */
const MOST_LISTED = 500;
const LONGEST_FOUND = 60;

/** The faults of a document as they are found: the first of them listed, all counted. */
export class FaultsFound {
  readonly listed: Oc4idsFault[] = [];
  errors = 0;
  remarks = 0;

  add(fault: Oc4idsFault): void {
    if (fault.weight === 'error') this.errors += 1;
    else this.remarks += 1;
    const most = fault.weight === 'error' ? 2 * MOST_LISTED : MOST_LISTED;
    if (this.listed.length < most) this.listed.push(fault);
  }
}

/** A name of a field behind a pointer. */
export function below(pointer: string, name: string | number): string {
  return `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A value as it was found, cut to what a line holds. */
export function found(value: unknown): Said {
  if (value === undefined) return { zh: '没有', en: 'nothing' };
  if (Array.isArray(value)) return { zh: `${value.length} 项的列表`, en: `a list of ${value.length}` };
  if (typeof value === 'object' && value !== null) return { zh: '一个对象', en: 'an object' };
  const text = JSON.stringify(value) ?? 'null';
  const cut = text.length <= LONGEST_FOUND ? text : `${text.slice(0, LONGEST_FOUND - 1)}…`;
  return { zh: cut, en: cut };
}
