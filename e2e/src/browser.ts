import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Maps are drawn by SwiftShader; all else, as on any machine without a graphics card, by the processor itself: that takes half the time. */
const GL = ['--enable-unsafe-swiftshader'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'];
const UNWANTED = new Set([
  '--single-process',
  '--no-zygote',
  '--in-process-gpu',
  '--disable-web-security',
  '--allow-running-insecure-content',
]);

/**
 * A headless Chromium with WebGL2 by SwiftShader: `$WESTGATE_CHROME`, else Debian's `/usr/bin/chromium`, else the one that comes with
 * the npm package @sparticuz/chromium (x64 Linux). Throws with that list when none is there.
 */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.WESTGATE_CHROME ?? '/usr/bin/chromium';
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (existsSync(own)) return chromium.launch({ executablePath: own, args: [...GL, ...QUIET, ...sandbox] });
  const bundled = await bundledChromium();
  return chromium.launch({ executablePath: bundled.path, args: [...bundled.args, ...GL, ...QUIET, ...sandbox] });
}

/** The bundled browser unpacks its own system libraries only when it believes to run on AWS Lambda: hence the variable. */
async function bundledChromium(): Promise<{ path: string; args: readonly string[] }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no browser: set WESTGATE_CHROME to a Chromium or Chrome; the bundled one is for x64 Linux');
  }
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: sparticuz } = await import('@sparticuz/chromium');
  const args = sparticuz.args.filter((arg) => !UNWANTED.has(arg) && !arg.startsWith('--use-gl') && !arg.startsWith('--use-angle'));
  return { path: await sparticuz.executablePath(), args };
}
