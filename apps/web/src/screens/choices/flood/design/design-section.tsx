import { Link } from '@tanstack/react-router';
import { useRow } from '../../../../api/edits.ts';
import { useWords } from '../../../../messages/words.ts';
import { Fact } from '../../../../parts/fact.tsx';
import { useMayChange } from '../../../../scope/may-change.ts';
import { partsOf } from './design-draft.ts';
import { nameOfPart, PART_KINDS } from './part-kinds.ts';
import { designOf } from './use-design-draft.ts';

/** What a flood case is made of, by kinds, and the way to its editor. */
export function DesignSection({ id }: { readonly id: string }) {
  return (
    <>
      <OfCase id={id} />
    </>
  );
}

function OfCase({ id }: { readonly id: string }) {
  const word = useWords();
  const mayEdit = useMayChange('edit');
  const row = useRow('flood_case', id).data;
  if (!row) return null;
  const parts = partsOf(designOf(row));
  const held = PART_KINDS.filter((kind) => parts.some((each) => each.kind === kind));
  return (
    <section className="section" aria-labelledby="flood-design">
      <h2 id="flood-design">
        {word('design.section')} <small>{word('design.section.lead')}</small>
      </h2>
      {parts.length === 0 ? <p className="small soft">{word('design.section.none')}</p> : null}
      {held.length > 0 ? (
        <dl className="facts">
          {held.map((kind) => (
            <Fact key={kind} name={word(`design.part.${kind}`)}>
              {parts
                .filter((each) => each.kind === kind)
                .map(({ part }) => nameOfPart(part))
                .join(' · ')}
            </Fact>
          ))}
        </dl>
      ) : null}
      <p className="row">
        <Link className="button" to="/flood/$id/design" params={{ id }}>
          {word(mayEdit ? 'design.open' : 'design.view')}
        </Link>
        <Link className="button" to="/flood/$id" params={{ id }}>
          {word('design.toLab')}
        </Link>
      </p>
    </section>
  );
}
