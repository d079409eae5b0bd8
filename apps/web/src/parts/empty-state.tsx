import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMayOpen } from '../scope/may-open.ts';
import type { ViewSearch } from '../scope/view-search.ts';

/** Where an empty list leads on to. */
export interface NextAction {
  readonly text: string;
  readonly to: '/plan' | '/plan/new' | '/plan/sheet' | '/atlas' | '/register' | '/start' | '/settings';
  readonly search?: ViewSearch;
}

/** An empty list says what to do next, with those of the ways that whoever sits here may take. */
export function EmptyState({ children, actions: all = [] }: { readonly children: ReactNode; readonly actions?: readonly NextAction[] }) {
  const mayOpen = useMayOpen();
  const actions = all.filter(({ to, search }) => mayOpen(to, search?.way));
  if (actions.length === 0) return <p className="empty small soft">{children}</p>;
  return (
    <div className="empty">
      <p>{children}</p>
      <p className="row">
        {actions.map(({ text, to, search }) => (
          <Link key={text} className="button" to={to} search={search ?? {}}>
            {text}
          </Link>
        ))}
      </p>
    </div>
  );
}
