import { describe, expect, it } from 'vitest';
import { nameProblem, triesSentence, workspacePath } from '../../../../renderer/features/start/model.ts';
import { passphraseProblems } from '../../../../renderer/view/new-passphrase.ts';

describe('a new workspace', () => {
  it('is a file in the folder, written as the folder is', () => {
    expect(workspacePath('/home/di/Documents', 'Devon')).toBe('/home/di/Documents/Devon.evenkeel');
    expect(workspacePath('C:\\Users\\di\\', 'Devon')).toBe('C:\\Users\\di\\Devon.evenkeel');
    expect(workspacePath('/a', 'Devon.evenkeel')).toBe('/a/Devon.evenkeel');
  });

  it('needs a name that a file can have', () => {
    expect(nameProblem('Devon & Cornwall')).toBeNull();
    expect(nameProblem('  ')).not.toBeNull();
    expect(nameProblem('a/b')).not.toBeNull();
  });

  it('needs a passphrase long enough and typed twice alike', () => {
    const problems = (first: string, second: string) => passphraseProblems({ first, second });
    expect(problems('short', 'short').first).toContain('at least 10');
    expect(problems('correct horse', 'correct hors').second).toContain('differ');
    expect(problems('correct horse', 'correct horse')).toEqual({ first: null, second: null });
  });
});

describe('a wrong passphrase', () => {
  it('says how many tries it has been', () => {
    expect(triesSentence({ tries: 1 })).toBe('The passphrase is wrong. One try so far.');
    expect(triesSentence({ tries: 3 })).toBe('The passphrase is wrong. 3 tries so far.');
    expect(triesSentence({})).toBe('The passphrase is wrong.');
  });
});
