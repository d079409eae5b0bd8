import type { Register } from '../register/register.ts';
import { registerIndex } from '../register/register-index.ts';
import type { Row } from '../register/tables.ts';

/** Sentence ids by document, paragraph and position; those no longer in the text stand behind it. */
export const sentenceOrder: (register: Register) => readonly string[] = registerIndex<readonly string[]>({
  basis: { document: [], sentence: ['document', 'paragraph', 'position', 'in_text'] },
  build(register) {
    const documents = new Map<string, number>([...register.document.keys()].map((id, index) => [id, index]));
    const byText = (a: Row<'sentence'>, b: Row<'sentence'>): number =>
      (documents.get(a.document) ?? 0) - (documents.get(b.document) ?? 0) ||
      Number(b.in_text) - Number(a.in_text) ||
      a.paragraph - b.paragraph ||
      a.position - b.position;
    return [...register.sentence.values()].sort(byText).map((sentence) => sentence.id);
  },
});

/** Commitment ids in the order in which the text promises them: by sentence, then by where the clause stands in it. */
export const commitmentOrder: (register: Register) => readonly string[] = registerIndex<readonly string[]>({
  basis: {
    document: [],
    sentence: ['document', 'paragraph', 'position', 'text_zh', 'text_en', 'in_text'],
    commitment: ['sentence', 'clause_zh', 'clause_en'],
  },
  build(register) {
    const sentences = new Map(sentenceOrder(register).map((id, index) => [id, index]));
    const placed = [...register.commitment.values()].map((row) => ({
      id: row.id,
      sentence: sentences.get(row.sentence) ?? 0,
      start: clauseStart(register, row),
    }));
    return placed.sort((a, b) => a.sentence - b.sentence || a.start - b.start).map(({ id }) => id);
  },
});

/** `2.4`: paragraph and position of a sentence. */
export function numberOf(sentence: Row<'sentence'>): string {
  return `${sentence.paragraph}.${sentence.position}`;
}

function clauseStart(register: Register, commitment: Row<'commitment'>): number {
  const sentence = register.sentence.get(commitment.sentence);
  const at = (text: string | null | undefined, clause: string | null): number => (text && clause ? text.indexOf(clause) : -1);
  return Math.max(at(sentence?.text_zh, commitment.clause_zh), at(sentence?.text_en, commitment.clause_en) / 1000);
}
