import type { ErrorComponentProps } from '@tanstack/react-router';

/** Shown when a screen itself is broken: both languages, since the catalogue may be what broke. */
export function ScreenError({ error, reset }: ErrorComponentProps) {
  return (
    <section className="page-state" role="alert">
      <h1>没有显示出来 · This screen could not be drawn</h1>
      <p className="soft small">{error instanceof Error ? error.message : String(error)}</p>
      <button type="button" className="button" onClick={reset}>
        再试一次 · Try again
      </button>
    </section>
  );
}
