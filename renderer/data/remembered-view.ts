import type { View } from '#shared/contract/session.ts';

const KEY = 'plumbline.view';

/** A reload is a new connection, which begins identified: a window that was anonymised must not show names again. */
export function rememberView(view: View): void {
  try {
    sessionStorage.setItem(KEY, view);
  } catch {
    // Storage refused: then a reload asks to be anonymised again.
  }
}

export function rememberedView(): View {
  try {
    return sessionStorage.getItem(KEY) === 'anonymised' ? 'anonymised' : 'identified';
  } catch {
    return 'identified';
  }
}
