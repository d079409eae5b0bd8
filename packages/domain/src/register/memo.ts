import type { Register } from './register.ts';

/**
 * `build`, run once per register and remembered as long as the register lives. Registers are never changed in place, so what is built
 * from one stays true of it.
 */
export function registerMemo<Built>(build: (register: Register) => Built): (register: Register) => Built {
  const built = new WeakMap<Register, { readonly value: Built }>();
  return (register) => {
    const held = built.get(register);
    if (held) return held.value;
    const value = build(register);
    built.set(register, { value });
    return value;
  };
}
