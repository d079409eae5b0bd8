import { useDistrictFrame } from '../frame/district-context.ts';
import { useSay } from '../messages/words.ts';
import { RecordLink } from './record-link.tsx';

/** The plans of these ids by their titles, each a way to it. */
export function PlanNames({ ids }: { readonly ids: readonly string[] }) {
  const say = useSay();
  const { documents } = useDistrictFrame().district;
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
