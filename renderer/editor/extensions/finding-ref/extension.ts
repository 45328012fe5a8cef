import { defineExtension } from 'lexical';
import { setFace } from '../../faces.ts';
import { findingRefFace } from './face.tsx';
import { FindingRefNode } from './node.ts';

setFace('finding-ref', findingRefFace);

export const FindingRefExtension = defineExtension({
  name: 'plumbline/finding-ref',
  nodes: [FindingRefNode],
  // A reference to nothing (a paste that was no id) is taken out again.
  register: (editor) =>
    editor.registerNodeTransform(FindingRefNode, (node) => {
      if (node.getRefId() === '') node.remove();
    }),
});
