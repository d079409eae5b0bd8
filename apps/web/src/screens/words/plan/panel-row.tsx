import type { ReactNode } from 'react';

/** One subject of the panel: its name and count, and its lines. */
export function PanelRow({ title, count, children }: { readonly title: string; readonly count?: number; readonly children: ReactNode }) {
  return (
    <section className="panel-row">
      <h3>
        {title}
        {count === undefined ? null : <span> {count}</span>}
      </h3>
      <ul>{children}</ul>
    </section>
  );
}
