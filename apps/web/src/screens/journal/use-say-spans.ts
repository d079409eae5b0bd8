import type { JournalFinding } from '@westgate/contract';
import { useIntl } from 'react-intl';
import { useWords } from '../../messages/words.ts';

/** Says which deeds are meant, by number: `deeds 4 and 6 to 9`. */
export function useSaySpans(): (spans: JournalFinding['lost']) => string {
  const word = useWords();
  const intl = useIntl();
  return (spans) => {
    const parts = spans.map(({ from, to }) => (from === to ? String(from) : word('journal.span', { from: String(from), to: String(to) })));
    const count = spans.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    return word('journal.deeds', { count, numbers: intl.formatList(parts) });
  };
}
