import type { Stage } from '@westgate/contract';
import { useWords } from '../messages/words.ts';
import { Unknown } from './unknown.tsx';

/** How far a place has come: candidate, under way, done, or not known. */
export function StageWord({ stage }: { readonly stage: Stage }) {
  const word = useWords();
  return stage === 'not-known' ? <Unknown /> : <span className="soft nowrap">{word(`stage.${stage}`)}</span>;
}
