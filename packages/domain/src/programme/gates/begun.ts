import { registerMemo } from '../../register/memo.ts';

/** Projects of whose gates something is there, or was asked for. A gate of which nothing is waits for nobody yet. */
export const begunProjects = registerMemo(
  (register): ReadonlySet<string> =>
    new Set<string>([
      ...[...register.evidence.values()].flatMap((row) => (row.requirement !== null ? [row.subject_id] : [])),
      ...[...register.requirement_answer.values()].map(({ project }) => project),
      ...[...register.supervision.values()].flatMap((row) => (row.requirement !== null ? [row.subject_id] : [])),
    ]),
);
