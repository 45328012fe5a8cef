/** Main says this on stdout when a window can be seen; `plumbline start` waits for it. */
export const READY_LINE = 'plumbline-window-shown';
