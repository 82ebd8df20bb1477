/** The business-case pack: options beside each other as a workbook or a document. */
import { z } from 'zod';
import { PackFigure, PackFormat, PackYears } from '#shared/domain/case-pack.ts';
import { fileFields, job, reason, savedTo } from './operation.ts';
import { futures, postStart, ScenarioRef } from './scenarios.ts';

export const BusinessCaseFile = z.object({
  ...fileFields,
  /** The options with the run that each one's figures came from. */
  options: z.array(z.object({ key: z.string(), name: z.string(), run: z.string() })),
  /** The case in plain words. */
  summary: z.array(z.string()),
  figures: z.array(PackFigure),
});
/** A business case written out; whoever asked for it saves it. It holds no case. */
export type BusinessCaseFile = z.infer<typeof BusinessCaseFile>;

export const businessCaseContract = {
  /** Do nothing, level only, the minimum by goal seek, and the scenarios chosen; on the same futures. */
  'packs.businessCase': job(
    {
      input: z.strictObject({
        ...futures,
        /** The first is the preferred option, the rest stand beside it. */
        scenarios: z.array(ScenarioRef).max(6).optional(),
        /** 5 unless said otherwise. */
        years: PackYears.optional(),
        format: PackFormat,
        /** What the minimum must keep; the ratio unless said otherwise. */
        goal: z.enum(['ratio', 'capacity']).optional(),
        /** 0.8 unless said otherwise. */
        probability: z.number().min(0.01).max(1).optional(),
        /** Posts tried at most; 60 unless said otherwise. */
        most: z.number().int().min(1).max(200).optional(),
        ...postStart,
        savedTo: savedTo.optional(),
        reason,
      }),
      output: BusinessCaseFile,
    },
    { logged: 'export' },
  ),
};
