import { openTheSample } from '#renderer/data/open-sample.ts';
import { type AppCommand, isClosed } from './registry.ts';

export const openSample: AppCommand = {
  id: 'start.sample',
  label: 'Open the sample review',
  group: 'Start',
  keys: ['S'],
  words: 'example look round try',
  shown: isClosed,
  run: ({ workbench }) => openTheSample(workbench),
};
