import {
  $getRoot,
  $getSelection,
  $isNodeSelection,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  KEY_ENTER_COMMAND,
  mergeRegister,
} from 'lexical';
import { setFace } from '../../faces.ts';
import { recommendationFace } from './face.tsx';
import { RecommendationNode } from './node.ts';
import { OPEN_RECOMMENDATION } from './open-command.ts';

setFace('recommendation', recommendationFace);

export const RecommendationExtension = defineExtension({
  name: 'plumbline/recommendation',
  nodes: [RecommendationNode],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(RecommendationNode, (node) => {
        const id = node.getRecommendationId();
        if (id === '') return void node.remove();
        // A row is placed once: of two blocks for it, the one that came later (a paste) goes.
        const twins = $getRoot()
          .getChildren()
          .filter((other) => other instanceof RecommendationNode && other.getRecommendationId() === id);
        if (twins.length > 1 && Number(node.getKey()) === Math.max(...twins.map((twin) => Number(twin.getKey())))) node.remove();
        return undefined;
      }),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          const selection = $getSelection();
          if (!$isNodeSelection(selection)) return false;
          const [only, ...more] = selection.getNodes();
          if (!(only instanceof RecommendationNode) || more.length > 0) return false;
          event?.preventDefault();
          return editor.dispatchCommand(OPEN_RECOMMENDATION, only.getRecommendationId());
        },
        COMMAND_PRIORITY_LOW,
      ),
    ),
});
