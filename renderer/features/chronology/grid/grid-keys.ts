import type { MoveMode } from '../list/use-selection.ts';

export type KeyPressed = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean };
export type GridMove =
  | { does: 'row'; to: number; mode: MoveMode }
  | { does: 'cell'; to: number | null }
  | { does: 'toggle' | 'all' | 'open' | 'edit' | 'menu' | 'back' }
  | { does: 'reorder' | 'heading'; by: -1 | 1 };
export type GridPlace = { row: number; rows: number; page: number; cell: number | null; cells: number };

/** What a key does in the grid; null: not the grid's key. With the row as a whole in focus, Home and End go over rows. */
export function gridMove(event: KeyPressed, at: GridPlace): GridMove | null {
  const ctrl = event.ctrlKey || event.metaKey;
  const { row, rows, page, cell, cells } = at;
  if (event.altKey) {
    if (event.key === 'ArrowUp') return { does: 'reorder', by: -1 };
    if (event.key === 'PageUp') return { does: 'heading', by: -1 };
    if (event.key === 'PageDown') return { does: 'heading', by: 1 };
    return event.key === 'ArrowDown' ? { does: 'reorder', by: 1 } : null;
  }
  const mode: MoveMode = event.shiftKey ? 'extend' : ctrl ? 'keep' : 'only';
  const rowTo = (to: number, how: MoveMode = mode): GridMove => ({ does: 'row', to, mode: how });
  const ends: MoveMode = event.shiftKey ? 'extend' : 'only';
  switch (event.key) {
    case 'ArrowDown':
      return rowTo(row + 1);
    case 'ArrowUp':
      return rowTo(row - 1);
    case 'PageDown':
      return rowTo(row + page, ends);
    case 'PageUp':
      return rowTo(row - page, ends);
    case 'Home':
      return cell === null || ctrl ? rowTo(0, ends) : { does: 'cell', to: 0 };
    case 'End':
      return cell === null || ctrl ? rowTo(rows - 1, ends) : { does: 'cell', to: cells - 1 };
    case 'ArrowRight':
      return { does: 'cell', to: cell === null ? 0 : Math.min(cells - 1, cell + 1) };
    case 'ArrowLeft':
      return { does: 'cell', to: cell === null || cell === 0 ? null : cell - 1 };
    case ' ':
      return { does: 'toggle' };
    case 'a':
    case 'A':
      return ctrl ? { does: 'all' } : null;
    case 'Enter':
      return ctrl ? null : { does: 'open' };
    case 'F2':
      return { does: 'edit' };
    case 'ContextMenu':
      return { does: 'menu' };
    case 'F10':
      return event.shiftKey ? { does: 'menu' } : null;
    case 'Escape':
      return { does: 'back' };
    default:
      return null;
  }
}
