import type { Language } from '@westgate/base';
import type { Sentence } from '@westgate/contract';
import { useAim } from '../../../scope/district-context.ts';
import { piecesOf } from './view-model.ts';

/** The words of a sentence in one language, what it names underlined by aim. `named` marks the words for one thing, `kind:id`. */
export function SentenceText({
  sentence,
  language,
  named,
}: {
  readonly sentence: Sentence;
  readonly language: Language;
  readonly named?: string | null;
}) {
  const aimOf = useAim();
  return piecesOf(sentence, language).map((piece) =>
    piece.aim === undefined ? (
      piece.text
    ) : (
      <span key={piece.at} className={`underlined ${aimOf(piece.aim).className} ${named && named === piece.names ? 'tinted' : ''}`}>
        {piece.text}
      </span>
    ),
  );
}
