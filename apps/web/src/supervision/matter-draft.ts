import { type Bilingual, isDay } from '@westgate/base';
import type { Edit, MatterDetail } from '@westgate/contract';
import { shownSource } from '../parts/source-note.tsx';
import type { FormFault } from '../record/form/form-values.ts';

/** What the form of a matter holds, as typed. */
export interface MatterFields {
  readonly asked: string;
  readonly lead: string;
  readonly dueOn: string;
  readonly instruction: string;
  readonly source: string;
  /** The departments that co-operate. */
  readonly beside: readonly string[];
}

type Say = (text: Bilingual) => string;

/** The form of a matter as it is opened: filled from one that is there, else with the lead department of its record. */
export function draftOf(held: MatterDetail | null, lead: string | null, say: Say): MatterFields {
  if (!held) return { asked: '', lead: lead ?? '', dueOn: '', instruction: '', source: '', beside: [] };
  return {
    asked: say(held.asked),
    lead: held.lead.id,
    dueOn: held.dueOn,
    instruction: say(held.instruction),
    source: shownSource(held.source)?.id ?? '',
    beside: held.departments.map(({ id }) => id),
  };
}

/**
 * The form after something was typed. The source of a matter that is there belongs to its instruction and due date: it is emptied as soon as one of
 * them is another than was read, to be said anew, and is back with the old ones.
 */
export function withTyped(held: MatterDetail | null, before: MatterFields, change: Partial<MatterFields>, say: Say): MatterFields {
  const fields = { ...before, ...change };
  if (!held) return fields;
  const source = shownSource(held.source)?.id ?? '';
  const isNew = isAnother(held, fields, say);
  if (isNew && !isAnother(held, before, say) && fields.source === source) return { ...fields, source: '' };
  return !isNew && isAnother(held, before, say) && fields.source === '' ? { ...fields, source } : fields;
}

/** Whether the instruction or the due date, which the source belongs to, is another than was read. */
export function isAnother(held: MatterDetail, { instruction, dueOn }: MatterFields, say: Say): boolean {
  return dueOn !== held.dueOn || instruction.trim() !== say(held.instruction);
}

/** What is wrong with it. */
export function matterFaults({ asked, lead, dueOn }: MatterFields): readonly FormFault[] {
  const faults: FormFault[] = [];
  if (asked.trim() === '') faults.push({ field: 'asked', word: 'matter.fault.asked' });
  if (lead === '') faults.push({ field: 'lead', word: 'matter.fault.lead' });
  if (!isDay(dueOn)) faults.push({ field: 'dueOn', word: 'form.fault.day' });
  return faults;
}

/** The edits that give a matter what was typed; none where nothing differs. A text is changed in the language it was shown in. */
export function revisionOf(held: MatterDetail, fields: MatterFields, say: Say, said: (text: string) => Bilingual): readonly Edit[] {
  const changed = {
    ...textChange('asked', held.asked, fields.asked, say, said),
    ...textChange('instruction', held.instruction, fields.instruction, say, said),
    ...(fields.lead === held.lead.id ? {} : { lead: fields.lead }),
    ...(fields.dueOn === held.dueOn ? {} : { due_on: fields.dueOn }),
    ...(fields.source === (shownSource(held.source)?.id ?? '') && !isAnother(held, fields, say) ? {} : { source: fields.source || null }),
  };
  const was = held.departments.map(({ id }) => id);
  const is = fields.beside.filter((each) => each !== fields.lead);
  return [
    ...(Object.keys(changed).length === 0
      ? []
      : [{ action: 'revise' as const, table: 'supervision' as const, key: held.id, rev: held.rev, fields: changed }]),
    ...is
      .filter((each) => !was.includes(each))
      .map((department) => ({
        action: 'create' as const,
        table: 'supervision_department' as const,
        fields: { supervision: held.id, department },
      })),
    ...held.departments
      .filter(({ id }) => !is.includes(id))
      .map(({ id, rev }) => ({
        action: 'withdraw' as const,
        table: 'supervision_department' as const,
        key: `${held.id}|${id}`,
        rev,
      })),
  ];
}

function textChange(
  name: string,
  held: Bilingual,
  typed: string,
  say: Say,
  said: (text: string) => Bilingual,
): Readonly<Record<string, string | null>> {
  const shown = say(held);
  if (typed.trim() === shown) return {};
  if (shown !== '' && shown === held.zh && shown !== held.en) return { [`${name}_zh`]: typed.trim() || null };
  if (shown !== '' && shown === held.en) return { [`${name}_en`]: typed.trim() || null };
  const { zh, en } = said(typed);
  return zh === null ? { [`${name}_en`]: en } : { [`${name}_zh`]: zh };
}
