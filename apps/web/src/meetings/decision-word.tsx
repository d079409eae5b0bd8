import { capital, type vocabulary, vocabularyName } from '@westgate/domain';
import { useSay } from '../messages/words.ts';
import { SignWord, type Tone } from '../parts/sign-word.tsx';

type Standing = (typeof vocabulary.DECISION_STANDINGS)[number];

/** The sign before each status: it carries the meaning without colour. */
const SIGNS: Readonly<Record<Standing, readonly [sign: string, tone?: Tone]>> = {
  overdue: ['!', 'bad'],
  'no-owner': ['?', 'warn'],
  unassigned: ['△', 'soft'],
  open: ['○'],
  reported: ['◐'],
  closed: ['●'],
};

/** How a decision stands, as a sign and a word. */
export function DecisionWord({ standing }: { readonly standing: Standing }) {
  const say = useSay();
  const [sign, tone] = SIGNS[standing];
  return <SignWord sign={sign} word={say(capital(vocabularyName('decisionStanding', standing)))} tone={tone} />;
}
