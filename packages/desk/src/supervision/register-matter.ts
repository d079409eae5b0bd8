import type { Register } from '@westgate/domain';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import type { Changing } from '../deeds/work.ts';
import { applyEdits } from '../edits/apply-edits.ts';
import type { Creation } from '../edits/edit.ts';

/** Puts a record under supervision, on the day `today`. Throws `WG_INPUT_INVALID` naming what does not fit. */
export function registerMatter(register: Register, ask: Ask<'register-matter'>, { today, seq }: AskedAt): Changing {
  const { subjectKind, subjectId, asked, instruction, source, lead, departments, dueOn } = ask;
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
      registered_on: today,
    },
  };
  const beside = [...new Set(departments)].filter((department) => department !== lead);
  const edits = beside.map(
    (department): Creation => ({ action: 'create', table: 'supervision_department', fields: { supervision: '$0', department } }),
  );
  return applyEdits(register, [matter, ...edits], seq);
}
