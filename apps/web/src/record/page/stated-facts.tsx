import { camelName, described, entriesOf, entryColumns, entryName } from '@westgate/domain';
import { useSay, useWords } from '../../messages/words.ts';
import { AsWritten } from '../../parts/as-written.tsx';
import { Fact } from '../../parts/fact.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';

/** What an office's sheet stated of a record, each under the name of its column. Nothing where no sheet stated anything. */
export function StatedFacts({ kind, record }: { readonly kind: 'commitment' | 'project'; readonly record: object }) {
  const word = useWords();
  const say = useSay();
  const columns = described(kind).forDistrict ?? [];
  const values = new Map<string, unknown>(Object.entries(record));
  const facts = entriesOf(kind).flatMap((entry) => {
    if (!entryColumns(entry).every((column) => columns.includes(column))) return [];
    const value = values.get(camelName(entry.name));
    const text = typeof value === 'string' ? value : isPair(value) ? say(value) : '';
    const name = entryName(kind, entry.name);
    return text === '' || name === null ? [] : [{ id: entry.name, name: say(name), text }];
  });
  const parent = values.get('parent');
  if (facts.length === 0 && !isThing(parent)) return null;
  return (
    <section className="part" aria-labelledby={`stated-${kind}`}>
      <h2 id={`stated-${kind}`}>{word('record.stated')}</h2>
      <dl className="facts">
        {isThing(parent) ? (
          <Fact name={word('record.parent')}>
            <ThingLink thing={{ kind: 'commitment', id: parent.id, name: parent.name }} />
          </Fact>
        ) : null}
        {facts.map(({ id, name, text }) => (
          <Fact key={id} name={name}>
            <AsWritten className="lines-kept" text={text} />
          </Fact>
        ))}
      </dl>
    </section>
  );
}

type Pair = { readonly zh: string | null; readonly en: string | null };

function isPair(value: unknown): value is Pair {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

function isThing(value: unknown): value is { readonly id: string; readonly name: Pair } {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value && isPair(value.name);
}
