import type { Register, Row } from '@westgate/domain';
import { bareText } from '../common/flat-text.ts';

/** The project that a row is. */
export interface ProjectMatch {
  readonly project: Row<'project'> | null;
  readonly matchedBy: 'code' | 'words' | null;
  /** Several have the name. */
  readonly isAmbiguous: boolean;
}

/** Finds the project of a row: by its code, else by its name. A code that another project has speaks against a name. */
export function projectMatcher(register: Register): (code: string | null, name: string) => ProjectMatch {
  const byCode = new Map<string, Row<'project'>>();
  const byName = new Map<string, Row<'project'>[]>();
  for (const project of register.project.values()) {
    const code = project.code === null ? null : projectCode(project.code);
    if (code !== null) byCode.set(code, project);
    for (const name of new Set([project.name_zh, project.name_en].flatMap((each) => (each === null ? [] : [bareText(each)]))))
      byName.set(name, [...(byName.get(name) ?? []), project]);
  }
  return (code, name) => {
    const coded = code === null ? undefined : byCode.get(code);
    if (coded) return { project: coded, matchedBy: 'code', isAmbiguous: false };
    const named = (byName.get(bareText(name)) ?? []).filter(
      (each) => code === null || each.code === null || projectCode(each.code) === null,
    );
    const [only, ...others] = named;
    if (only && others.length === 0) return { project: only, matchedBy: 'words', isAmbiguous: false };
    return { project: null, matchedBy: null, isAmbiguous: others.length > 0 };
  };
}

/** A code of an investment project in its own form, however its digits and hyphens were written; null where it has another form. */
export function projectCode(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\p{Pd}−]/gu, '-')
    .replaceAll(/\s/g, '');
  const [, ...parts] = /^(\d{4})-?(\d{6})-?(\d{2})-?(\d{2})-?(\d{6})$/.exec(plain) ?? [];
  return parts.length === 5 ? parts.join('-') : null;
}
