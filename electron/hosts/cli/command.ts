import type { Arguments, Shape } from './arguments.ts';

/** One command of the program: how it is called, what it does, and its code, loaded only when it is used. */
export type CliCommand = {
  usage: string;
  about: string;
  shape: Shape;
  /** Answers the exit code. */
  run(args: Arguments): Promise<number>;
};
