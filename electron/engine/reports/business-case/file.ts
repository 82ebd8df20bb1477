/** A business case as a file, and as it is looked at before. */
import type { CasePack, PackFormat } from '#shared/domain/case-pack.ts';
import type { DocumentPart } from '#shared/domain/document.ts';
import { fileAnswer } from '../file-answer.ts';
import { caseDocument, caseParts } from './document.ts';
import { caseWorkbook } from './workbook.ts';

export async function businessCaseFile(pack: CasePack, format: PackFormat) {
  const name = `business-case-${String(pack.years)}-years-${pack.asAt}.${format}`;
  const content = format === 'xlsx' ? caseWorkbook(pack) : await caseDocument(pack);
  return fileAnswer(name, content);
}

/** The document as a page shows it: what it says, and in the place of a chart what that shows. */
export const casePreview = (pack: CasePack): DocumentPart[] =>
  caseParts(pack).flatMap((part): DocumentPart[] => {
    if ('pageBreak' in part) return [];
    return 'chart' in part ? [{ text: `Chart in the document: ${part.chart.says}`, look: 'quiet' }] : [part];
  });
