import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

const rooms = ['line', 'guard', 'book', 'settings', 'api'];
const element = type => ({ element: { type } });
const wall = (from, to) => ({ from: element(from), allow: { to: element(to) } });

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
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
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
    // The doors, and the command line's words, may know every room.
    ignores: ['main/*.ts', 'main/commands/**'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx'] } },
      'boundaries/elements': [
        ...rooms.map(room => ({ type: room, pattern: `main/${room}` })),
        { type: 'shared', pattern: 'shared' },
        { type: 'renderer', pattern: 'renderer' },
      ],
    },
    rules: {
      // A room that imports a door (a file of main/ itself) is not known to the walls, and so refused.
      'boundaries/no-unknown-dependencies': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            ...rooms.map(room => wall(room, [room, 'shared'])),
            wall('shared', ['shared']),
            wall('renderer', ['renderer', 'shared']),
            { from: element('renderer'), allow: { to: element('api'), dependency: { kind: 'type' } } },
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
