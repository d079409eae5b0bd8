// The files of a district folder, from rows by table.
const { TABLES } = await import('../../packages/domain/dist/src/index.js');

/** Path → text: `district` as its JSON, a file for every table of `rows`, and the `texts` of plans. Everything invented is public. */
export function folderFiles(district, rows, texts) {
  const files = new Map([['district.json', `${JSON.stringify(district, null, 2)}\n`]]);
  for (const [name, records] of Object.entries(rows)) {
    const { file } = TABLES[name];
    files.set(file, file.endsWith('.geojson') ? geoJson(name, records) : csv(name, records));
  }
  for (const [file, text] of texts) files.set(file, text);
  return files;
}

/** Columns of the file; the texts of sentences stand in the plan texts, but those of sentences that stand in none. */
function columnsOf(name, records) {
  const isElsewhere = (column) => name === 'sentence' && column.startsWith('text_') && records.every((row) => row[column] === undefined);
  return Object.keys(TABLES[name].fields).filter((column) => !isElsewhere(column));
}

function csv(name, records) {
  const columns = columnsOf(name, records);
  const lines = records.map((row) => columns.map((column) => cell(valueIn(row, column))).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

function valueIn(row, column) {
  return row[column] ?? (column === 'visibility' ? 'public' : undefined);
}

function cell(value) {
  if (value === undefined || value === null) return '';
  const text = Array.isArray(value) ? value.join(';') : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function geoJson(name, records) {
  const columns = columnsOf(name, records).filter((column) => column !== 'geometry');
  const lines = records.map((row) => {
    const properties = Object.fromEntries(columns.map((column) => [column, valueIn(row, column) ?? null]));
    return JSON.stringify({ type: 'Feature', id: row.id, properties, geometry: row.geometry ?? null });
  });
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}
