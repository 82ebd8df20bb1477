/** A business case as a file. */
import type { BusinessCaseFile } from '#shared/contract/business-case.ts';
import type { CasePack, PackFormat } from '#shared/domain/case-pack.ts';
import { fileAnswer } from '../file-answer.ts';
import { caseDocument } from './document.ts';
import { caseWorkbook } from './workbook.ts';

export async function businessCaseFile(pack: CasePack, format: PackFormat): Promise<BusinessCaseFile> {
  const name = `business-case-${String(pack.years)}-years-${pack.asAt}.${format}`;
  const content = format === 'xlsx' ? caseWorkbook(pack) : await caseDocument(pack);
  return {
    ...fileAnswer(name, content),
    options: pack.options.map(({ key, name: option, run }) => ({ key, name: option, run })),
    summary: pack.summary.map(({ text }) => text),
    figures: pack.figures,
  };
}
