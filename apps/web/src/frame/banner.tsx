import { Link } from '@tanstack/react-router';
import { useSay, useWords } from '../messages/words.ts';
import { useDistrictFrame } from '../scope/district-context.ts';
import { useMay } from '../scope/signed-in.ts';

/** Says above the screen when nothing can be recorded, and why, or when what is shown may be old. */
export function Banner({ isOffline }: { readonly isOffline: boolean }) {
  const word = useWords();
  const may = useMay();
  const { modeReason, modeNote } = useDistrictFrame().district;
  if (modeReason !== null) {
    return (
      <aside className="banner" aria-label={word('banner.name')}>
        <p role="status">{word(`banner.stop.${modeReason}`)}</p>
        {modeReason === 'journal-damaged' && may('verify') ? (
          <p>
            <Link to="/journal" search={{}}>
              {word('banner.journal')}
            </Link>
          </p>
        ) : null}
        {modeNote ? (
          <details>
            <summary>{word('banner.details')}</summary>
            <p lang="en">{modeNote}</p>
          </details>
        ) : null}
      </aside>
    );
  }
  return isOffline ? (
    <aside className="banner" aria-label={word('banner.name')}>
      <p role="status">{word('banner.offline')}</p>
    </aside>
  ) : null;
}

/** What the district says of its data, in full, where the head has no room for it. */
export function NoticeLine() {
  const word = useWords();
  const say = useSay();
  const notice = say(useDistrictFrame().district.label);
  return notice ? (
    <aside className="notice-line" aria-label={word('notice.name')}>
      {notice}
    </aside>
  ) : null;
}
