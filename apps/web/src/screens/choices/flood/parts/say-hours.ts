import { useWords } from '../../../../messages/words.ts';

/** Gives a time of a run as whole hours and minutes from its start, or before it: never later than it is. */
export function useSayHours(): (seconds: number) => string {
  const word = useWords();
  return (seconds) => {
    const minutes = Math.floor(seconds / 60);
    const length = Math.abs(minutes);
    const said = { hours: Math.floor(length / 60), minutes: String(length % 60).padStart(2, '0') };
    return word(minutes < 0 ? 'flood.beforeStart' : 'flood.after', said);
  };
}
