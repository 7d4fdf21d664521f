import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

/** Modules that only one file may import: the walls of the house (README, "Map"). */
const gates = [
  { name: 'electron', door: 'main/desktop.ts' },
  { name: 'electron-store', door: 'main/desktop.ts' },
  { name: 'serialport', door: 'main/line/port.ts' },
  { name: 'node:sqlite', door: 'main/book/database.ts' },
];

const gateRule = closed => ({
  'no-restricted-imports': [
    'error',
    {
      paths: closed.map(({ name, door }) => ({
        name,
        message: `Only ${door} imports ${name}.`,
        allowTypeImports: true,
      })),
    },
  ],
});

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'test-results/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'no-control-regex': 'off',
    },
  },
  {
    files: ['main/**', 'renderer/**', 'shared/**'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx'] } },
      'boundaries/elements': [
        { type: 'line', pattern: 'main/line' },
        { type: 'guard', pattern: 'main/guard' },
        { type: 'book', pattern: 'main/book' },
        { type: 'settings', pattern: 'main/settings' },
        { type: 'api', pattern: 'main/api' },
        { type: 'door', pattern: 'main/*.ts', mode: 'file' },
        { type: 'shared', pattern: 'shared' },
        { type: 'renderer', pattern: 'renderer' },
      ],
    },
    rules: {
      'boundaries/element-types': [
        'error',
        {
          default: 'disallow',
          rules: [
            { from: 'line', allow: ['line', 'shared'] },
            { from: 'guard', allow: ['guard', 'shared'] },
            { from: 'book', allow: ['book', 'shared'] },
            { from: 'settings', allow: ['settings', 'shared'] },
            { from: 'api', allow: ['api', 'shared'] },
            { from: 'door', allow: ['line', 'guard', 'book', 'settings', 'api', 'door', 'shared'] },
            { from: 'shared', allow: ['shared'] },
            { from: 'renderer', allow: ['renderer', 'shared', ['api', {}]], importKind: 'type' },
            { from: 'renderer', allow: ['renderer', 'shared'] },
          ],
        },
      ],
    },
  },
  { files: ['main/**', 'shared/**', 'renderer/**'], rules: gateRule(gates) },
  ...gates.map(gate => ({
    files: [gate.door],
    rules: gateRule(gates.filter(other => other.door !== gate.door)),
  })),
  { files: ['eslint.config.js'], ...tseslint.configs.disableTypeChecked },
);
