import type { Language } from '@westgate/base';
import type { Sentence } from '@westgate/contract';

/** The words of a plan in one language as a person edits them: a paragraph a block, its sentences behind one another. */
export function textOf(sentences: readonly Sentence[], language: Language): string {
  const paragraphs = new Map<string, string[]>();
  for (const { kind, paragraph, text, id } of sentences) {
    const words = text[language];
    if (words === null) continue;
    const block = kind === 'source' ? `source ${id}` : String(paragraph);
    paragraphs.set(block, [...(paragraphs.get(block) ?? []), words]);
  }
  return [...paragraphs.values()].map((words) => words.join(language === 'en' ? ' ' : '')).join('\n\n');
}

/** The languages that a plan has words in, the one shown first. */
export function languagesOf(sentences: readonly Sentence[], shown: Language): readonly Language[] {
  const order: readonly Language[] = shown === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  return order.filter((language) => sentences.some(({ text }) => text[language] !== null));
}
