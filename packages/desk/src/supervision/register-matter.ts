import type { Bilingual, DayString } from '@westgate/base';
import type { Register } from '@westgate/domain';
import { aboutRecord, type Changing, toldRecord, type Work } from '../deeds/work.ts';
import { applyEdits } from '../edits/apply-edits.ts';
import type { Creation } from '../edits/edit.ts';

/** What is put under supervision, as a person tells it. Texts as typed; checked as a folder is. */
export interface MatterDraft {
  readonly subjectKind: string;
  readonly subjectId: string;
  /** One language at least. */
  readonly asked: Bilingual;
  readonly instruction: Bilingual;
  readonly source: string | null;
  readonly lead: string;
  /** The departments that co-operate. */
  readonly departments: readonly string[];
  readonly dueOn: string;
}

/** The matter as it is kept. */
export interface MatterRegistered extends Changing {
  readonly id: string;
}

const VERB = 'register-matter';

/** Puts a record under supervision, as one deed of the day `on`. Throws `WG_INPUT_INVALID` naming what does not fit. */
export function registerMatter(draft: MatterDraft, on: DayString): Work<MatterRegistered> {
  const { subjectKind, subjectId, asked, instruction, source, lead, departments, dueOn } = draft;
  const matter: Creation = {
    action: 'create',
    table: 'supervision',
    fields: {
      subject_kind: subjectKind,
      subject_id: subjectId,
      asked_zh: asked.zh,
      asked_en: asked.en,
      instruction_zh: instruction.zh,
      instruction_en: instruction.en,
      source,
      lead,
      due_on: dueOn,
      registered_on: on,
    },
  };
  const beside = [...new Set(departments)].filter((department) => department !== lead);
  const edits = [
    matter,
    ...beside.map(
      (department): Creation => ({ action: 'create', table: 'supervision_department', fields: { supervision: '$0', department } }),
    ),
  ];
  return {
    verb: VERB,
    on(register: Register, seq) {
      const { changes, records } = applyEdits(register, edits, seq);
      return { changes, id: records[0]?.key ?? '' };
    },
    told: toldRecord('supervision'),
    about: aboutRecord(subjectKind, subjectId),
  };
}
