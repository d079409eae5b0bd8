import type { ComponentProps } from 'react';
import { groupedBy } from './grouped-by.ts';

/**
 * One of a few choices: a list of the system, which a telephone shows best. `options`: what each is called, by its id, and under which head it stands; `none`: what stands before them,
 * where nothing may be chosen. A list that may be long is a `ComboField`.
 */
export function Select<Id extends string | number, None extends string | undefined = undefined>({
  value,
  options,
  none,
  onChoose,
  ...others
}: Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'children'> & {
  readonly value: string | number | null | undefined;
  readonly options: readonly (readonly [id: Id, name: string, head?: string])[];
  readonly none?: None;
  readonly onChoose: (id: Id | (None extends string ? null : never)) => void;
}) {
  const choose = (chosen: string): void => {
    const [id = null] = options.find(([each]) => String(each) === chosen) ?? [];
    // What is no option stands for none, which is offered where a caller takes it.
    onChoose(id as Id | (None extends string ? null : never));
  };
  return (
    <select className="field" value={value ?? ''} onChange={({ target }) => choose(target.value)} {...others}>
      {none === undefined ? null : <option value="">{none}</option>}
      {[...groupedBy(options, ([, , head]) => head)].map(([head, members]) => {
        const own = members.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ));
        return head === undefined ? (
          own
        ) : (
          <optgroup key={head} label={head}>
            {own}
          </optgroup>
        );
      })}
    </select>
  );
}
