import { Navigate } from '@tanstack/react-router';

/** The address of the sign-in, for who is signed in, or need not be: on to the first screen. */
export function SignedInAlready() {
  return <Navigate to="/" replace />;
}
