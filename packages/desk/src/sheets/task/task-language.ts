import type { Language } from '@westgate/base';
import type { Register } from '@westgate/domain';

/** The language most tasks are in: Chinese where most of them have a Chinese character. The district's own where there are no words. */
export function languageOfTasks(register: Register, tasks: readonly string[]): Language {
  const written = tasks.filter((task) => /\p{L}/u.test(task));
  const chinese = written.filter((task) => /\p{Script=Han}/u.test(task)).length;
  if (written.length > 0) return chinese * 2 >= written.length ? 'zh' : 'en';
  const [district] = register.district.values();
  return district?.languages[0] === 'en' ? 'en' : 'zh';
}

/** The language of the heads, which is that of the texts in a sheet that Westgate wrote. */
export function languageOfHeads(heads: readonly string[]): Language {
  return heads.some((head) => /\p{Script=Han}/u.test(head)) ? 'zh' : 'en';
}
