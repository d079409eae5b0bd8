import { applyChanges, type Register } from '@westgate/domain';
import { composeChanges } from '../deeds/change-set.ts';
import { applyEdits } from '../edits/apply-edits.ts';
import { type CarriedOn, carryOn } from './carry-on.ts';
import type { MatchDecision } from './decide-matches.ts';
import { replaceText, type TextDraft, type TextReplacement } from './replace-text.ts';

/** A plan that is not held yet: what is known of it, its words, and the plan of earlier years that it goes on from. */
export interface PlanDraft extends Pick<TextDraft, 'zh' | 'en' | 'wording'> {
  /** Columns of the document, as JSON; the wording stands beside them. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly follows?: string | undefined;
  /** What was decided of the proposed matches with the plan it follows. */
  readonly matches?: readonly MatchDecision[] | undefined;
}

/** What bringing a plan does; `carried` where it follows another. */
export interface PlanBrought extends TextReplacement {
  readonly document: string;
  readonly carried: CarriedOn | null;
}

/**
 * Makes a document with its text, and carries over what hangs on the plan it follows. `seq` is the number of the coming deed. Throws
 * `WG_INPUT_INVALID` naming what does not fit, `WG_NOT_FOUND` where there is no plan to follow.
 */
export function bringPlan(register: Register, { fields, zh, en, wording, follows, matches }: PlanDraft, seq: number): PlanBrought {
  const made = applyEdits(register, [{ action: 'create', table: 'document', fields: { ...fields, wording: 'none' } }], seq);
  const document = made.records[0]?.key ?? '';
  const withDocument = applyChanges(register, made.changes);
  const text = replaceText(withDocument, { document, zh, en, wording }, seq);
  const carried =
    follows === undefined ? null : carryOn(applyChanges(withDocument, text.changes), { earlier: follows, document, matches }, seq);
  return { ...text, document, carried, changes: composeChanges(register, made.changes, text.changes, carried?.changes ?? []) };
}
