import hooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** One home for each thing that is easily scattered: see docs/ARCHITECTURE.md, "Rules". */
const banned = {
  clock: {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Today is an argument.',
  },
  now: {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Now is an argument.',
  },
  random: {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Randomness comes from a seed (pure-rand).',
  },
  external: {
    selector: "MemberExpression[property.name='openExternal']",
    message: 'Only electron/main/security.ts opens the system browser.',
  },
  storage: {
    selector: 'Identifier[name=/^(localStorage|sessionStorage|indexedDB)$/]',
    message: 'Nothing about a workspace is kept in the browser.',
  },
};
const download = {
  selector: "MemberExpression[property.name='createObjectURL']",
  message: 'Files leave by saveFile, marked and named by exportFile.',
};
const parted = {
  selector: String.raw`Literal[value=/\d (%|h\b|FTE\b|MB\b)/], TemplateElement[value.cooked=/(^|\d) (%|h\b|FTE\b|MB\b)/], JSXText[value=/(^|\d) (%|h\b|FTE\b|MB\b)/]`,
  message: 'A figure parts from its unit: shared/planning/figures.ts writes both.',
};
const rule = (...items) => ['error', ...items];

export default defineConfig(
  globalIgnores(['dist', 'release', 'coverage', 'test-results', 'node_modules', '**/*.cjs']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/array-type': ['error', { default: 'array-simple' }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreVoidReturningFunctions: true, ignoreArrowShorthand: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': 'error',
      'no-restricted-syntax': rule(banned.random, banned.external, banned.storage, download),
    },
  },
  {
    files: ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': rule(banned.random, banned.external, banned.storage, download, parted),
    },
  },
  {
    files: ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'shared/**/*.ts'],
    rules: {
      // A function fits on a screen.
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: { 'no-restricted-syntax': rule(banned.clock, banned.now, banned.random, parted) },
  },
  {
    files: ['electron/main/security.ts'],
    rules: { 'no-restricted-syntax': rule(banned.random, banned.storage) },
  },
  {
    files: ['renderer/components/save-file.ts'],
    rules: { 'no-restricted-syntax': rule(banned.random, banned.external, banned.storage) },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [hooks.configs.flat['recommended-latest']],
  },
  {
    files: ['build/**', 'electron/cli/**', 'electron/loopback/**', 'test/bench/**', 'test/e2e/**'],
    rules: { 'no-console': 'off' },
  },
);
