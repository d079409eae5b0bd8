// Backs up or restores what it is told, so that a test can kill it.
import { backupFolder, restoreFolder, restoreServer } from '@westgate/store';

const [what, from = '', to = ''] = process.argv.slice(2);
process.stdout.write('begun\n');
if (what === 'backup') await backupFolder(from, to);
else if (what === 'restore-server') await restoreServer(from, to);
else await restoreFolder(from, to);
