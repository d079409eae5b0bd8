// What a sentence of a plan does, as the plan texts say it.

/** A sentence that promises nothing, and why. */
export const narrative = (zh, en) => ({ kind: 'narrative', reason_zh: zh, reason_en: en });
/** A sentence that promises something, with its values of the plan axes. */
export const promise = (...tags) => ({ kind: 'promise', tags });
/** A sentence as it is brought, before anyone looked at it: its drafts wait. */
export const unreviewed = { kind: 'promise', checked_zh: false, checked_en: false };
