// Opens a store that has no folder, begins to take a file in, says where, and stays until it is killed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '@westgate/store';

const store = await openStore({ memory: true });
writeFileSync(join(store.incoming(), 'half'), 'x');
process.stdout.write(`${store.incoming()}\n`);
setInterval(() => undefined, 1_000);
