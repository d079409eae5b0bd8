import { readFileSync } from 'node:fs';

/** The inner loops; see kernel/sd03.ts and kernel/inertia.ts for what each does. Places are byte addresses in the memory. */
export interface Kernel {
  setup(
    z: number,
    h: number,
    qx: number,
    qy: number,
    cx: number,
    cy: number,
    n2: number,
    spans: number,
    runs: number,
    always: number,
    stride: number,
  ): void;
  passU(u: number, v: number, un: number, vn: number, j0: number, j1: number, dt: number, invdx: number, n2: number, hmin: number): void;
  passH(u: number, v: number, j0: number, j1: number, dtdx: number, least: number, out: number): number;
  passS(ua: number, va: number, ub: number, vb: number, j0: number, j1: number, rowEnd: number): void;
  passBack(fx: number, fy: number, j0: number, j1: number, dtdx: number): void;
  passLimit(fx: number, fy: number, j0: number, j1: number): number;
  passPeaks(
    u: number,
    v: number,
    deepest: number,
    fastest: number,
    danger: number,
    arrival: number,
    stay: number,
    j0: number,
    j1: number,
    least: number,
    arrives: number,
    stays: number,
    time: number,
    since: number,
  ): void;
  passWeather(j0: number, j1: number, columns: number, wall: number, add: number, take: number, least: number): number;
  passVolumes(fx: number, fy: number, u: number, v: number, j0: number, j1: number, least: number, out: number): number;
  passInertia(
    scratch: number,
    j0: number,
    j1: number,
    dt: number,
    invdx: number,
    dtdx: number,
    n2: number,
    hmin: number,
    least: number,
    out: number,
  ): number;
  passInertiaVolumes(fx: number, fy: number, j0: number, j1: number, least: number, out: number): number;
  passVelocities(u: number, v: number, j0: number, j1: number, hmin: number): void;
}

const FILE = new URL('../../kernel/sd03.wasm', import.meta.url);
let compiled: WebAssembly.Module | null = null;

/** The kernel on this memory. */
export function kernelOn(memory: WebAssembly.Memory): Kernel {
  compiled ??= new WebAssembly.Module(readFileSync(FILE));
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Kernel;
}
