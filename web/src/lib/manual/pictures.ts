/** The size of the manual's pictures in CSS pixels, so that the page keeps their place while they load. */
export const PICTURE_SIZE = { width: 390, height: 640 } as const;
