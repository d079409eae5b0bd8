import { useSay, useWords } from '../messages/words.ts';
import { useDistrictFrame } from '../scope/district-context.ts';
import { RecordLink } from './record-link.tsx';

/** The plans of these ids by their titles, each a way to it; that it is of none where there are none. */
export function PlanNames({ ids }: { readonly ids: readonly string[] }) {
  const say = useSay();
  const word = useWords();
  const { documents } = useDistrictFrame().district;
  if (ids.length === 0) return <span className="soft">{word('plans.none')}</span>;
  return ids.map((id, index) => {
    const title = documents.find((document) => document.id === id)?.title;
    return (
      <span key={id}>
        {index > 0 ? <br /> : null}
        <RecordLink kind="document" id={id}>
          {(title && say(title)) || id}
        </RecordLink>
      </span>
    );
  });
}
