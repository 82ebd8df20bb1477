/** A business case as a file. */
import type { BusinessCaseFile } from '#shared/contract/business-case.ts';
import type { CasePack, PackFormat } from '#shared/domain/case-pack.ts';
import { exportFile } from '#shared/domain/export.ts';
import { caseDocument } from './document.ts';
import { caseWorkbook } from './workbook.ts';

export async function businessCaseFile(pack: CasePack, format: PackFormat): Promise<BusinessCaseFile> {
  const name = `business-case-${String(pack.years)}-years-${pack.asAt}.${format}`;
  const content = format === 'xlsx' ? caseWorkbook(pack) : await caseDocument(pack);
  const { type } = exportFile({ name, content });
  return {
    name,
    type,
    base64: Buffer.from(content).toString('base64'),
    options: pack.options.map(({ key, name: option, run }) => ({ key, name: option, run })),
    summary: pack.summary.map(({ text }) => text),
    figures: pack.figures,
  };
}
