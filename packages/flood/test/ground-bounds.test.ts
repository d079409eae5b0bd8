import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type Grid, readGround, writeAsciiGrid } from '@westgate/flood';

/** A slope over the district of practice. */
function slope(): Grid {
  const values = Float64Array.from({ length: 108 }, (_, cell) => 100 + (cell % 12) + 10 * Math.floor(cell / 12));
  return { columns: 12, rows: 9, cell: 30, west: 500_000, south: 4_400_000, values };
}

test('a packed file that says less than it holds is given up as soon as it is over that; one that was cut off says so', async () => {
  const bomb = new Uint8Array(gzipSync(Buffer.alloc(300_000_000)));
  for (const said of [0, 5_844]) {
    new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength).setUint32(bomb.length - 4, said, true);
    const began = process.cpuUsage();
    await assert.rejects(readGround(bomb, 'dem-utm50n.asc.gz'), /dem-utm50n\.asc\.gz.*expected packed data that is whole/);
    assert.ok(process.cpuUsage(began).user < 400_000, 'it was unpacked whole');
  }
  const whole = new Uint8Array(gzipSync(writeAsciiGrid(slope(), 3)));
  whole.set([255, 255, 255, 200], whole.length - 4);
  await assert.rejects(readGround(whole, 'dem-utm50n.asc.gz'), /expected a whole gzip file.*cut off/);
});

test('cells that no ground has, and a grid that lies nowhere on the earth, are refused', async () => {
  const text = (cell: string, west: string) =>
    writeAsciiGrid(slope(), 3).replace('cellsize 30', `cellsize ${cell}`).replace('500000', west);
  for (const [cell, west, said] of [
    ['1e-9', '500000', /expected cells of 0.05 to 100000 m/],
    ['1e7', '500000', /expected cells of 0.05 to 100000 m/],
    ['1e300', '500000', /expected cells of 0.05 to 100000 m/],
    ['30', '1e15', /expected a grid on the earth/],
    ['30', '-1e9', /expected a grid on the earth/],
  ] as const)
    await assert.rejects(readGround(new TextEncoder().encode(text(cell, west)), 'dem.asc', { crs: 'EPSG:32650' }), said, `${cell} ${west}`);
  await assert.rejects(
    readGround(new TextEncoder().encode(text('1e-9', '116.2').replace('4400000', '39.9')), 'dem.asc', { crs: 'EPSG:4326' }),
    /expected cells of/,
  );
});
