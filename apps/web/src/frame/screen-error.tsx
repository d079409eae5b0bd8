import type { ErrorComponentProps } from '@tanstack/react-router';

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
