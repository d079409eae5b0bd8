import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Loading } from '../../parts/loading.tsx';

/** The address of the sign-in, for who is signed in, or need not be: on to the first screen. */
export function SignedInAlready() {
  const navigate = useNavigate();
  useEffect(() => void navigate({ to: '/', replace: true }), [navigate]);
  return <Loading />;
}
