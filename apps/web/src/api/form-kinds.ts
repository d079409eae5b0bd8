import { type Field, FORM_KINDS, type FormTable, type LinkedKind, pointerOf } from '@westgate/domain';

export type { FormTable };

/** A kind of record that has a list, one, links and history. */
export type RecordKind = LinkedKind;

/** A kind of record that has a form: those with a page of their own, and sources. */
export type FormKind = RecordKind | 'source';

/** What says something of a record and is entered on its page, and what the rulebook is made of. */
export type PartKind = Exclude<FormTable, FormKind>;

/** A record whose page tells its history: a matter under supervision has no form of its own. */
export type ToldKind = FormKind | 'supervision';

/** `text` as a kind with a form; null when it is none. */
export function formKind(text: string): FormKind | null {
  return FORM_KINDS.find((kind) => kind === text) ?? null;
}

/** The table a reference column points to, as a kind with a form; null where it points to none. */
export function referredKind(field: Field): FormKind | null {
  const pointer = pointerOf(field);
  return pointer && 'table' in pointer ? formKind(pointer.table) : null;
}
