// A server of one district in memory, for bench/map.mjs: `node bench/map-server.mjs FOLDER SITE`. Prints its address; answers each line
// on standard input with the megabytes it holds.
const [folder, site] = process.argv.slice(2);
const { openDesk } = await import('../packages/desk/dist/src/index.js');
const { startServer } = await import('../apps/server/dist/src/index.js');

const desk = await openDesk({ memory: true, districtFolder: folder });
const server = await startServer({ desk, host: '127.0.0.1', port: 0, webDir: site });
console.log(server.address);
process.stdin.on('data', () => console.log(Math.round(process.memoryUsage().rss / 1e6)));
process.stdin.on('end', async () => {
  await server.close();
  await desk.close();
});
