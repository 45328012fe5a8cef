/** Main says this on stdout when a window can be seen; `plumbline start` waits for it. */
export const READY_LINE = 'plumbline-window-shown';
/** Said instead where the program runs already and its window has been brought to the front. */
export const ELSEWHERE_LINE = 'plumbline-window-elsewhere';
