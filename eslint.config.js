import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { coreRules, platformRules, sourceSyntax } from './e2e/checks/purity.mjs'

const source = 'src/**/*.{ts,tsx}'
const tests = ['**/*.test.{ts,tsx}', '**/*.testing.{ts,tsx}', '**/testing/**', 'e2e/**']

export default tseslint.config(
  {
    ignores: [
      'dist',
      'dist-cli',
      '.cache',
      'coverage',
      'test-results',
      'playwright-report',
      'public',
      '**/fixtures',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', ...sourceSyntax],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      // `const { [key]: _gone, ...rest } = record` is how a record loses a field.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-nocheck': 'allow-with-description' }],
      // Spreading a string gives its code points, which is what we mean where we do it.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      // Numbers in a message are clear; objects and undefined are not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `onClick={() => act()}` reads better than braces around it.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.tsx', 'src/{state,canvas,panels,ui,app}/**/*.ts'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.strict],
  },
  // Outside of core the storage and the pickers are the platform's; core knows no browser at all.
  { files: [source], ignores: ['src/core/**', 'src/platform/**', ...tests], rules: platformRules },
  { files: ['src/core/**/*.ts'], ignores: tests, rules: coreRules },
  // Data tables: long because the world is.
  { files: ['**/*.data.ts'], rules: { 'max-lines': 'off' } },
  {
    files: tests,
    rules: {
      // A test says what must be there, and fails loudly when it is not.
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: ['e2e/**/*.{ts,mjs,cjs}', 'src/cli/**', '*.{js,ts}'],
    rules: { 'no-console': 'off', 'no-restricted-syntax': ['error', ...sourceSyntax.slice(1)] },
  },
  {
    // The runners are plain JavaScript so that a fresh clone can start them; tsc checks them by their JSDoc.
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        document: 'readonly',
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        performance: 'readonly',
      },
    },
  },
)
