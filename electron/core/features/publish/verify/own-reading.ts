import type { AccessibilityRule } from './accessibility.ts';
import type { Finding } from './finding.ts';

/** What re-opening a file of our own gives: its text line by line, what was found, and how accessible it is. */
export type OwnReading = { lines: string[]; findings: Finding[]; accessibility: AccessibilityRule[] };
