import type { ReactNode } from 'react';
import { Unknown } from './unknown.tsx';

/** A named fact of a record; what is not known says so. For a `<dl className="facts">`. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const isAbsent = children === null || children === undefined || children === '';
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{isAbsent ? <Unknown /> : children}</dd>
    </div>
  );
}
