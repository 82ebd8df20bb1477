/** The business-case pack: options beside each other, looked at first, then as a workbook or a document. */
import { z } from 'zod';
import { PackFigure, PackFormat, PackYears } from '#shared/domain/case-pack.ts';
import { PreviewPart } from '#shared/domain/document.ts';
import { fileFields, job, query, reason, savedTo } from './operation.ts';
import { futures, postStart, ScenarioRef } from './scenarios.ts';

const caseId = z.string().max(100);

export const BusinessCase = z.object({
  /** By this its file is asked for, while the workspace is open and not many others have been put together since. */
  caseId,
  /** The options with the run that each one's figures came from. */
  options: z.array(z.object({ key: z.string(), name: z.string(), run: z.string() })),
  /** The case in plain words. */
  summary: z.array(z.string()),
  figures: z.array(PackFigure),
  /** What its document says. */
  parts: z.array(PreviewPart),
});
/** A business case put together. It holds no case. */
export type BusinessCase = z.infer<typeof BusinessCase>;

export const businessCaseContract = {
  /** The baseline, level only, the minimum by goal seek, and the scenarios chosen; on the same futures. */
  'packs.businessCase': job(
    {
      input: z.strictObject({
        ...futures,
        /** The first is the preferred option, the rest stand beside it. */
        scenarios: z.array(ScenarioRef).max(6).optional(),
        /** 5 unless said otherwise. */
        years: PackYears.optional(),
        /** What the minimum must keep; the ratio unless said otherwise. */
        goal: z.enum(['ratio', 'capacity']).optional(),
        /** 0.8 unless said otherwise. */
        probability: z.number().min(0.01).max(1).optional(),
        /** Posts tried at most; 60 unless said otherwise. */
        most: z.number().int().min(1).max(200).optional(),
        ...postStart,
      }),
      output: BusinessCase,
    },
    { logged: 'view' },
  ),
  /** One put together, written out; whoever asked for it saves it. */
  'packs.businessCaseFile': query(
    {
      input: z.strictObject({ caseId, format: PackFormat, savedTo: savedTo.optional(), reason }),
      output: z.object(fileFields),
    },
    { logged: 'export' },
  ),
};
