import { useWords } from '../../../../messages/words.ts';

/** Gives a time of a run as hours and minutes from its start. */
export function useSayHours(): (seconds: number) => string {
  const word = useWords();
  return (seconds) => {
    const minutes = Math.round(seconds / 60);
    return word('flood.after', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') });
  };
}
