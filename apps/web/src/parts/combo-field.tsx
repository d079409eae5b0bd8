import { lazy, Suspense, useId } from 'react';
import { useDepartments } from '../api/questions.ts';
import { useSay, useWords } from '../messages/words.ts';
import { useSetView } from '../scope/use-view.ts';
import type { ComboOption, ComboProps } from './combo-box.tsx';
import { FoldSign } from './noun-icon.tsx';

const ComboBox = lazy(async () => ({ default: (await import('./combo-box.tsx')).ComboBox }));

/** Stands for a name that is on its way: an id is not what a thing is called. */
export const AWAITED_NAME = '…';

/** One of a list that may be long, chosen by typing. Its code comes with the first such field; until then what is held is shown. */
export function ComboField(combo: ComboProps) {
  const { id, value, name, options, empty, isFree, isAwaited, 'aria-label': label } = combo;
  const unlisted = value === '' ? '' : (name ?? (isAwaited && !isFree ? AWAITED_NAME : value));
  const shown = options.find((option) => option.id === value)?.name ?? unlisted;
  return (
    <Suspense
      fallback={
        <span className="combo">
          <input id={id} className="field" aria-label={label} readOnly value={shown} placeholder={empty} title={shown || undefined} />
          <span className="combo-button">
            <FoldSign />
          </span>
        </span>
      }
    >
      <ComboBox {...combo} name={unlisted} />
    </Suspense>
  );
}

/** One of the departments of the district, or what stands before them: none, all, one that is to be made. */
export function DepartmentField({
  before = [],
  ...combo
}: Omit<ComboProps, 'options' | 'onTyped' | 'onOpen' | 'isAwaited' | 'more'> & { readonly before?: readonly ComboOption[] }) {
  const say = useSay();
  const departments = useDepartments();
  const options = (departments.data ?? []).map(({ id, name }) => ({ id, name: say(name) || id, note: id }));
  return <ComboField {...combo} options={[...before, ...options]} isAwaited={departments.isPending} />;
}

/** Whose work is shown: one department's, or all. It stands in the address. */
export function DepartmentSelect({ value }: { readonly value: string | undefined }) {
  const word = useWords();
  const setView = useSetView();
  const id = useId();
  return (
    <span className="small department-select">
      <label id={`${id}-label`} className="soft" htmlFor={id}>
        {word('today.whose')}
      </label>{' '}
      <DepartmentField
        id={id}
        value={value ?? ''}
        empty={word('today.everyone')}
        onValue={(department) => setView({ department: department || 'all' }, { replace: true })}
      />
    </span>
  );
}
