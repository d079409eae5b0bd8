import { Link, useNavigate } from '@tanstack/react-router';
import type { Thing } from '@westgate/contract';
import { FORM_KINDS, PLURALS } from '@westgate/domain';
import { type ReactNode, useCallback } from 'react';
import type { ToldKind } from '../api/form-kinds.ts';
import { useSay } from '../messages/words.ts';
import { letGo } from '../scope/let-go.ts';

const PAGED: readonly ToldKind[] = [...FORM_KINDS, 'supervision'];

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

/** `text` as a kind of record that has a page; null where it is none. */
export function paged(text: string): ToldKind | null {
  return PAGED.find((kind) => kind === text) ?? null;
}

/** A link to the page of a record of any kind, sources too. */
export function RecordLink({
  kind,
  id,
  tabIndex,
  children,
}: {
  readonly kind: ToldKind;
  readonly id: string;
  /** -1 in a grid, whose cells are gone through by arrows. */
  readonly tabIndex?: -1;
  readonly children: ReactNode;
}) {
  return (
    <Link {...pageOf(kind, id)} tabIndex={tabIndex}>
      {children}
    </Link>
  );
}

/** Opens the page of a record. */
export function useOpenRecord(): (kind: ToldKind, id: string) => void {
  const navigate = useNavigate();
  return useCallback((kind, id) => letGo(() => navigate(pageOf(kind, id))), [navigate]);
}
