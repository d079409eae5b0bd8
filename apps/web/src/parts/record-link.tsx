import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import type { FormKind } from '../record/form/form-kinds.ts';
import { letGo } from './let-go.ts';
import { PAGES } from './thing-link.tsx';

/** The page of every kind that has a form. */
const RECORD_PAGES = { ...PAGES, source: '/sources/$id' } as const;

/** A link to the page of a record of any kind, sources too. */
export function RecordLink({
  kind,
  id,
  tabIndex,
  children,
}: {
  readonly kind: FormKind;
  readonly id: string;
  /** -1 in a grid, whose cells are gone through by arrows. */
  readonly tabIndex?: -1;
  readonly children: ReactNode;
}) {
  return (
    <Link to={RECORD_PAGES[kind]} params={{ id }} tabIndex={tabIndex}>
      {children}
    </Link>
  );
}

/** Opens the page of a record. */
export function useOpenRecord(): (kind: FormKind, id: string) => void {
  const navigate = useNavigate();
  return useCallback((kind, id) => letGo(() => navigate({ to: RECORD_PAGES[kind], params: { id } })), [navigate]);
}
