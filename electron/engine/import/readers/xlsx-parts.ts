/** The small parts of a workbook that its sheets need: which sheets there are, their texts, their date formats. */
import { isDateFormat, unescapeText } from './xlsx-values.ts';
import { readXml } from './xml.ts';
import type { Zip } from './zip.ts';

type SheetEntry = { name: string; path: string; isHidden: boolean };
export type Parts = {
  sheets: SheetEntry[];
  is1904: boolean;
  texts: string[];
  dateStyles: ReadonlySet<number>;
};

type Relation = { type: string; path: string };

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

function resolvePath(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

async function relationsOf(zip: Zip, path: string): Promise<Map<string, Relation>> {
  const folder = folderOf(path);
  const file = `${folder}_rels/${path.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  if (!zip.has(file)) return relations;
  await readXml(zip.read(file), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id = '', Type = '', Target = '' } = attributes();
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), path: resolvePath(folder, Target) });
    },
  });
  return relations;
}

const pathOfType = (relations: ReadonlyMap<string, Relation>, type: string): string | undefined =>
  [...relations.values()].find((relation) => relation.type === type)?.path;

/** Where the workbook itself stands: nearly always xl/workbook.xml. Null when there is none. */
export async function findWorkbook(zip: Zip): Promise<string | null> {
  const path = pathOfType(await relationsOf(zip, ''), 'officeDocument') ?? 'xl/workbook.xml';
  return zip.has(path) && path.endsWith('.xml') && path.startsWith('xl/') ? path : null;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

async function readWorkbook(zip: Zip, path: string, relations: ReadonlyMap<string, Relation>) {
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  await readXml(zip.read(path), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = isTrue(attributes().date1904);
      if (name !== 'sheet') return;
      const { name: title = '', id = '', state = 'visible' } = attributes();
      const relation = relations.get(id);
      // Charts and macros are sheets too, without cells.
      if (relation?.type !== 'worksheet') return;
      sheets.push({ name: unescapeText(title), path: relation.path, isHidden: state !== 'visible' });
    },
  });
  return { sheets, is1904 };
}

/** Rich text comes in runs that are one text; the reading aids of Japanese texts are none of it. */
async function readTexts(zip: Zip, path: string): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let isAid = false;
  await readXml(zip.read(path), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') isText = true;
      else if (name === 'rPh') isAid = true;
    },
    text(piece) {
      if (isText && !isAid) text += piece;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isAid = false;
      else if (name === 'si') texts.push(unescapeText(text));
    },
  });
  return texts;
}

async function readDateStyles(zip: Zip, path: string): Promise<Set<number>> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isCellStyle = false;
  await readXml(zip.read(path), {
    open(name, attributes) {
      if (name === 'cellXfs') isCellStyle = true;
      else if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        codes.set(Number(numFmtId), formatCode);
      } else if (name === 'xf' && isCellStyle) formats.push(Number(attributes().numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  const styles = formats.flatMap((id, style) => (isDateFormat(id, codes.get(id)) ? [style] : []));
  return new Set(styles);
}

export async function readParts(zip: Zip, workbook: string): Promise<Parts> {
  const relations = await relationsOf(zip, workbook);
  const texts = pathOfType(relations, 'sharedStrings');
  const styles = pathOfType(relations, 'styles');
  return {
    ...(await readWorkbook(zip, workbook, relations)),
    texts: texts !== undefined && zip.has(texts) ? await readTexts(zip, texts) : [],
    dateStyles: styles !== undefined && zip.has(styles) ? await readDateStyles(zip, styles) : new Set(),
  };
}
