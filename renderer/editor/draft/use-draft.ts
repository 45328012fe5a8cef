import {
  $addUpdateTag,
  $createParagraphNode,
  $getRoot,
  $setSelection,
  CLEAR_HISTORY_COMMAND,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
} from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { EventData } from '#shared/contract/events.ts';
import type { DraftBlock } from '#shared/contract/recommendations.ts';
import { newId } from '#shared/kernel/ids.ts';
import { wordCount } from '#shared/richtext/plain-text.ts';
import { useLatest } from '#renderer/data/use-latest.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { $heldBlocks, $nodeOf, type HeldBlock } from '../block-json.ts';
import { $placedIds } from '../extensions/recommendation/commands.ts';
import { $createRecommendationNode } from '../extensions/recommendation/node.ts';
import { createDraftKeeper, type DraftKeeper, type KeeperState } from './draft-keeper.ts';
import { followBlocks, inStep } from './placement.ts';
import type { RecommendationRow, RecommendationWriter } from './recommendation-writer.ts';

/** Updates that come from the core, not from this person: nothing to save, nothing to undo. */
const FROM_CORE = 'plumbline:from-core';

export type DraftOptions = {
  section: string;
  editable: boolean;
  rows: readonly RecommendationRow[];
  writer: RecommendationWriter;
  onOrder(ids: string[]): void;
  onWords(words: number): void;
};
export type Draft = { keeper: DraftKeeper | null; state: KeeperState; attach(editor: LexicalEditor): void };

/** Joins an editor to a section of the draft: loads it, keeps it, follows it when it changes elsewhere. */
export function useDraft(options: DraftOptions): Draft {
  const { client, jobs } = useWorkbench();
  const latest = useLatest(options);
  const [editor, setEditor] = useState<LexicalEditor | null>(null);
  const [state, setState] = useState<KeeperState>({ loaded: false, saving: false, error: null });
  const [keeper, setKeeper] = useState<DraftKeeper | null>(null);
  /** Taken out here; until the row follows, it is not put back for being placed still. */
  const taken = useRef(new Set<string>());
  const placed = useRef<readonly string[]>([]);

  const appendMissing = useCallback(
    (on: LexicalEditor) => {
      const here = new Set(on.getEditorState().read($placedIds));
      const missing = latest.current.rows.filter((row) => row.placed && !here.has(row.id) && !taken.current.has(row.id));
      if (missing.length === 0) return;
      on.update(
        () => {
          $addUpdateTag(HISTORY_MERGE_TAG);
          for (const row of missing) $getRoot().append($createRecommendationNode(row.id));
        },
        { discrete: true, tag: FROM_CORE },
      );
    },
    [latest],
  );

  useEffect(() => {
    if (!editor) return undefined;
    const ids = new Map<string, string>();
    const idFor = (key: string): string => {
      const id = ids.get(key) ?? newId();
      ids.set(key, id);
      return id;
    };
    const read = (): HeldBlock[] => editor.getEditorState().read(() => $heldBlocks(idFor));
    const show = (blocks: readonly DraftBlock[]): void => {
      editor.update(
        () => {
          $setSelection(null);
          const root = $getRoot().clear();
          for (const block of blocks) {
            const node = $nodeOf(block.json);
            root.append(node);
            ids.set(node.getKey(), block.id);
          }
        },
        { discrete: true, tag: FROM_CORE },
      );
      taken.current.clear();
      appendMissing(editor);
      // Somewhere for the caret to stand; it is kept with the first words.
      editor.update(() => void ($getRoot().isEmpty() && $getRoot().append($createParagraphNode())), {
        discrete: true,
        tag: FROM_CORE,
      });
      editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
    };
    const beforeSave = async (): Promise<void> => {
      const wanted = editor.getEditorState().read($placedIds);
      const { rows, writer } = latest.current;
      if (inStep(rows, wanted)) return;
      await followBlocks(writer, await client.call('recommendation.list', {}), wanted);
    };
    const made = createDraftKeeper({
      client,
      section: latest.current.section,
      read,
      show,
      beforeSave,
      kept: jobs.kept,
      changed: setState,
    });
    const stopUpdates = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      const now = editor.getEditorState().read($placedIds);
      for (const id of placed.current) if (!now.includes(id)) taken.current.add(id);
      for (const id of now) taken.current.delete(id);
      if (now.join() !== placed.current.join()) latest.current.onOrder(now);
      placed.current = now;
      latest.current.onWords(wordCount(editor.getEditorState().read(() => $getRoot().getTextContent())));
      if (!tags.has(FROM_CORE) && latest.current.editable) made.touch();
    });
    const stopEvents = client.onEvent((event) => {
      if (event.name !== 'rows.changed' && event.name !== 'resync') return;
      if (event.name === 'resync' || 'draftBlock' in (event.data as EventData<'rows.changed'>).changes) void made.refresh();
    });
    const away = (): void => void made.save();
    window.addEventListener('pagehide', away);
    setKeeper(made);
    void made.load();
    return () => {
      window.removeEventListener('pagehide', away);
      stopEvents();
      stopUpdates();
      made.stop();
    };
  }, [editor, client, jobs, latest, appendMissing]);

  const { rows } = options;
  useEffect(() => {
    for (const row of rows) if (!row.placed) taken.current.delete(row.id);
    if (editor && keeper && !keeper.unsaved()) appendMissing(editor);
  }, [rows, editor, keeper, appendMissing]);

  return { keeper, state, attach: setEditor };
}
