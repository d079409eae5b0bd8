import { parentPort, workerData } from 'node:worker_threads';
import type { Paper, PaperLayout } from './paper.ts';
import { documentOf } from './paper-document.ts';

const { paper, layout }: { readonly paper: Paper; readonly layout: PaperLayout } = workerData;
parentPort?.postMessage(await documentOf(paper, layout));
