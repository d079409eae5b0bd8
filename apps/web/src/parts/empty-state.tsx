import type { ReactNode } from 'react';

/** An empty list says what to do next. */
export function EmptyState({ children }: { readonly children: ReactNode }) {
  return <p className="empty small soft">{children}</p>;
}
