import { Link } from '@tanstack/react-router';
import { type Language, languageHeld } from '@westgate/base';
import type { Sentence } from '@westgate/contract';
import { useAim } from '../../../scope/district-context.ts';
import type { ViewSearch } from '../../../scope/view-search.ts';
import { SentenceText } from './sentence-text.tsx';

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
      lang={shown === 'zh' ? 'zh-CN' : 'en'}
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
