/**
 * The linter's rule about who may import whom (ARCHITECTURE.md): the domain is pure, functions and app both stand on it,
 * and neither knows the other. One table instead of `no-restricted-imports` per folder: overrides of that rule replace
 * each other, and it does not see `import()`.
 */

/** Every package of a name: `firebase` and `firebase/auth`, but not `firebase-admin`. */
const packageOf = (specifier) =>
  specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.split('/')[0];

const isTest = (path) => /\.test\.tsx?$/.test(path);

/** The ring of a path relative to the root, or undefined for what no ring holds (scripts, tests, configuration). */
const ringOf = (path) => {
  if (path.startsWith('domain/')) return 'domain';
  if (path.startsWith('functions/src/')) return 'functions';
  if (path.startsWith('app/src/')) return 'app';
  return undefined;
};

const packages = {
  domain: ['zod'],
  functions: ['firebase-admin', 'firebase-functions', 'zod'],
  app: [
    ...['react', 'react-dom', 'react-router', 'react-router-dom', '@ionic/core', '@ionic/react', 'ionicons'],
    ...['@capacitor/core', '@capacitor/push-notifications', 'workbox-window', 'workbox-precaching'],
    ...['idb-keyval', 'marked', 'dompurify', 'zod'],
  ],
};

/** Folders, and what only they may import besides. */
const exceptions = [
  { folder: 'functions/src/send/email/', packages: ['nodemailer'] },
  { folder: 'functions/src/calendar/', packages: ['ical.js'] },
  { folder: 'app/src/screens/moveIn/', packages: ['lean-qr'] },
  { folder: 'domain/time/', packages: ['temporal-polyfill'] },
  // Both are pure: text in, values out.
  { folder: 'domain/runbook/', packages: ['marked', 'yaml'] },
  ...['live', 'session', 'device'].map((name) => ({ folder: `app/src/${name}/`, packages: ['firebase'] })),
];

/** The path that a relative or `#domain` specifier names, from the root and without its `..`. */
const pathOf = (from, specifier) => {
  if (specifier.startsWith('#domain/')) return specifier.slice(1);
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
};

/** Why the file at `from` (relative to the root, with `/`) may not import `specifier`; undefined if it may. */
export const forbidden = (from, specifier) => {
  const ring = ringOf(from);
  if (ring === undefined) return undefined;
  if (specifier.startsWith('.') || specifier.startsWith('#domain/')) {
    const target = pathOf(from, specifier);
    const inside = ringOf(`${target}/`) ?? ringOf(target);
    if (inside === ring || inside === 'domain') return undefined;
    if (isTest(from) && target.startsWith('tests/')) return undefined;
    return `${ring}/ may import itself and domain/, not ${target}.`;
  }
  if (isTest(from) && (specifier === 'vitest' || specifier.startsWith('node:'))) return undefined;
  if (ring === 'functions' && specifier.startsWith('node:')) return undefined;
  const name = packageOf(specifier);
  const allowed = [
    ...packages[ring],
    ...exceptions.filter(({ folder }) => from.startsWith(folder)).flatMap((exception) => exception.packages),
  ];
  if (allowed.includes(name)) return undefined;
  const elsewhere = exceptions.filter((one) => ringOf(one.folder) === ring && one.packages.includes(name));
  return elsewhere.length > 0
    ? `${name} is imported only in ${elsewhere.map(({ folder }) => folder).join(', ')}.`
    : `${ring}/ may not import ${name}.`;
};

export const rings = {
  meta: { type: 'problem', schema: [], messages: { ring: '{{reason}}' } },
  create(context) {
    const from = context.filename.slice(context.cwd.length + 1).replaceAll('\\', '/');
    const look = (source) => {
      if (source === null || source === undefined) return;
      // An import of a computed name could reach anything; nothing here needs one.
      const reason = typeof source.value === 'string' ? forbidden(from, source.value) : ringOf(from) && 'Import a name that is written out.';
      if (reason !== undefined) context.report({ node: source, messageId: 'ring', data: { reason } });
    };
    return {
      ImportDeclaration: (node) => look(node.source),
      ExportNamedDeclaration: (node) => look(node.source),
      ExportAllDeclaration: (node) => look(node.source),
      ImportExpression: (node) => look(node.source),
      TSImportType: (node) => look(node.source ?? node.argument?.literal ?? node.argument),
    };
  },
};
