import type { Today } from '@westgate/contract';
import { useSay, useWords } from '../../messages/words.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { useSayPeriod } from '../../parts/day-text.tsx';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { owedRows } from './view-model.ts';

/** Records that one message names; how many more there are is told. */
const NAMED = 10;

/** What is owed as a message for the office's chat, with a link that leads to the department's own day. */
export function CopyMessage({ today }: { readonly today: Today }) {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const { district } = useDistrictFrame();
  const owed = owedRows(today);
  const count = today.counts.asked - today.counts.given;
  if (owed.length === 0) return null;
  const lines = [
    word('message.head', {
      district: say(district.name),
      department: today.department ? say(today.department.name) : word('today.everyone'),
      count,
    }),
    ...owed
      .slice(0, NAMED)
      .map(({ thing, reporting }) => word('message.line', { name: say(thing.name), on: sayWhen(reporting.standing?.dueOn ?? '') })),
    ...(count > NAMED ? [word('message.more', { count: count - Math.min(NAMED, owed.length) })] : []),
  ];
  return <CopyText lines={lines} path={`/today${today.department ? `?department=${today.department.id}` : ''}`} />;
}
