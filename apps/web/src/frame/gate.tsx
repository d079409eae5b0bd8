import { useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { isLetIn } from '../api/let-in.ts';
import { useSession } from '../api/people.ts';
import { Loading } from '../parts/await.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { letGo } from '../scope/let-go.ts';
import { noteSignedIn, SessionContext } from '../scope/signed-in.ts';
import { DirectoryReturn } from '../screens/people/directory-way.tsx';
import { FirstAccount } from '../screens/people/first-account.tsx';
import { SignIn } from '../screens/people/sign-in.tsx';
import { Welcome } from '../screens/people/welcome.tsx';

/** Loaded by those who come by a link alone. */
const Outside = lazy(async () => ({ default: (await import('../screens/outside/outside.tsx')).Outside }));

const Unsubscribe = lazy(async () => ({ default: (await import('../screens/unsubscribe/unsubscribe.tsx')).Unsubscribe }));

/**
 * Lets in whoever may: everyone in an office without accounts, else who is signed in. When a session ends, what was open stays underneath with
 * all that was typed, and is there again when the same person signs in.
 */
export function Gate({ children }: { readonly children: ReactNode }) {
  const { data: session, error, refetch } = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const last = useRef<string | null>(null);
  const person = session?.person ?? null;
  useEffect(() => noteSignedIn(person), [person]);
  if (path === '/welcome') return <Welcome />;
  if (path === '/directory') return <DirectoryReturn />;
  if (path === '/outside' || path === '/unsubscribe')
    return <Suspense fallback={<Loading />}>{path === '/outside' ? <Outside /> : <Unsubscribe />}</Suspense>;
  if (!session) return error ? <ErrorState error={error} onAgain={() => letGo(() => refetch())} /> : <Loading />;
  if (session.mode === 'first') return <FirstAccount />;
  const mustSignIn = !isLetIn(session);
  if (!mustSignIn) last.current = person?.id ?? 'open';
  return (
    <SessionContext value={session}>
      {mustSignIn ? <SignIn hasEnded={last.current !== null && last.current !== 'open'} /> : null}
      {last.current === null || (mustSignIn && last.current === 'open') ? null : (
        <div className="gate" hidden={mustSignIn} key={last.current}>
          {children}
        </div>
      )}
    </SessionContext>
  );
}
