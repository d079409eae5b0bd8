import type { Change } from '@westgate/domain';

/** A change with the columns that were said by name, whether or not they are as they were: a basis said again holds for the new value too. */
export interface SaidChange extends Change {
  readonly said?: ReadonlySet<string>;
}
