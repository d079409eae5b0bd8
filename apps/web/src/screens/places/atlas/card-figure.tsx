import type { Figure } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { ChangedNote } from '../../../parts/changed-note.tsx';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { SourceNote } from '../../../parts/source-note.tsx';

/** A figure with its unit, date, source and confidence, as a row of the card. */
export function CardFigure({ figure }: { figure: Figure }) {
  const say = useSay();
  const word = useWords();
  const sayWhen = useSayPeriod();
  return (
    <>
      <dt>{say(figure.label)}</dt>
      <dd>
        {figure.qualifier ? `${word(`qualifier.${figure.qualifier}`)} ` : ''}
        {figure.value === null ? say(figure.words) : `${sayNumber(figure.value)} ${unitText(say(figure.unitName))}`}
        <small>
          {figure.period ? sayWhen(figure.period) : word('source.undated')} · <SourceNote source={figure.source} /> ·{' '}
          {word('atlas.card.confidence', { level: word(`confidence.${figure.confidence}`) })}
        </small>
        <ChangedNote changed={figure.changed} />
      </dd>
    </>
  );
}

/** A unit that begins with a number is a factor: 218 × 10,000 m². */
function unitText(unit: string): string {
  return /^\d/.test(unit) ? `× ${unit}` : unit;
}
