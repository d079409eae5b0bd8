import { useWords } from '../../../messages/words.ts';
import { PlaceCard } from './place-card.tsx';
import { ThingCard } from './thing-card.tsx';
import type { AtlasState } from './use-atlas.ts';

/** What is selected: a place, or a sentence, commitment or project with the places it lights up. */
export function SelectionCard({ atlas }: { atlas: AtlasState }) {
  const word = useWords();
  if (atlas.selectedPlace) return <PlaceCard atlas={atlas} place={atlas.selectedPlace} />;
  if (atlas.selectedThing) return <ThingCard atlas={atlas} thing={atlas.selectedThing} />;
  if (atlas.selected) return <section className="selection-card" aria-busy="true" />;
  return (
    <section className="selection-card empty-card">
      <p className="strong">{word('atlas.card.empty')}</p>
      <p className="small soft">{word('atlas.card.emptyHelp')}</p>
    </section>
  );
}
