import type { Matter } from '@westgate/contract';
import { useWords } from '../messages/words.ts';

/** The sign before each light: it carries the meaning without colour. */
const SIGNS: Readonly<Record<Matter['light'], string>> = { overdue: '!', near: '△', 'in-time': '○', closed: '●' };

/** The light of a matter as a sign and a word; by how many working days it is late. */
export function LightWord({ light, lateBy = 0 }: { readonly light: Matter['light']; readonly lateBy?: number }) {
  const word = useWords();
  return (
    <span className={`light light-${light}`}>
      <span aria-hidden="true">{SIGNS[light]} </span>
      {lateBy > 0 ? word('matter.lateBy', { light: word(`light.${light}`), count: lateBy }) : word(`light.${light}`)}
    </span>
  );
}
