import { tagsAsked } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';

/** In the address: under no value of an axis. */
const NONE = 'none';

/** Narrows a list or a map to values of the plan axes, one of each axis; the aim has a choice of its own. */
export function TagFilter() {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { tag } = useView();
  const axes = useDistrictFrame().district.axes.filter(({ id, values }) => id !== 'aim' && values.length > 0);
  if (axes.length === 0) return null;
  const asked = tagsAsked(tag);
  const put = (tags: typeof asked): void =>
    setView({ tag: tags.map(({ axis, value }) => `${axis}:${value ?? NONE}`).join(',') || undefined, page: undefined }, { replace: true });
  const nameOf = (axis: string, value: string | null): string => {
    const known = axes.find(({ id }) => id === axis)?.values.find(({ id }) => id === value);
    return known ? say(known.name) : value === null ? word('axis.none') : value;
  };
  return (
    <>
      <select
        className="field"
        aria-label={word('axis.filter')}
        value=""
        onChange={({ target }) => put([...asked.filter(({ axis }) => !target.value.startsWith(`${axis}:`)), ...tagsAsked(target.value)])}
      >
        <option value="">{word('axis.choose')}</option>
        {axes.map(({ id, name, values }) => (
          <optgroup key={id} label={say(name)}>
            {[...values.map((value) => value.id), null].map((value) => (
              <option key={value ?? NONE} value={`${id}:${value ?? NONE}`}>
                {nameOf(id, value)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {asked.map(({ axis, value }) => (
        <button key={axis} type="button" className="button" onClick={() => put(asked.filter((each) => each.axis !== axis))}>
          {say(axes.find(({ id }) => id === axis)?.name ?? { zh: axis, en: axis })}: {nameOf(axis, value)} <span aria-hidden="true">×</span>
          <span className="unseen"> {word('group.drop')}</span>
        </button>
      ))}
    </>
  );
}
