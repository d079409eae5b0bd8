import { capital, vocabulary, vocabularyName } from '@westgate/domain';
import { useSay } from '../../../messages/words.ts';
import { Unknown } from '../../../parts/fact.tsx';
import { SignWord, type Tone } from '../../../parts/sign-word.tsx';

type Stage = (typeof vocabulary.PIPELINE_STAGES)[number];

/** How far an industry is that is being raised: four steps, those reached filled, and the word; not known where it was not reviewed. */
export function StageRod({ stage }: { readonly stage: Stage | null }) {
  const say = useSay();
  if (stage === null) return <Unknown />;
  const reached = vocabulary.PIPELINE_STAGES.indexOf(stage);
  return (
    <span className="nowrap">
      <span className="rod" aria-hidden="true">
        {vocabulary.PIPELINE_STAGES.map((each, index) => (
          <i key={each} className={index <= reached ? 'is-full' : undefined} />
        ))}
      </span>{' '}
      {say(capital(vocabularyName('pipelineStage', stage)))}
    </span>
  );
}

const REVIEW_SIGNS: Readonly<Record<(typeof vocabulary.REVIEW_STANDINGS)[number], readonly [sign: string, tone?: Tone]>> = {
  overdue: ['!', 'bad'],
  near: ['△', 'warn'],
  'in-time': ['✓'],
};

/** How the quarterly review stands. */
export function ReviewWord({ standing }: { readonly standing: (typeof vocabulary.REVIEW_STANDINGS)[number] | null }) {
  const say = useSay();
  if (standing === null) return null;
  const [sign, tone] = REVIEW_SIGNS[standing];
  return <SignWord sign={sign} word={say(capital(vocabularyName('reviewStanding', standing)))} tone={tone} />;
}
