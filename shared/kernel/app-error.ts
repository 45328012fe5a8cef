import { ERRORS, type ErrorCode } from './error-table.ts';

/** What may be told about an error: where it is, never the text that caused it. */
export type ErrorDetails = Record<string, unknown>;

export type WireError = { code: ErrorCode; message: string; details: ErrorDetails };

/**
 * The only error that crosses a door. `message` is plain English that says what to do;
 * it is filled from the one table of codes, so that no caller can put case material into it by accident.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, message?: string) {
    super(message ?? fill(ERRORS[code].message, details));
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  toWire(): WireError {
    return { code: this.code, message: this.message, details: this.details };
  }
}

/** Exit code of the command line for an error. */
export function exitCodeOf(code: ErrorCode): 1 | 2 | 3 {
  return ERRORS[code].exit;
}

/** Anything thrown → an AppError; what is not one becomes `internal`, without its words. */
export function toAppError(error: unknown, incident: () => string = () => ''): AppError {
  if (error instanceof AppError) return error;
  return new AppError('internal', { incident: incident() });
}

function fill(template: string, details: ErrorDetails): string {
  return template
    .replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, key: string, fallback?: string) => {
      const value = details[key];
      return value === undefined || value === null ? (fallback ?? '') : String(value);
    })
    .replace(/ {2,}/g, ' ');
}
