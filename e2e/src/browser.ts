import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { bundledBrowser } from './bundled-browser.ts';

/** Maps are drawn by SwiftShader; all else, as on any machine without a graphics card, by the processor itself: that takes half the time. */
const GL = ['--enable-unsafe-swiftshader'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'];
/** The bundled browser comes without a sandbox of its own; its letters are as wide on every machine. */
const BUNDLED = ['--no-sandbox', '--font-render-hinting=none'];
const DEBIAN = '/usr/bin/chromium';

/**
 * A headless Chromium with WebGL2 by SwiftShader: `$WESTGATE_CHROME`, else on x64 Linux the one that comes with the npm packages, so that
 * all see the same, else Debian's. Throws with that list when none is there.
 */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.WESTGATE_CHROME;
  if (own) return openOwn(own);
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { path, env } = await bundledBrowser();
    return chromium.launch({ executablePath: path, env: { ...process.env, ...env }, args: [...BUNDLED, ...GL, ...QUIET] });
  }
  if (existsSync(DEBIAN)) return openOwn(DEBIAN);
  throw new Error(`no browser: set WESTGATE_CHROME to a Chromium or Chrome; the bundled one is for x64 Linux, and there is no ${DEBIAN}`);
}

function openOwn(executablePath: string): Promise<Browser> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...GL, ...QUIET, ...sandbox] });
}
