/** Files that the backend writes and the page hands over. */
import { exportFile } from '#shared/domain/export.ts';
import { ApiError } from '../api/api-error.ts';
import { notify } from '../components/notify.ts';
import { saveFile } from '../components/save-file.ts';

/** Saves the file asked for, and says where it is, or why there is none; nothing where it was cancelled. */
export async function saveAnswer(asked: Promise<{ name: string; base64: string }>): Promise<void> {
  try {
    const { name, base64 } = await asked;
    saveFile(exportFile({ name, content: bytesOf(base64) }));
    notify(`${name} is in your downloads folder, or where you have chosen.`);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code !== 'cancelled') notify(`The file could not be written. ${error.message}`);
  }
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
