/** What a document says, part by part: the same for the page that shows it and the file that holds it. */
import { z } from 'zod';
import { Month } from './dates.ts';

const DocumentCell = z.union([z.string(), z.number(), z.null()]);
export type DocumentCell = z.infer<typeof DocumentCell>;

export const DocumentTable = z.object({
  columns: z.array(z.object({ heading: z.string(), isNumber: z.boolean().optional() })).readonly(),
  /** A strong row is a total, or the head of those below it. */
  rows: z
    .array(
      z.object({
        cells: z.array(DocumentCell).readonly(),
        isStrong: z.boolean().optional(),
      }),
    )
    .readonly(),
});
export type DocumentTable = z.infer<typeof DocumentTable>;

export const DocumentPart = z.union([
  z.object({ heading: z.string(), level: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional() }),
  /** `quiet` is for sources and cautions. */
  z.object({ text: z.string(), look: z.enum(['plain', 'strong', 'quiet']).optional() }),
  z.object({ table: DocumentTable }),
]);
export type DocumentPart = z.infer<typeof DocumentPart>;

export const DocumentChart = z.object({
  /** The finding. */
  title: z.string(),
  measure: z.enum(['rsos', 'ratio', 'utilisation']),
  months: z.array(Month),
  lines: z.array(z.object({ name: z.string(), values: z.array(z.number().nullable()) })),
  /** Across. */
  limit: z.object({ name: z.string(), value: z.number() }).nullable(),
});
/** Lines by month, for a page to draw as its charts are drawn. */
export type DocumentChart = z.infer<typeof DocumentChart>;

export const PreviewPart = z.union([...DocumentPart.options, z.object({ chart: DocumentChart })]);
/** A part of a document as a page shows it. */
export type PreviewPart = z.infer<typeof PreviewPart>;
