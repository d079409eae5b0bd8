import { Link } from '@tanstack/react-router';
import type { Language } from '@westgate/base';
import { useSay, useWords } from '../../../messages/words.ts';
import { StateWord } from '../../../parts/state-word.tsx';
import { useAim } from '../../../scope/district-context.ts';
import { OnlyIn } from './panel-row.tsx';
import { SentenceLink } from './sentence-link.tsx';
import type { PlanParagraph, PlanSentence } from './view-model.ts';

/** What of the plan is selected: the sentence in the panel, all that are lit, and the thing whose words are marked. */
export interface PlanSelection {
  readonly sentence: string | null;
  readonly lit: ReadonlySet<string>;
  readonly named: string | null;
}

/** A paragraph: its aim, its text, the margin with its commitments. */
export function Paragraph({
  paragraph,
  language,
  selection,
  hasMargin,
}: {
  readonly paragraph: PlanParagraph;
  readonly language: Language;
  readonly selection: PlanSelection;
  readonly hasMargin: boolean;
}) {
  return (
    <section className="paragraph" aria-labelledby={`paragraph-${paragraph.number}`}>
      <ParagraphSide paragraph={paragraph} />
      <p className="text">
        {paragraph.sentences.map(({ sentence }) => (
          <span key={sentence.id}>
            <SentenceLink
              sentence={sentence}
              language={language}
              isSelected={selection.sentence === sentence.id}
              isLit={selection.lit.has(sentence.id)}
              named={selection.named}
            />
            {language === 'en' ? ' ' : ''}
          </span>
        ))}
        <OnlyIn sentences={paragraph.sentences.map(({ sentence }) => sentence)} language={language} />
      </p>
      {hasMargin ? (
        <div className="margin">
          {paragraph.sentences.map((planSentence) => (
            <MarginGroup
              key={planSentence.sentence.id}
              planSentence={planSentence}
              isSelected={selection.sentence === planSentence.sentence.id}
            />
          ))}
        </div>
      ) : null}
    </section>
  );
}

/** The aim of a paragraph beside it, as its heading. */
export function ParagraphSide({ paragraph }: { readonly paragraph: PlanParagraph }) {
  const word = useWords();
  const say = useSay();
  const aim = useAim()(paragraph.aim);
  return (
    <h2 className={`side ${aim.className}`} id={`paragraph-${paragraph.number}`}>
      <i className={`mark ${aim.className}`} aria-hidden="true" />
      <span>{aim.name ? say(aim.name) : word('plan.opening')}</span>
      <span className="unseen">{word('plan.paragraph', { number: paragraph.number })}</span>
      <span className="side-count">{word('plan.paragraphCount', { number: paragraph.number, count: paragraph.sentences.length })}</span>
    </h2>
  );
}

/** The commitments of a sentence in the margin: state, title, the short reason. */
function MarginGroup({ planSentence, isSelected }: { readonly planSentence: PlanSentence; readonly isSelected: boolean }) {
  const say = useSay();
  const { sentence, commitments } = planSentence;
  const { className } = useAim()(sentence.aim);
  if (commitments.length === 0 && !say(sentence.reason)) return null;
  return (
    <div className={`margin-group ${className} ${isSelected ? 'selected' : ''}`}>
      <span className="key">{sentence.number}</span>
      {commitments.length === 0 ? <p className="soft">{say(sentence.reason)}</p> : null}
      <ul>
        {commitments.map((commitment) => (
          <li key={commitment.id}>
            <StateWord state={commitment.state.name} />
            <Link to="/commitments/$id" params={{ id: commitment.id }} className="name" title={say(commitment.title)}>
              {say(commitment.title)}
            </Link>
            <span className="tail" title={say(commitment.state.reason)}>
              {say(commitment.state.tail)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
