import { Link, useNavigate } from '@tanstack/react-router';
import { FORM_KINDS } from '@westgate/domain';
import { type ReactNode, useCallback } from 'react';
import type { ToldKind } from '../api/form-kinds.ts';
import { letGo } from '../scope/let-go.ts';
import { pageOf } from './thing-link.tsx';

const PAGED: readonly ToldKind[] = [...FORM_KINDS, 'supervision'];

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
