import { idOf, isPeriod, type Language, WestgateError } from '@westgate/base';
import { type Register, type Row, splitPlanText } from '@westgate/domain';
import type { ChangeSet } from '../../deeds/change-set.ts';
import { flatText } from '../common/flat-text.ts';
import type { SheetChoice } from '../common/sheet-choice.ts';
import { faultAt, sheetFaulty } from '../common/sheet-fault.ts';
import { basisOf, withoutStop } from '../common/sheet-words.ts';
import type { TaskFieldName, TaskRow, TaskSheet } from './task-sheet.ts';

interface PlanOfSheet {
  readonly sheet: TaskSheet;
  readonly choice: SheetChoice;
  readonly language: Language;
  readonly seq: number;
}

/** The plan whose sentences promise the tasks of a sheet: one that is held, or one that the sheet becomes. */
export class SheetPlan {
  readonly #register: Register;
  readonly #set: ChangeSet;
  readonly #parts: PlanOfSheet;
  readonly #commitments = new Map<string, number>();
  #document: string | null;
  #paragraph: number | null = null;

  constructor(register: Register, set: ChangeSet, parts: PlanOfSheet) {
    this.#register = register;
    this.#set = set;
    this.#parts = parts;
    this.#document = parts.choice.recipe.document;
  }

  /** The plan; null where there is none, and no task needed one yet. */
  get documentId(): string | null {
    return this.#document;
  }

  /** The sentence that promises a new task, made where there is none, and the promising words in it. */
  sentenceFor(row: TaskRow): { readonly sentence: string; readonly clause: string } {
    const { meaning } = row;
    const { recipe, sentences } = this.#parts.choice;
    const placed = sentences.get(row.row);
    if (placed !== undefined) return { sentence: placed, clause: this.#wholeText(row, placed) };
    if (meaning.sentence !== null) return { sentence: meaning.sentence, clause: meaning.clause ?? this.#wholeText(row, meaning.sentence) };
    if (recipe.document !== null && !recipe.addsSentences) throw sentenceMissing(row);
    return this.#addSentences(meaning.task);
  }

  /** An id for a commitment of a sentence that no other has. */
  commitmentId(sentence: string): string {
    let number = this.#commitments.get(sentence) ?? 1;
    while (this.#register.commitment.has(`${sentence}-${number}`)) number += 1;
    this.#commitments.set(sentence, number + 1);
    return `${sentence}-${number}`;
  }

  /** Where a value of a row was read. */
  basis(row: TaskRow, name: TaskFieldName): string | null {
    const field = row.fields.find((each) => each.field === name);
    return field ? basisOf(this.#parts.choice.fileName, field, this.#parts.language) : null;
  }

  /** The words of a task as a paragraph of the plan. The commitment is cut from its first sentence; what follows goes on from that. */
  #addSentences(task: string): { readonly sentence: string; readonly clause: string } {
    const { language, seq } = this.#parts;
    const document = this.#ownDocument();
    this.#paragraph = (this.#paragraph ?? this.#lastParagraph(document)) + 1;
    const pieces = splitPlanText(task).sentences;
    for (const [index, { text }] of pieces.entries()) {
      const isZh = language === 'zh';
      this.#set.put('sentence', {
        id: idOf<'sentence'>(`p${this.#paragraph}s${index + 1}-d${seq}`),
        document: idOf<'document'>(document),
        paragraph: this.#paragraph,
        position: index + 1,
        text_zh: isZh ? flatText(text) : null,
        text_en: isZh ? null : flatText(text),
        kind: index === 0 ? 'promise' : 'narrative',
        reason_zh: index > 0 && isZh ? '与前一句同属一项任务' : null,
        reason_en: index > 0 && !isZh ? 'It belongs to the task of the sentence before.' : null,
        checked_zh: false,
        checked_en: false,
        tags: [],
        revision: 1,
        in_text: true,
        rev: 1,
      } satisfies Row<'sentence'>);
    }
    return { sentence: `p${this.#paragraph}s1-d${seq}`, clause: withoutStop(flatText(pieces[0]?.text ?? task)) };
  }

  #ownDocument(): string {
    if (this.#document !== null) return this.#document;
    const { sheet, choice, language, seq } = this.#parts;
    const id = `sheet-d${seq}`;
    const title = sheet.title === '' ? choice.fileName.replace(/\.[^.]*$/, '') : sheet.title;
    const covers = sheet.year === null ? null : String(sheet.year.value);
    this.#set.put('document', {
      id: idOf<'document'>(id),
      title_zh: language === 'zh' ? title : null,
      title_en: language === 'zh' ? null : title,
      kind: 'plan',
      wording: 'official',
      covers: covers !== null && isPeriod(covers) ? covers : null,
      publisher_zh: null,
      publisher_en: null,
      published_on: null,
      source: null,
      note_zh: language === 'zh' ? `由任务分解表导入：${choice.fileName}` : null,
      note_en: language === 'zh' ? null : `Made from the task sheet ${choice.fileName}`,
      visibility: 'district',
      rev: 1,
    } satisfies Row<'document'>);
    this.#document = id;
    return id;
  }

  #lastParagraph(document: string): number {
    let last = 0;
    for (const sentence of this.#register.sentence.values()) if (sentence.document === document) last = Math.max(last, sentence.paragraph);
    return last;
  }

  /** All the words of a sentence, for a promise whose own words do not stand in it. */
  #wholeText(row: TaskRow, id: string): string {
    const sentence = this.#register.sentence.get(id);
    const text = sentence?.[`text_${this.#parts.language}`] ?? null;
    if (text === null) {
      const found = sentence ? `${id}, which has none in ${this.#parts.language}` : id;
      throw new WestgateError(
        'WG_INPUT_INVALID',
        {
          zh: `sentences：第 ${row.row} 行应有句子，现为 ${found}`,
          en: `sentences: expected for row ${row.row} a sentence with words, found ${found}`,
        },
        { field: 'sentences' },
      );
    }
    return text;
  }
}

function sentenceMissing({ fields, row }: TaskRow): WestgateError {
  const at = fields.find(({ field }) => field === 'sentence') ?? fields.find(({ field }) => field === 'task');
  const fault =
    at?.fault ??
    faultAt('unclear', 'sentence-not-found', at?.cell ?? `row ${row}`, 'words of the plan, or a sentence named for the row', at?.raw ?? '');
  return sheetFaulty([fault]);
}
