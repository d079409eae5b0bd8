import type { Need } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';

/** Who can supply what a gate asks for: departments by name, else the part somebody has. */
export function useSaySupplier(): (supplier: Need['supplier']) => string {
  const word = useWords();
  const say = useSay();
  return ({ departments, role }) =>
    departments.map(({ name, id }) => say(name) || id).join(word('gates.listComma')) || word(`supplier.${role}`);
}
