import { isDay } from '@westgate/base';
import type { BoardRow, IndicatorValue } from '@westgate/contract';
import { type Cautious, sayAge, sayNumber, valueCautions, vocabularyName } from '@westgate/domain';
import { useSay, useWords } from '../messages/words.ts';
import { useShownDay } from '../scope/district-context.ts';
import { useSayUnit } from './use-say-unit.ts';

/** A value of an indicator as far as it is shown; `standing`: how its indicator stands, where the value is its last one. */
interface Marked extends Cautious {
  readonly period?: string;
}
type Standing = BoardRow['standing'];

/**
 * What must be known of a value wherever it is shown, each in a box of its own; nothing where there is nothing. Out of date is the last one only: its indicator stands so.
 */
export function ValueMarks({ value, standing }: { readonly value: Marked; readonly standing?: Standing | undefined }) {
  const say = useSay();
  const { day } = useShownDay();
  const age =
    standing === 'stale' ? (isDay(day) && sayAge(value.period ?? null, day)) || vocabularyName('indicatorStanding', standing) : null;
  return (
    <>
      {age ? <small className="age-note">△ {say(age)}</small> : null}{' '}
      {valueCautions(value).map((caution) => (
        <small key={caution.en} className="value-mark">
          {say(caution)}
        </small>
      ))}
    </>
  );
}

/** A value with how its publisher bounded it and its unit, and what must be known of it: `about 40.2 km [provisional]`. */
export function ValueText({
  value,
  unitName,
  standing,
  isMarkedBeside = false,
}: {
  readonly value: Pick<IndicatorValue, 'value' | 'qualifier' | 'period'> & Cautious;
  /** Null where the unit stands in the head. */
  readonly unitName: BoardRow['unitName'] | null;
  readonly standing?: Standing | undefined;
  /** The marks stand in another cell of the same row. */
  readonly isMarkedBeside?: boolean;
}) {
  const word = useWords();
  const sayUnit = useSayUnit();
  return (
    <>
      {value.qualifier ? <small>{word(`qualifier.${value.qualifier}`)} </small> : null}
      <b>{sayNumber(value.value)}</b>
      {unitName === null ? null : <small className="soft"> {sayUnit(unitName)}</small>}
      {isMarkedBeside ? null : (
        <>
          {' '}
          <ValueMarks value={value} standing={standing} />
        </>
      )}
    </>
  );
}
