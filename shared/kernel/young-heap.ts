/**
 * Room for what a thread of the core has just made. Left to itself it grows to 130 MB, most of it empty; with less a thread takes
 * no longer, and keeps a hundred megabytes fewer.
 */
export const YOUNG_HEAP_MB = 48;
