import type { vocabulary } from '@westgate/domain';
import { useCallback } from 'react';
import { useSay, useWords } from '../messages/words.ts';
import { useDistrictFrame } from '../scope/district-context.ts';

/** Gives the name of a level of the programme: the district's own, else the usual one. */
export function useSayLevel(): (level: vocabulary.GateLevel) => string {
  const word = useWords();
  const say = useSay();
  const { levels } = useDistrictFrame().district;
  return useCallback((level) => (levels[level] && say(levels[level])) || word(`level.${level}`), [levels, say, word]);
}
