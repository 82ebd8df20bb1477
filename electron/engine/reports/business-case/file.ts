/** A business case as a file. */
import type { CasePack, PackFormat } from '#shared/domain/case-pack.ts';
import { fileAnswer } from '../file-answer.ts';
import { caseDocument } from './document.ts';
import { caseWorkbook } from './workbook.ts';

export async function businessCaseFile(pack: CasePack, format: PackFormat) {
  const name = `business-case-${String(pack.years)}-years-${pack.asAt}.${format}`;
  const content = format === 'xlsx' ? caseWorkbook(pack) : await caseDocument(pack);
  return fileAnswer(name, content);
}
