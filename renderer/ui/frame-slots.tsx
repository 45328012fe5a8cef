import { createContext, use } from 'react';

/** What the window's frame offers the page in it. Pages use `Page`; this is for its parts and for opening details. */
export type FrameSlots = {
  inspector: HTMLElement | null;
  foot: HTMLElement | null;
  /** Under 1100 CSS px the inspector covers the middle, and opens only when it is asked for. */
  narrow: boolean;
  inspectorOpen: boolean;
  setInspectorOpen(open: boolean): void;
};

const nothing: FrameSlots = {
  inspector: null,
  foot: null,
  narrow: false,
  inspectorOpen: true,
  setInspectorOpen: () => undefined,
};
export const FrameContext = createContext<FrameSlots>(nothing);

/** `useFrame().setInspectorOpen(true)` on Enter or "Open": in a narrow window nothing else shows the inspector. */
export const useFrame = (): FrameSlots => use(FrameContext);
