import type { Bilingual } from '@westgate/base';
import { useSay } from '../messages/words.ts';

/** What a part is called, its note below it. */
export function NameWithNote({ name, note }: { readonly name: string; readonly note: Bilingual }) {
  const say = useSay();
  const said = say(note);
  return (
    <>
      {name}
      {said ? <small className="block">{said}</small> : null}
    </>
  );
}
