#!/usr/bin/env node
// The committed entry of the `westgate` command: builds what is missing or stale, then runs the compiled program.
import { makeReady, partsFor } from '../../../tools/build.mjs';

const args = process.argv.slice(2);
makeReady(partsFor(args));
const { main } = await import('../dist/src/main.js');
process.exitCode = await main(args);
