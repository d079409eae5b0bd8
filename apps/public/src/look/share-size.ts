/** Pixels of the picture of a share card: 5 : 4, as WeChat cuts it. */
export const SHARE_SIZE = { width: 1000, height: 800 } as const;
