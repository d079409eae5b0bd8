import { inLanguage, type Language } from '@westgate/base';
import type { PlanDocument, Sentence } from '@westgate/contract';
import { useState } from 'react';
import { useSayBare, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { useAim } from '../../../scope/district-context.ts';
import { letGo } from '../../../scope/let-go.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import { citationOf, piecesOf } from './view-model.ts';

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

/** Copies a citation of the sentence; where copying is refused, shows it to be selected. */
export function CiteButton({
  sentence,
  document,
  language,
  label,
}: {
  readonly sentence: Sentence;
  readonly document: PlanDocument;
  readonly language: Language;
  readonly label: string;
}) {
  const word = useWords();
  const sayBare = useSayBare();
  const [told, setTold] = useState<{ readonly of: string; readonly refused: string | null } | null>(null);
  const current = told?.of === sentence.id ? told : null;
  const cite = async (): Promise<void> => {
    const citation = citationOf({
      text: inLanguage(sentence.text, language) ?? '',
      number: sentence.number,
      title: sayBare(document.title),
      publisher: sayBare(document.publisher),
      publishedOn: document.publishedOn,
      label,
      address: `${location.origin}/sentences/${sentence.id}`,
    });
    const isCopied = await copy(citation);
    setTold({ of: sentence.id, refused: isCopied ? null : citation });
  };
  return (
    <>
      <Button look="plain" name={word('plan.cite')} onClick={() => letGo(() => cite())} />
      <output className="small soft">{current && current.refused === null ? word('plan.cited') : ''}</output>
      {current?.refused ? (
        <label className="cite-text small">
          {word('plan.citeFailed')}
          <textarea className="field" readOnly rows={4} value={current.refused} />
        </label>
      ) : null}
    </>
  );
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** What is said of the words of a sentence: whose they are, and whether someone checked them in the language shown. */
export function useWordingLabel(document: PlanDocument | null, sentence: Sentence): string {
  const word = useWords();
  const language = useLanguage();
  const { number } = sentence;
  if (document?.wording === 'official') return word('wording.official', { number });
  return sentence.checked[language] ? word('wording.renderingChecked', { number }) : word('wording.rendering', { number });
}
