/** A kind of record that has a list, one, links and history. */
export type { LinkedKind as RecordKind } from '@westgate/domain';
