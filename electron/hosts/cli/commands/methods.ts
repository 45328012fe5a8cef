import { z } from 'zod';
import { contract } from '#shared/contract/index.ts';
import type { Procedure } from '#shared/contract/procedure.ts';
import type { CliCommand } from '../command.ts';
import { show } from '../print.ts';

export const methods: CliCommand = {
  usage: 'methods',
  about: 'every method of the contract: name, kind, role, input and output as JSON Schema',
  shape: { places: [] },
  run: async (args) => {
    const list = Object.entries(contract as Record<string, Procedure>).map(([name, spec]) => ({
      name,
      kind: spec.kind,
      role: spec.kind === 'query' ? 'panelMember' : spec.role,
      about: spec.about,
      input: z.toJSONSchema(spec.input),
      output: z.toJSONSchema(spec.output),
    }));
    await show(args, list, () =>
      list.map((m) => `${m.name.padEnd(28)} ${m.kind.padEnd(8)} ${m.role.padEnd(16)} ${m.about}`).join('\n'),
    );
    return 0;
  },
};
