import type { ReactNode } from 'react';
import { useSay } from '../messages/words.ts';
import { useDistrictFrame } from '../scope/district-context.ts';

/** The tags of a record on the axes of the district, by name; the aim has its own mark and is left out. */
export function TagNames({ tags }: { readonly tags: readonly string[] }) {
  const say = useSay();
  const { tagNames } = useDistrictFrame();
  return (
    <span className="row">
      {tags
        .filter((tag) => !tag.startsWith('aim:'))
        .map((tag) => (
          <Tag key={tag}>{say(tagNames.get(tag) ?? { zh: tag, en: tag })}</Tag>
        ))}
    </span>
  );
}

/** A word in a hairline box. */
export function Tag({ children }: { readonly children: ReactNode }) {
  return <span className="tag">{children}</span>;
}
