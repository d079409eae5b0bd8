import type { DriverLine, OutputLine } from '@westgate/contract';
import { capital, fieldsOf, sayNumber, vocabularyName } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { SignWord, type Tone } from '../../../parts/sign-word.tsx';
import { useSayUnit } from '../../../parts/use-say-unit.ts';

const SIGNS: Readonly<Record<OutputLine['standing'], readonly [sign: string, tone?: Tone]>> = {
  delivered: ['✓'],
  'delivered-late': ['✓', 'warn'],
  awaited: ['○'],
  partly: ['◐'],
  'not-known': ['?', 'soft'],
  overdue: ['!', 'bad'],
};

/** How an output stands to its plan. */
export function OutputWord({ standing }: { readonly standing: OutputLine['standing'] }) {
  const say = useSay();
  const [sign, tone] = SIGNS[standing];
  return <SignWord sign={sign} word={say(capital(vocabularyName('outputStanding', standing)))} tone={tone} />;
}

/** How much of an output was delivered of what was planned, with the unit and the day of the latest record. */
export function DeliveredText({ line: { delivered, planned, unitName, on } }: { readonly line: OutputLine }) {
  const word = useWords();
  const sayUnit = useSayUnit();
  return (
    <span className="nowrap">
      {delivered === null ? <Unknown /> : <b>{sayNumber(delivered)}</b>} / {planned === null ? <Unknown /> : sayNumber(planned)}{' '}
      <small className="soft">{sayUnit(unitName)}</small>
      {on === null ? null : (
        <small className="block soft">
          {word('chain.on')} <DayText on={on} />
        </small>
      )}
    </span>
  );
}

/** How strongly something moves an indicator, as dots and a word. */
export function StrengthWord({ strength }: { readonly strength: DriverLine['strength'] }) {
  const say = useSay();
  const names = fieldsOf('driver').strength?.names ?? {};
  const dots = { strong: '●●●', medium: '●●○', weak: '●○○' }[strength];
  return <SignWord sign={dots} word={say(names[strength] ?? { zh: strength, en: strength })} />;
}
