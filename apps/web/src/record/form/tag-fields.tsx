import { useSay, useWords } from '../../messages/words.ts';
import { useDistrictFrame } from '../../scope/district-context.ts';
import type { OneColumn } from './fields-state.ts';

/** The tags of a record: the values of each plan axis to be ticked. Tags of no axis stay as they are. */
export function TagFields({ entry, values, idOf, set }: OneColumn) {
  const word = useWords();
  const say = useSay();
  const { axes } = useDistrictFrame().district;
  const { column } = entry;
  const held = values[column];
  const tags: readonly string[] = Array.isArray(held) ? held : [];
  const shown = axes.filter((axis) => axis.values.length > 0);
  if (shown.length === 0) return null;
  const toggle = (tag: string): void => set(column, tags.includes(tag) ? tags.filter((each) => each !== tag) : [...tags, tag]);
  return (
    <div className="tag-fields wide-field">
      {shown.map((axis, index) => (
        <fieldset key={axis.id} id={index === 0 ? idOf(column) : undefined}>
          <legend>
            {word('field.tags')} · {say(axis.name)}
          </legend>
          <div className="ticks">
            {axis.values.map((value) => {
              const tag = `${axis.id}:${value.id}`;
              return (
                <label key={tag} className="tick">
                  <input type="checkbox" checked={tags.includes(tag)} onChange={() => toggle(tag)} />
                  <span>{say(value.name)}</span>
                </label>
              );
            })}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
