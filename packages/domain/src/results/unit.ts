import type { Register } from '../register/register.ts';
import { type Said, sayName } from './say.ts';

/** The name of a unit code in both languages, as the district's own list of units gives it; the code itself where it is not listed. */
export function unitName(register: Register, code: string): Said {
  for (const district of register.district.values()) {
    const name = district.units[code];
    if (name) return sayName(name.zh, name.en, code);
  }
  return { zh: code, en: code };
}
