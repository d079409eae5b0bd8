import type { Colleagues } from '@westgate/contract';

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
  return (
    <label>
      <span className="unseen">{label}</span>
      <select className="field" value={value} onChange={({ target }) => onPerson(target.value)}>
        <option value="">{empty}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
