import type { Language } from '@westgate/base';
import { nounSchema } from '@westgate/contract';
import type { OldSentence } from '@westgate/domain';
import type { Office } from '../office/office.ts';

/** The text of a document as the data folder holds it, in one language, in order. */
export interface HeldText {
  readonly document: string;
  readonly sentences: readonly OldSentence[];
}

/** Every text that is held in a language. Documents of which a sentence has no words in it are left out. */
export async function heldTexts(office: Office, language: Language): Promise<readonly HeldText[]> {
  const texts = new Map<string, (OldSentence | null)[]>();
  let after: string | null = '';
  while (after !== null) {
    const page = nounSchema.sentencePage.parse(
      await office.get(`/api/v1/sentences?limit=200${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`),
    );
    for (const { id, document, revision, text } of page.items) {
      const words = text[language];
      texts.set(document, [...(texts.get(document) ?? []), words === null ? null : { id, revision, text: words }]);
    }
    after = page.next;
  }
  return [...texts].flatMap(([document, sentences]) => {
    const whole = sentences.filter((sentence) => sentence !== null);
    return whole.length === sentences.length ? [{ document, sentences: whole }] : [];
  });
}
