import type { Colleagues } from '@westgate/contract';
import { ComboField } from '../parts/combo-field.tsx';

/** One person of several, or nobody. */
export function PersonSelect({
  label,
  people,
  value,
  empty,
  onPerson,
}: {
  readonly label: string;
  readonly people: Colleagues['items'];
  readonly value: string;
  /** What stands for nobody. */
  readonly empty: string;
  readonly onPerson: (id: string) => void;
}) {
  return <ComboField aria-label={label} value={value} options={people} empty={empty} onValue={onPerson} />;
}
