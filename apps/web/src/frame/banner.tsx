import { useSay, useWords } from '../messages/words.ts';
import { useDistrictFrame } from './district-context.ts';

/** Says above the screen when nothing can be recorded, or when what is shown may be old. */
export function Banner({ isOffline }: { readonly isOffline: boolean }) {
  const word = useWords();
  const { district } = useDistrictFrame();
  if (district.mode === 'read-only') {
    return (
      <p className="banner" role="status">
        {word('banner.readOnly', { note: district.modeNote ?? '' })}
      </p>
    );
  }
  return isOffline ? (
    <p className="banner" role="status">
      {word('banner.offline')}
    </p>
  ) : null;
}

/** What the district says of its data, in full, where the head has no room for it. */
export function NoticeLine() {
  const say = useSay();
  const notice = say(useDistrictFrame().district.notice);
  return notice ? <p className="notice-line">{notice}</p> : null;
}
