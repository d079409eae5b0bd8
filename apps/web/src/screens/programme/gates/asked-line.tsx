import { Link } from '@tanstack/react-router';
import type { Need, Thing } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';

/** That what is missing was asked for, of whom and by when; it leads to the ask, and is copied as a message for a chat. */
export function AskedLine({ need, project }: { readonly need: Need; readonly project: Thing }) {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const { district } = useDistrictFrame();
  const { ask } = need;
  if (!ask || need.by !== null) return null;
  const of = say(ask.of.name) || ask.of.id;
  const dueOn = sayWhen(ask.dueOn);
  const lines = [
    word('message.ask', {
      district: say(district.name),
      project: say(project.name) || project.id,
      of,
      name: say(need.requirement.name) || need.requirement.id,
      dueOn,
    }),
  ];
  return (
    <p className="asked-line small">
      <Link to="/supervision/$id" params={{ id: ask.matter }}>
        {word('need.asked', { of, askedOn: sayWhen(ask.askedOn), dueOn })}
      </Link>
      {ask.lateBy > 0 ? <span className="breach"> {word('need.late', { count: ask.lateBy })}</span> : null}{' '}
      <CopyText
        lines={lines}
        path={`/projects/${encodeURIComponent(project.id)}?edit=${encodeURIComponent(`need:${need.requirement.id}`)}`}
        of={say(need.requirement.name)}
      />
    </p>
  );
}
