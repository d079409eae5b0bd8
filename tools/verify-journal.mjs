// Proves that the journal of a data folder, of a backup or of an export is as it was written, with nothing but Node:
//   node tools/verify-journal.mjs FOLDER
// Follows the hash of every line, the numbers of the deeds and the segments, and reads the batches and snapshots that stand beside them. A
// segment may begin with a line that says how far the one before is read: its owner was taken for gone, and may have written on.
// Names the first bad place. Ends with 0 when all is sound, 1 when something is not, 2 when there is no journal. Writes nothing.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = process.argv[2] ?? '.';
const hashes = ['0'.repeat(64)];
const counts = { batches: 0, snapshots: 0 };
let note = '';
let before = { file: '', bytes: 0 };

const segments = namesIn('journal', /^\d{6}\.ndjson$/);
if (segments.length === 0) end(2, `There is no journal in ${folder}: expected journal/000001.ndjson.`);
const last = Math.max(...segments.map((name) => Number.parseInt(name, 10)));
for (let number = 1; number <= last; number += 1) checkSegment(segmentName(number), number === last ? null : segmentName(number + 1));
try {
  for (const seq of namesIn('snapshots', /^\d+$/)) checkSnapshot(`snapshots/${seq}`, hashes[Number(seq)]);
  if (existsSync(join(folder, 'manifest.json'))) checkBackup();
} catch (error) {
  end(1, `The journal is sound, but not what stands beside it: ${error.message}.`);
}
const found = `${hashes.length - 1} deeds in ${last} segments, ${counts.batches} batches, ${counts.snapshots} snapshots`;
end(0, `Sound: ${found}. Head ${hashes.at(-1)}.${note}`);

/** The lines of a segment, as far as the next one says; of the last one the last line may be unfinished: it was never acknowledged. */
function checkSegment(file, next) {
  let [line, start] = [1, 0];
  try {
    const [whole, own, limit] = [read(file), beginningOf(file), next ? beginningOf(next)?.bytes : undefined];
    const bytes = whole.subarray(0, limit);
    if (own && !(own.after === before.file && own.bytes === before.bytes && own.hash === hashes.at(-1) && own.seq === hashes.length - 1))
      throw new Error('it does not say where the file before it ends');
    if (own) [line, start] = [2, bytes.indexOf(10) + 1];
    for (let stop = bytes.indexOf(10, start); stop !== -1; stop = bytes.indexOf(10, start)) {
      checkLine(bytes.subarray(start, stop));
      [line, start] = [line + 1, stop + 1];
    }
    const rest = bytes.subarray(start);
    if (rest.length > 0 && (next || isNext(rest.subarray(0, -1)))) throw new Error('its line end is missing or altered');
    if (start < limit) throw new Error(`it ends before byte ${limit}, where the next file goes on`);
    if (rest.length > 0) note += ` After it ${rest.length} bytes of an unfinished line.`;
    if (whole.length > limit) note += ` Behind ${file} ${whole.length - limit} bytes of a former owner, which belong to nothing.`;
    before = { file, bytes: start };
  } catch (error) {
    end(1, `Line ${line} of ${file} (byte ${start}, deed ${hashes.length}) is damaged: ${error.message}.`);
  }
}

/** What the first line of a segment says of the one before: `begins <hash> <json>`, null where it is a deed. Empty where it is not sound. */
function beginningOf(file) {
  const bytes = existsSync(join(folder, file)) ? read(file) : Buffer.alloc(0);
  if (bytes.toString('latin1', 0, 7) !== 'begins ') return null;
  const json = bytes.toString('utf8', 72, bytes.indexOf(10));
  try {
    const found = JSON.parse(json);
    return bytes.toString('latin1', 7, 71) === sha256(found.hash, json) ? found : {};
  } catch {
    return {};
  }
}

/** Adds a line to the chain: `<hash> <json>`. Where the JSON names a batch, the changes stand in a file of that hash. */
function checkLine(line) {
  if (!isNext(line)) throw new Error('its hash does not follow from the line before it');
  const { seq, batch } = JSON.parse(line.subarray(65).toString());
  if (seq !== hashes.length) throw new Error(`it holds deed ${seq}`);
  if (batch) checkPacked(`batches/${batch.sha256}.ndjson.gz`, batch.sha256);
  if (batch) counts.batches += 1;
  hashes.push(line.toString('latin1', 0, 64));
}

/** Whether a line begins with SHA-256 over the hash before it and its own JSON. */
function isNext(line) {
  return line[64] === 32 && line.toString('latin1', 0, 64) === sha256(hashes.at(-1), line.subarray(65));
}

/** A snapshot is of the deed it is named after, and its files hold what its manifest says. */
function checkSnapshot(path, hash) {
  const manifest = JSON.parse(read(`${path}/manifest.json`).toString());
  if (manifest.hash !== hash) throw new Error(`${path} is not of that deed of this journal`);
  for (const { table, checksum } of manifest.tables) checkPacked(`${path}/${table}.ndjson.gz`, checksum);
  counts.snapshots += 1;
}

/** The manifest of a backup names its last deed and the first bytes of every file. */
function checkBackup() {
  const { seq, hash, files } = JSON.parse(read('manifest.json').toString());
  if (hashes[seq] !== hash) throw new Error(`deed ${seq} is not the one that manifest.json names`);
  const altered = files.find(({ path, bytes, sha256: expected }) => sha256(read(path).subarray(0, bytes)) !== expected);
  if (altered) throw new Error(`${altered.path} is not as manifest.json says`);
}

function checkPacked(path, expected) {
  if (sha256(read(path, gunzipSync)) !== expected) throw new Error(`${path} is not as it was written`);
}

function read(path, unpack = (bytes) => bytes) {
  try {
    return unpack(readFileSync(join(folder, path)));
  } catch (error) {
    throw new Error(`${path} cannot be read (${error.message})`);
  }
}

function namesIn(name, form) {
  return existsSync(join(folder, name)) ? readdirSync(join(folder, name)).filter((each) => form.test(each)) : [];
}

function segmentName(number) {
  return `journal/${String(number).padStart(6, '0')}.ndjson`;
}

function sha256(...parts) {
  return parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
}

function end(code, text) {
  (code ? console.error : console.log)(text);
  process.exit(code);
}
