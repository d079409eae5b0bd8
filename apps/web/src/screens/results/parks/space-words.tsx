import type { SpaceBoard } from '@westgate/contract';
import { type Criterion, type Fit, sayNumber } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText, useSayPeriod } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { SignWord, type Tone } from '../../../parts/sign-word.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import type { OfferRow, ParkRow } from './space-model.ts';

const FIT_SIGNS: Readonly<Record<Fit, readonly [sign: string, tone?: Tone]>> = {
  fits: ['✓'],
  'one-short': ['△', 'warn'],
  'not-known': ['?', 'soft'],
  'no-fit': ['×', 'soft'],
};

/** How an offer answers the need. */
export function FitWord({ fit }: { readonly fit: Fit }) {
  const word = useWords();
  const [sign, tone] = FIT_SIGNS[fit];
  return <SignWord sign={sign} word={word(`space.fit.${fit}`)} tone={tone} />;
}

/** What an offer is short of and what of it is not known, each with its amount; that all is met where neither. */
export function Reasons({ answers }: { readonly answers: OfferRow['answers'] }) {
  const word = useWords();
  const sayShort = useSayShort();
  const told = answers.flatMap((answer) => {
    if (answer.verdict === 'met') return [];
    return [answer.verdict === 'short' ? sayShort(answer) : word('space.unknownOf', { criterion: word(`space.need.${answer.criterion}`) })];
  });
  if (told.length > 0) return <>{told.join(word('space.comma'))}</>;
  return <>{word('space.met', { criteria: answers.map(({ criterion }) => word(`space.need.${criterion}`)).join(word('space.comma')) })}</>;
}

function useSayShort(): (answer: OfferRow['answers'][number]) => string {
  const word = useWords();
  return ({ criterion, by }) =>
    by === null
      ? word('space.otherOf', { criterion: word(`space.need.${criterion}`) })
      : word('space.shortOf', {
          criterion: word(`space.need.${criterion}`),
          amount: `${sayNumber(by)} ${word(`space.unit.${criterion}`)}`,
        });
}

/** An area in m², or that it is not known. */
export function Area({ m2 }: { readonly m2: number | null }) {
  return m2 === null ? <Unknown /> : sayNumber(m2);
}

/** A sum over buildings: whole where it is known of all, else what is known with of how many, or that it is not known. */
export function SumOf({ sum: { sum, known, of } }: { readonly sum: SpaceBoard['parks'][number]['space']['total'] }) {
  const word = useWords();
  if (known === 0) return <Unknown />;
  return (
    <>
      {sayNumber(sum)}
      {known < of ? <small className="soft nowrap"> {word('space.knownOf', { known, of })}</small> : null}
    </>
  );
}

/** A share of 0 to 1 in per cent. */
export function Share({ share }: { readonly share: number | null }) {
  return share === null ? <Unknown /> : <>{sayNumber(Math.round(share * 1000) / 10)} %</>;
}

/** From when an offer can be moved into. */
export function FromWhen({ offer, asOf }: { readonly offer: OfferRow; readonly asOf: string }) {
  const word = useWords();
  if (offer.from === null) return <Unknown />;
  return offer.from === asOf ? word('space.now') : <DayText on={offer.from} />;
}

/** What is asked by a criterion, in words: `≥ 5,000 m²`. */
export function useSayAsked(): (criterion: Criterion, value: string) => string {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const { tagNames } = useDistrictFrame();
  return (criterion, value) => {
    if (criterion === 'tag') return say(tagNames.get(value) ?? { zh: value, en: value });
    if (criterion === 'ready') return `≤ ${sayWhen(value)}`;
    const sign = criterion === 'metro' || criterion === 'rent' ? '≤' : '≥';
    return `${sign} ${sayNumber(Number(value))} ${word(`space.unit.${criterion}`)}`;
  };
}

/** The lowest and highest rent: one number where they are one, else from and to; that it is not known where neither is. */
export function Rents({ rents: { low, high } }: { readonly rents: ParkRow['rents'] }) {
  if (low === null && high === null) return <Unknown />;
  if (low === high || high === null) return <>{sayNumber(low ?? 0)}</>;
  return (
    <>
      {low === null ? '≤ ' : `${sayNumber(low)}–`}
      {sayNumber(high)}
    </>
  );
}
