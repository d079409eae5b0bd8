import { onlyMark } from '@westgate/base';
import { Unknown } from '../../../parts/unknown.tsx';
import { ParagraphSide, type PlanSelection } from './paragraph.tsx';
import { SentenceLink } from './sentence-link.tsx';
import type { PlanParagraph } from './view-model.ts';

/** The plan in both languages side by side, sentence by sentence; pointing at one marks the other. */
export function Parallel({ paragraphs, selection }: { readonly paragraphs: readonly PlanParagraph[]; readonly selection: PlanSelection }) {
  return paragraphs.map((paragraph) => (
    <section key={paragraph.number} className="paragraph parallel" aria-labelledby={`paragraph-${paragraph.number}`}>
      <ParagraphSide paragraph={paragraph} />
      <ol>
        {paragraph.sentences.map(({ sentence }) => (
          <li key={sentence.id} className="pair">
            {(['zh', 'en'] as const).map((language) => (
              <p key={language} className="text">
                {sentence.text[language] === null ? (
                  <span className="only-in" lang={language === 'zh' ? 'zh-CN' : 'en'}>
                    {onlyMark(sentence.text, language) || <Unknown />}
                  </span>
                ) : (
                  <SentenceLink
                    sentence={sentence}
                    language={language}
                    isSelected={selection.sentence === sentence.id}
                    isLit={selection.lit.has(sentence.id)}
                    named={selection.named}
                  />
                )}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  ));
}
