import { createCommand, type LexicalCommand } from 'lexical';

/** Enter on a selected block, or a click on its line: its text takes the focus. The face of that block answers. */
export const OPEN_RECOMMENDATION: LexicalCommand<string> = createCommand('OPEN_RECOMMENDATION');
