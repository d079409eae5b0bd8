import { ErrorText } from './error-text.tsx';

/** Why an act in a row was refused, told as soon as it stands there; nothing where it was not. */
export function Refusal({ error }: { readonly error: Error | null }) {
  if (!error) return null;
  return (
    <span role="alert" className="small breach">
      <ErrorText error={error} />
    </span>
  );
}
