import type { ReactNode } from 'react';

/** A word in a hairline box. */
export function Tag({ children }: { readonly children: ReactNode }) {
  return <span className="tag">{children}</span>;
}
