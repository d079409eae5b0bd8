import { openDesk } from '@westgate/desk';
import { startServer } from '@westgate/server';

const [district = 'data/shijingshan', port = '4310'] = process.argv.slice(2);
const desk = await openDesk({ memory: true, districtFolder: district });
const server = await startServer({ desk, host: '127.0.0.1', port: Number(port), webDir: 'apps/web/dist', logLevel: 'error' });
console.log(`Westgate ready at ${server.address}`);
process.on('SIGTERM', async () => {
  await server.close();
  await desk.close();
});
