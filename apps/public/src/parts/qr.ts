import { type Html, html } from '@westgate/base';
import qrcode from 'qrcode-generator';
import { type At, addressOf } from '../site/at.ts';
import { word } from '../words/words.ts';

/** Modules of quiet ground round a code: scanners ask for four. */
const QUIET = 4;

/** The code that brings a phone to this page, and its address in words; null where it is not known where the site will stand. */
export function qrBlock(at: At): Html | null {
  const address = addressOf(at, { ...at.edition, isLarge: false, root: at.edition.root.replace(/^large\//, '') });
  if (address === null) return null;
  const { path, size } = qrPath(address);
  const box = `${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`;
  return html`<div class="phone"><svg class="qr" viewBox="${box}" role="img" aria-label="${word(at, 'qr.code')}"><path class="qr-ground" d="M${-QUIET} ${-QUIET}h${size + 2 * QUIET}v${size + 2 * QUIET}h${-size - 2 * QUIET}z"/><path class="qr-dark" d="${path}"/></svg>
<p><b>${word(at, 'qr.title')}</b><br><span class="address">${address}</span></p></div>`;
}

/** A QR code of level M as one SVG path of runs, each module one unit wide. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const size = code.getModuleCount();
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!code.isDark(row, column)) continue;
      const start = column;
      while (column + 1 < size && code.isDark(row, column + 1)) column += 1;
      path += `M${start} ${row}h${column - start + 1}v1h${start - column - 1}z`;
    }
  }
  return { path, size };
}
