import type { Bilingual } from '@westgate/base';
import { useSay, useWords } from '../../messages/words.ts';

/** One question that a walk asked of the screens. */
export interface WalkedCheck {
  readonly check: Bilingual;
  /** Screens, times the ways each was looked at. */
  readonly looks: number;
  readonly findings: number;
}

/** The questions of the walks, how often each was asked and how often something was found. */
export function ChecksTable({ checks }: { readonly checks: readonly WalkedCheck[] }) {
  const word = useWords();
  const say = useSay();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{word('accessibility.check')}</th>
          <th scope="col" className="number">
            {word('accessibility.looks')}
          </th>
          <th scope="col" className="number">
            {word('accessibility.findings')}
          </th>
        </tr>
      </thead>
      <tbody>
        {checks.map(({ check, looks, findings }) => (
          <tr key={check.en}>
            <th scope="row">{say(check)}</th>
            <td className="number">{looks}</td>
            <td className="number">{findings}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
