import { useWords } from '../../../messages/words.ts';
import type { TextPreview } from './view-model.ts';

/** The sentences a text is cut into, before it is stored. */
export function SentencePreview({ preview: { language, sentences } }: { readonly preview: TextPreview }) {
  const word = useWords();
  const [own, other] = language === 'zh' ? (['zh-CN', 'en'] as const) : (['en', 'zh-CN'] as const);
  return (
    <section className="bring-preview" aria-labelledby="bring-preview">
      <h2 id="bring-preview">{word('bring.preview', { count: sentences.length })}</h2>
      {sentences.length === 0 ? (
        <p className="soft small">{word('bring.previewEmpty')}</p>
      ) : (
        <ol>
          {sentences.map((sentence) => (
            <li key={sentence.id} className={`preview-${sentence.kind}`}>
              <span className="key">{sentence.number}</span>
              <p lang={own}>
                {sentence.text}
                {sentence.kind === 'sentence' || sentence.kind === 'item' ? null : (
                  <small className="soft"> {word(`piece.${sentence.kind}`)}</small>
                )}
              </p>
              {sentence.other === null ? null : (
                <p lang={other} className="second">
                  {sentence.other}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
