import type { Exceptions } from '@westgate/contract';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { useSayPeriod } from '../../parts/day-text.tsx';

/** One exception as a message for a chat: what, why, whose, by when. */
export function ExceptionMessage({ item: { thing, why, department, dueOn, reporting } }: { readonly item: Exceptions['items'][number] }) {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const { district } = useDistrictFrame();
  const name = say(thing.name) || thing.id;
  const said = reporting.last ? say(reporting.last.words) : '';
  const lines = [
    word('message.exception', {
      district: say(district.name),
      name,
      why: why.map((each) => word(`why.${each}`)).join(word('gates.listComma')),
      department: department ? say(department.name) || department.id : word('why.no-owner'),
      dueOn: dueOn ? sayWhen(dueOn) : word('unknown'),
    }),
    ...(said ? [said] : []),
  ];
  return <CopyText lines={lines} path={`/${thing.kind}s/${encodeURIComponent(thing.id)}`} of={name} />;
}
