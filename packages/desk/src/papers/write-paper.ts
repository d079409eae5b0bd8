import { Worker } from 'node:worker_threads';
import { Turns } from '@westgate/base';
import type { Paper, PaperLayout } from './paper.ts';

/** Megabytes that one paper may take while it is written. */
const MEMORY_MB = 1_024;

const turns = new Turns();

/**
 * A paper as a Word document (.docx) that can be edited. It is written in a thread of its own, so that a long one keeps nobody waiting but
 * who asked for it; one paper at a time.
 */
export function writePaper(paper: Paper, layout: PaperLayout): Promise<Uint8Array> {
  return turns.take(() => inThread(paper, layout));
}

function inThread(paper: Paper, layout: PaperLayout): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./paper.worker.js', import.meta.url), {
      execArgv: [],
      workerData: { paper, layout },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that writes a paper ended with ${code} before it was done`)));
  });
}
