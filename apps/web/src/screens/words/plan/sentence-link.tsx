import { Link } from '@tanstack/react-router';
import { LANGUAGE_TAGS, type Language, languageHeld } from '@westgate/base';
import type { Sentence } from '@westgate/contract';
import { useWords } from '../../../messages/words.ts';
import { useAim } from '../../../scope/district-context.ts';
import type { ViewSearch } from '../../../scope/view-search.ts';
import { SentenceText } from './sentence-text.tsx';
import { type PlanParagraph, ribbonWeights } from './view-model.ts';

/** A sentence in the document, in the other language where it is held in that one alone: choosing it selects it in text, margin, ribbon, panel and on the map. */
export function SentenceLink({
  sentence,
  language,
  isSelected,
  isLit,
  named,
}: {
  readonly sentence: Sentence;
  readonly language: Language;
  readonly isSelected: boolean;
  readonly isLit: boolean;
  readonly named: string | null;
}) {
  const { className } = useAim()(sentence.aim);
  const shown = languageHeld(sentence.text, language);
  const marks = `${isSelected ? 'selected' : ''} ${isLit ? 'lit' : ''}`;
  return (
    <Link
      to="/plan"
      search={(before: ViewSearch) => ({ ...before, sel: `sentence:${sentence.id}`, edit: undefined })}
      resetScroll={false}
      draggable={false}
      data-sentence={sentence.id}
      lang={LANGUAGE_TAGS[shown]}
      className={`sentence ${className} ${marks}`}
      aria-current={isSelected ? 'true' : undefined}
    >
      <span className="kept">
        <sup>{sentence.number}</sup>
        {'\u2060'}
      </span>
      <SentenceText sentence={sentence} language={shown} named={named} />
    </Link>
  );
}

/**
 * The plan as a strip: one tick a sentence, as long as its text, in the pattern of its aim; a gap between paragraphs. A shortcut for the
 * pointer: by keyboard and screen reader the sentences themselves are the way, so it is no stop and has no voice of its own.
 */
export function Ribbon({
  paragraphs,
  language,
  lit,
}: {
  readonly paragraphs: readonly PlanParagraph[];
  readonly language: Language;
  readonly lit: ReadonlySet<string>;
}) {
  const word = useWords();
  const aimOf = useAim();
  return (
    <div className="ribbon" aria-hidden="true">
      {paragraphs.map((paragraph) => {
        const weights = ribbonWeights(paragraph, language);
        return (
          <ol key={paragraph.number} style={{ flexGrow: weights.reduce((sum, weight) => sum + weight, 0) }}>
            {paragraph.sentences.map(({ sentence }, index) => (
              <li key={sentence.id} style={{ flexGrow: weights[index] }}>
                <Link
                  to="/plan"
                  search={(before: ViewSearch) => ({ ...before, sel: `sentence:${sentence.id}`, edit: undefined })}
                  resetScroll={false}
                  className={lit.has(sentence.id) ? 'tick lit' : 'tick'}
                  title={word('plan.sentence', { number: sentence.number })}
                  tabIndex={-1}
                >
                  <i className={`band ${aimOf(sentence.aim).className}`} />
                  <span>{sentence.number}</span>
                </Link>
              </li>
            ))}
          </ol>
        );
      })}
    </div>
  );
}
