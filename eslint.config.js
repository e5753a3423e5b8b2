import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { rings } from './scripts/lint/rings.js';

const tests = ['**/*.test.ts', '**/*.test.tsx'];

/** What would make the domain depend on where and when it runs. */
const impure = [
  ...['process', 'Buffer', 'console', 'performance', 'crypto', 'fetch', 'navigator', 'window', 'document', 'location'],
  ...['localStorage', 'indexedDB', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'globalThis', 'require'],
];
const asArgument = 'The domain is pure: now, ids, randomness and hashes are arguments.';

export default defineConfig(
  globalIgnores(['app/dist', 'functions/lib', '.rouse', '.firebase', 'coverage', 'android', 'ios']),
  {
    files: ['**/*.{ts,tsx,js}'],
    plugins: { rouse: { rules: { rings } } },
    // A comment cannot switch a rule off: what the linter says is mended, or the rule is changed here for everybody.
    linterOptions: { noInlineConfig: true },
    rules: {
      'rouse/rings': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      eqeqeq: 'error',
      'no-constant-condition': 'error',
      'no-empty': 'error',
      'no-fallthrough': 'error',
      'no-irregular-whitespace': 'error',
      'no-self-compare': 'error',
      'no-sparse-arrays': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // A React event handler may be async: React ignores what it returns.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An async function without await is how a value meets an asynchronous interface.
      '@typescript-eslint/require-await': 'off',
      // `x satisfies never` is the end of every switch.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['domain/**/*.ts', 'functions/src/**/*.ts', 'app/src/**/*.{ts,tsx}'],
    ignores: tests,
    rules: { 'no-console': ['error', { allow: ['warn'] }] },
  },
  {
    files: ['domain/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': ['error', ...impure.map((name) => ({ name, message: asArgument }))],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: asArgument },
        { object: 'Math', property: 'random', message: asArgument },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: asArgument },
        { selector: "CallExpression[callee.name='Date']", message: asArgument },
        {
          selector: 'CallExpression[callee.property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)$/]',
          message: "This reads the machine's time zone; domain/time knows the one that is meant.",
        },
      ],
    },
  },
  {
    files: ['app/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: ['**/*.js'],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly', console: 'readonly' } },
  },
);
