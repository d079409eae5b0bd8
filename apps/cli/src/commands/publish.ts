import { isDay } from '@westgate/base';
import { publicationSchema } from '@westgate/contract';
import { SERVED_AT, siteFiles, siteLanguages, siteUrl } from '@westgate/public';
import { aboutSite, notifierSettings, publicationAt, saveSite, sizeOf } from '@westgate/server';
import { foldersOf } from '../office/folders.ts';
import { openOffice } from '../office/office.ts';
import { type Command, EXIT, FOLDER_HELP, FOLDER_OPTIONS, onlyWord, textOption, UsageError } from '../terminal/command.ts';
import { counted, note, say, sayJson } from '../terminal/print.ts';
import { progressOf } from '../terminal/progress.ts';

export const publish: Command = {
  name: 'publish',
  usage: 'DIR [--url URL] [--service-url URL] [--as-of DAY] [--lang zh,en] [--json] [--data DIR] [--district FOLDER]',
  help: `Writes what is public as plain HTML into DIR: pages that need no script and no network, in every language of the district, also in
large type. DIR must be new, empty, or an earlier publication, which is replaced in one step. Without --url the pages have no QR codes and no
picture for share cards; without --service-url they offer no feedback form and nothing for other sites to show. Updates by email are offered where WESTGATE_SMTP_URL is set as well.`,
  options: {
    ...FOLDER_OPTIONS,
    url: { type: 'string' },
    'service-url': { type: 'string' },
    'as-of': { type: 'string' },
    lang: { type: 'string' },
  },
  optionHelp: {
    'url URL': 'where the pages will stand, such as https://example.org/plan/',
    'service-url URL': 'where Westgate itself is reached and takes feedback, such as https://westgate.example/',
    'as-of DAY': 'the day states are computed for (default: today)',
    'lang LANGUAGES': 'languages of the pages, the first at the root (default: those of the district)',
    ...FOLDER_HELP,
  },
  async run(input) {
    const dir = onlyWord(input, 'the folder to write');
    const asJson = input.options.json === true;
    const url = urlOf(textOption(input, 'url'));
    // As `serve` reads it: who starts both with the same settings gets the same pages.
    const mails = notifierSettings(process.env).server !== null;
    const service = serviceOf(textOption(input, 'service-url'));
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
      const asked = textOption(input, 'lang');
      const held = publication.district.languages;
      const languages = siteLanguages(held, asked);
      if (languages === null)
        throw new UsageError(`--lang expects languages of the district (${held.join(', ')}), separated by commas, got "${asked}"`);
      progress.step('writing the pages');
      const { seq } = publication;
      const about = aboutSite(publication, { url, languages });
      const { pages, files, bytes } = sizeOf(await saveSite(dir, about, siteFiles(publication, { url, service, mails, languages }).files));
      progress.stop();
      if (asJson) sayJson({ folder: dir, ...about, pages, files, bytes, qr: url !== null });
      else {
        const size = `${counted(pages, 'page')}, ${counted(files, 'file')}, ${(bytes / 1e6).toFixed(1)} MB`;
        say(`${size} in ${languages.join(' and ')}, states as of ${publication.asOf}, deed ${seq}.\nPublished to ${dir}.`);
        if (url === null) note('No QR codes and no picture for share cards: say with --url where the pages will stand.');
      }
      return EXIT.ok;
    } finally {
      progress.stop();
    }
  },
};

/** Where a server takes feedback; null where none is named. */
function serviceOf(text: string | undefined): string | null {
  const address = urlOf(text, '--service-url');
  return address === null ? null : address.endsWith(SERVED_AT) ? address : `${address}${SERVED_AT.slice(1)}`;
}

/** The address of the pages; null where none is given. */
export function urlOf(text: string | undefined, option = '--url'): string | null {
  const url = text === undefined ? null : siteUrl(text);
  if (text !== undefined && url === null)
    throw new UsageError(`${option} expects where the pages will stand, such as https://example.org/plan/, got "${text}"`);
  return url;
}
