import { isDay, type Language } from '@westgate/base';
import { type Publication, publicationSchema } from '@westgate/contract';
import { siteFiles } from '@westgate/public';
import { type Command, EXIT, FOLDER_HELP, FOLDER_OPTIONS, onlyWord, textOption, UsageError } from '../command.ts';
import { foldersOf } from '../folders.ts';
import { openOffice } from '../office.ts';
import { counted, note, say, sayJson } from '../print.ts';
import { progressOf } from '../progress.ts';
import { publicationAt } from '../publish/folder.ts';
import { saveSite } from '../publish/save-site.ts';

export const publish: Command = {
  name: 'publish',
  usage: 'DIR [--url URL] [--as-of DAY] [--lang zh,en] [--json] [--data DIR] [--district FOLDER]',
  help: `Writes what is public as plain HTML into DIR: pages that need no script and no network, in every language of the district, also in
large type. DIR must be new, empty, or an earlier publication, which is replaced in one step. Without --url the pages have no QR codes and no
picture for share cards.`,
  options: { ...FOLDER_OPTIONS, url: { type: 'string' }, 'as-of': { type: 'string' }, lang: { type: 'string' } },
  optionHelp: {
    'url URL': 'where the pages will stand, such as https://example.org/plan/',
    'as-of DAY': 'the day states are computed for (default: today)',
    'lang LANGUAGES': 'languages of the pages, the first at the root (default: those of the district)',
    ...FOLDER_HELP,
  },
  async run(input) {
    const dir = onlyWord(input, 'the folder to write');
    const asJson = input.options.json === true;
    const url = urlOf(textOption(input, 'url'));
    const asOf = textOption(input, 'as-of');
    if (asOf !== undefined && !isDay(asOf)) throw new UsageError(`--as-of expects a day such as 2024-12-31, got "${asOf}"`);
    // Refused at once, before the data are opened; looked at again when it is written.
    await publicationAt(dir);
    const progress = progressOf(2, asJson);
    try {
      progress.step('opening the data folder');
      const office = await openOffice(foldersOf(input));
      const answer = await office.get(`/api/v1/publication${asOf === undefined ? '' : `?asOf=${asOf}`}`).finally(() => office.close());
      const publication = publicationSchema.publication.parse(answer);
      const languages = languagesOf(publication, textOption(input, 'lang'));
      progress.step('writing the pages');
      const { district, seq, hash } = publication;
      const about = { district: district.id, asOf: publication.asOf, head: { seq, hash }, languages: [...languages], url };
      const { files } = await saveSite(dir, about, siteFiles(publication, { url, languages }));
      progress.stop();
      const pages = files.filter(({ path }) => path.endsWith('.html')).length;
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      if (asJson) sayJson({ folder: dir, ...about, pages, files: files.length, bytes, qr: url !== null });
      else {
        const size = `${counted(pages, 'page')}, ${counted(files.length, 'file')}, ${(bytes / 1e6).toFixed(1)} MB`;
        say(`${size} in ${languages.join(' and ')}, states as of ${publication.asOf}, deed ${seq}.\nPublished to ${dir}.`);
        if (url === null) note('No QR codes and no picture for share cards: say with --url where the pages will stand.');
      }
      return EXIT.ok;
    } finally {
      progress.stop();
    }
  },
};

/** The address as it is put before every path: ending in a slash, without query or anchor. */
function urlOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const expected = '--url expects where the pages will stand, such as https://example.org/plan/';
  if (!URL.canParse(text)) throw new UsageError(`${expected}, got "${text}"`);
  const { protocol, href, search, hash, username } = new URL(text);
  if (!/^https?:$/.test(protocol) || search !== '' || hash !== '' || username !== '') throw new UsageError(`${expected}, got "${text}"`);
  return href.endsWith('/') ? href : `${href}/`;
}

function languagesOf({ district }: Publication, asked: string | undefined): readonly Language[] {
  const held = district.languages;
  if (asked === undefined) return held;
  const wanted = [...new Set(asked.split(',').map((part) => part.trim()))];
  const known = wanted.flatMap((language) => held.find((each) => each === language) ?? []);
  if (known.length === wanted.length) return known;
  throw new UsageError(`--lang expects languages of the district (${held.join(', ')}), separated by commas, got "${asked}"`);
}
