import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of a minute: begun last, they would leave the other cores idle. */
const LONG = ['tests/core/crash.test.ts', 'tests/core/cli-review.test.ts'];

/** The runner's own order, with the long files before all others. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONG.length : at;
    };
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
