import { type ErrorComponentProps, Link } from '@tanstack/react-router';
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

/**
 * Shown in place of a screen that is broken, or could not be fetched; head and rail stay where the frame is whole. Both languages, since the catalogue
 * may be what broke.
 */
export function ScreenError({ error, reset }: ErrorComponentProps) {
  return (
    <section className="page-state" role="alert" data-screen-error>
      <h1>这个画面没有显示出来 · This screen could not be drawn</h1>
      <p>
        没有改动任何数据；其他画面照常可用。 · <span lang="en">Nothing was changed; the other screens work as before.</span>
      </p>
      <p className="note">{error instanceof Error ? error.message : String(error)}</p>
      <div className="row">
        <button type="button" className="button" onClick={reset}>
          再试一次 · Try again
        </button>
        <a className="button plain" href="/today">
          回到今日 · Go to Today
        </a>
      </div>
    </section>
  );
}
