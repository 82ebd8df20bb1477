/** What a document says, part by part: the same for the page that shows it and the file that holds it. */
import { z } from 'zod';

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
