import { useDepartments } from '../api/questions.ts';
import { useSay } from '../messages/words.ts';
import type { ComboOption, ComboProps } from './combo-box.tsx';
import { ComboField } from './combo-field.tsx';

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
