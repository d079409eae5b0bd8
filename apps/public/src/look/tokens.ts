/** Inks of the surveyor's sheet, the same as those of the office's screens (tested): name of the token → colour. */
export const LIGHT = {
  paper: '#faf7f1',
  sheet: '#ffffff',
  'map-ground': '#eee9de',
  line: '#e2dacb',
  'line-strong': '#c9bfab',
  ink: '#1e2326',
  'ink-soft': '#5e6664',
  rust: '#a8431f',
  indigo: '#2f4b9b',
  pine: '#2e6b4f',
  water: '#1f6684',
  ochre: '#775709',
  plum: '#7a3b69',
  warn: '#8a5a00',
  breach: '#a61b2b',
  'map-road': '#ffffff',
  'map-road-case': '#bdbcb5',
  'map-contour': '#ccb893',
  'map-contour-heavy': '#b79a64',
  'map-river': '#bccac8',
  'map-river-line': '#8baab3',
} as const;

type Tokens = Readonly<Record<keyof typeof LIGHT, string>>;

/** The same for who asks for a dark screen. */
export const DARK: Tokens = {
  paper: '#15191b',
  sheet: '#1b2022',
  'map-ground': '#1d2324',
  line: '#3a4145',
  'line-strong': '#535c60',
  ink: '#ece7dd',
  'ink-soft': '#a3aba7',
  rust: '#f08a5d',
  indigo: '#9db2ff',
  pine: '#7cc7a0',
  water: '#7fc4e0',
  ochre: '#dcbb6a',
  plum: '#dda0cc',
  warn: '#e3b04b',
  breach: '#ff8a8f',
  'map-road': '#343b3e',
  'map-road-case': '#4b5151',
  'map-contour': '#605331',
  'map-contour-heavy': '#8a7139',
  'map-river': '#354a51',
  'map-river-line': '#4c707e',
};

/** The same on paper, where they differ from the light screen. */
export const PRINT: Partial<Tokens> = {
  paper: '#ffffff',
  sheet: '#ffffff',
  'map-ground': '#ffffff',
  line: '#c9bfab',
  'line-strong': '#8d8674',
  ink: '#000000',
  'ink-soft': '#3d4442',
};

/** Tokens as CSS custom properties. */
export function declared(tokens: Partial<Tokens>): string {
  return Object.entries(tokens)
    .map(([name, colour]) => `--${name}:${colour};`)
    .join('');
}
