import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

/** The colours of each block of the token file, those of the first block standing where a block is silent. */
function themes(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const blocks = [...css.matchAll(/(:root[^{]*)\{([^{}]*)\}/g)].map(
    (match) => [(match[1] ?? '').trim(), coloursIn(match[2] ?? '')] as const,
  );
  const base = blocks[0]?.[1] ?? new Map<string, string>();
  return new Map(blocks.filter(([, colours]) => colours.has('paper')).map(([name, colours]) => [name, new Map([...base, ...colours])]));
}

function coloursIn(block: string): Map<string, string> {
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const AIMS = ['rust', 'indigo', 'pine', 'water', 'ochre', 'plum'];
const TEXTS = ['ink', 'ink-soft', 'warn', 'breach', ...AIMS];

test('the token file has a light, a dark, a high-contrast and a print palette', () => {
  assert.deepEqual(themes().size, 5);
});

test('every text colour stands out 5.5 : 1 from paper and sheet, in every palette', () => {
  for (const [theme, colours] of themes()) {
    for (const text of TEXTS) {
      for (const ground of ['paper', 'sheet']) {
        const ratio = contrast(colours.get(text) ?? '', colours.get(ground) ?? '');
        assert.ok(ratio >= 5.45, `${theme}: ${text} on ${ground} is ${ratio.toFixed(2)}`);
      }
    }
  }
});

test('labels stand out 4.5 : 1 from the map ground, in every palette', () => {
  for (const [theme, colours] of themes()) {
    for (const text of ['ink', 'breach', ...AIMS]) {
      const ratio = contrast(colours.get(text) ?? '', colours.get('map-ground') ?? '');
      assert.ok(ratio >= 4.5, `${theme}: ${text} on the map is ${ratio.toFixed(2)}`);
    }
  }
});

test('the two dark palettes, by choice and by system, are the same', () => {
  const found = themes();
  assert.deepEqual(found.get(':root:not([data-theme])'), found.get(':root[data-theme="dark"]'));
});
