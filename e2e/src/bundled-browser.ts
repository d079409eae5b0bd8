import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">.</dir></fontconfig>
`;

/** What a browser is started with: its file, and the environment in which it finds its own libraries and its one font. */
export interface BundledBrowser {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The Chromium of the npm package @sparticuz/chromium (x64 Linux), unpacked beside the packages at the first asking. Its environment is
 * for the browser alone: nothing else that a walk starts should load its libraries.
 */
export async function bundledBrowser(): Promise<BundledBrowser> {
  const packed = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))));
  const { version }: { version: string } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const folder = join(dirname(dirname(packed)), '.cache/westgate', `chromium-${version}`);
  if (!existsSync(folder)) await unpackTo(folder);
  return {
    path: join(folder, 'chromium'),
    env: { FONTCONFIG_PATH: join(folder, 'fonts'), LD_LIBRARY_PATH: join(folder, 'al2023/lib') },
  };
}

/** Unpacks aside and gives it its name when it is whole: a walk that is stopped, or begins at the same time, leaves no half a browser. */
async function unpackTo(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const aside = mkdtempSync(`${folder}-`);
  // The package unpacks into the folder for temporary files, and its system libraries only when it believes to run on AWS Lambda.
  const env = { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const program = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  await promisify(execFile)(process.execPath, ['-e', program], { cwd: dirname(folder), env });
  writeFileSync(join(aside, 'fonts/fonts.conf'), FONTS);
  try {
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
