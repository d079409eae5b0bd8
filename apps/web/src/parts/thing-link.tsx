import { Link } from '@tanstack/react-router';
import type { Thing } from '@westgate/contract';
import type { ReactNode } from 'react';
import { useSay } from '../messages/words.ts';

/** The page of each kind of record. The district has none of its own: its figures stand in the register. */
export const PAGES = {
  sentence: '/sentences/$id',
  commitment: '/commitments/$id',
  place: '/places/$id',
  project: '/projects/$id',
  indicator: '/indicators/$id',
  event: '/events/$id',
  park: '/parks/$id',
  department: '/departments/$id',
  document: '/documents/$id',
  supervision: '/supervision/$id',
} as const;

/** A link to the page of a thing, by its name or by `children`. */
export function ThingLink({
  thing,
  className,
  isNameOnHover = false,
  children,
}: {
  readonly thing: Thing;
  readonly className?: string;
  /** Where the row is too short for a long name: the whole of it on hover. */
  readonly isNameOnHover?: boolean;
  readonly children?: ReactNode;
}) {
  const say = useSay();
  const words = children ?? (say(thing.name) || thing.id);
  if (thing.kind === 'district') return <span className={className}>{words}</span>;
  return (
    <Link to={PAGES[thing.kind]} params={{ id: thing.id }} className={className} title={isNameOnHover ? say(thing.name) : undefined}>
      {words}
    </Link>
  );
}
