/** The gate in a square, for the tab of the browser. */
export const ICON_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>Westgate</title><rect width="32" height="32" fill="#1e2326"/><path d="M6 26V9h20v17M11 26V14h10v12M4 9h24" fill="none" stroke="#faf7f1" stroke-width="2"/><path d="M16 14v12" stroke="#f08a5d" stroke-width="2"/></svg>
`;
