import { readFileSync } from 'node:fs';
import type { Domain } from './domain.ts';

/** The inner loops; see kernel/sd03.ts and kernel/inertia.ts for what each does. Places are byte addresses in the memory. */
export interface Kernel {
  setup(
    z: number,
    h: number,
    qx: number,
    qy: number,
    fx: number,
    fy: number,
    cx: number,
    cy: number,
    n2: number,
    spans: number,
    before: number,
    runs: number,
    always: number,
    held: number,
    stride: number,
  ): void;
  passSweep(
    u: number,
    v: number,
    qx: number,
    qy: number,
    un: number,
    vn: number,
    xn: number,
    yn: number,
    j0: number,
    j1: number,
    top: number,
    dt: number,
    invdx: number,
    n2: number,
    hmin: number,
    dtdx: number,
    least: number,
  ): void;
  passHeld(
    ua: number,
    va: number,
    xa: number,
    ya: number,
    u: number,
    v: number,
    j0: number,
    j1: number,
    top: number,
    least: number,
    out: number,
    isAgain: boolean,
  ): number;
  passGroup(un: number, vn: number, xn: number, yn: number, p: number, dtdx: number): void;
  passS(j0: number, j1: number, rowEnd: number): void;
  passRuns(j0: number, j1: number, least: number): void;
  passBack(j0: number, j1: number): void;
  passLimit(qx: number, qy: number, j0: number, j1: number): number;
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
  passInertia(
    ua: number,
    va: number,
    ub: number,
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
  passInertiaVolumes(j0: number, j1: number, dtdx: number): void;
  passInertiaDepths(j0: number, j1: number, least: number, out: number): number;
  passVelocities(u: number, v: number, j0: number, j1: number, hmin: number): void;
}

/** Where the arrays of a domain lie. It can be sent to a thread. */
export type Layout = Pick<Domain, 'memory' | 'at' | 'stride' | 'rows'>;

const FILE = new URL('../../kernel/sd03.wasm', import.meta.url);
let compiled: WebAssembly.Module | null = null;

/** The kernel on the memory of a domain. */
export function kernelOn({ memory, at, stride }: Layout): Kernel {
  compiled ??= new WebAssembly.Module(readFileSync(FILE));
  const kernel = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Kernel;
  kernel.setup(at.z, at.h, at.qx, at.qy, at.fx, at.fy, at.cx, at.cy, at.n2, at.spans, at.before, at.runs, at.always, at.held, stride * 4);
  return kernel;
}
