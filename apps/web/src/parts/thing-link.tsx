import { Link } from '@tanstack/react-router';
import type { Thing } from '@westgate/contract';
import { PLURALS } from '@westgate/domain';
import type { ReactNode } from 'react';
import type { ToldKind } from '../api/form-kinds.ts';
import { useSay } from '../messages/words.ts';

/** Where the page of a record stands; the district has none of its own: its figures stand in the register. */
export function pageOf(kind: ToldKind, id: string) {
  return { to: '/$nouns/$id', params: { nouns: kind === 'supervision' ? kind : PLURALS[kind], id } } as const;
}

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
    <Link {...pageOf(thing.kind, thing.id)} className={className} title={isNameOnHover ? say(thing.name) : undefined}>
      {words}
    </Link>
  );
}
