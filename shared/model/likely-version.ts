import type { ReturnProblem } from './agency-return.ts';

/** A file that went in as a new return and looks like a later version of one: what to do about it. */
export function likelyVersion(of: { returnId: string; file: string; returnVersion: number; sameRows: number }): ReturnProblem {
  const why = of.sameRows > 0 ? `${of.sameRows} of its entries say the same` : 'it has the same name';
  const message = `This may be a later version of “${of.file}” (return ${of.returnId}, version ${of.returnVersion}): ${why}. It is read as a new return. If it corrects that one, import it with --replaces ${of.returnId}, and withdraw what went in twice.`;
  return { severity: 'warning', code: 'likelyVersion', message, table: null, row: null };
}
