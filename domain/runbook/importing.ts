import type { Issue } from '../ingest/parsed';
import type { Problem } from './frontMatter';
import type { AboutRunbook } from './runbook';

/** A Markdown file of a folder. `read`: its front matter, with this title where it gives none. */
export type FileToImport = { path: string; markdown: string; read: (fallbackTitle: string) => { about: AboutRunbook; problems: Problem[] } };

/** What a file is to become: the next version of `runbookId`, a new one (null), or nothing (`refused`, with why in `issues`). */
export type PlannedFile = { path: string; markdown: string; about: AboutRunbook; runbookId: string | null; refused: boolean; issues: Issue[] };

/** What an import makes of its files. A file is a runbook that exists where the titles are the same, or its name says that title or id. */
export function planOf(files: readonly FileToImport[], existing: readonly { id: string; title: string }[]): PlannedFile[] {
  const taken = new Map<string, string>();
  return files.map(({ path, markdown, read }) => {
    const name = nameOf(path);
    const { about, problems } = read(titleOf(name));
    const slug = slugOf(name);
    const same = existing.find(({ title }) => title.toLowerCase() === about.title.toLowerCase())
      ?? existing.find(({ id, title }) => slug !== '' && (id === slug || slugOf(title) === slug));
    const key = same?.id ?? `title ${about.title.toLowerCase()}`;
    const other = taken.get(key);
    const issues = problems.map(({ path: field, message }) => ({ path: field, message }));
    if (other !== undefined) issues.push({ path: 'title', message: `is the same runbook as ${other}. Give one of them another title.` });
    const refused = other !== undefined || problems.some(({ refuses }) => refuses);
    if (!refused) taken.set(key, path);
    return { path, markdown, about, runbookId: same?.id ?? null, refused, issues };
  });
}

/** What a file is called: without its folders and its ending; a README after its folder. */
function nameOf(path: string): string {
  const [file = '', folder] = path.replaceAll('\\', '/').split('/').filter((part) => part !== '').reverse();
  const name = file.replace(/\.(md|markdown|mdx|txt)$/i, '');
  return /^(readme|index)$/i.test(name) && folder !== undefined ? folder : name;
}

function titleOf(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const slugOf = (words: string) => words.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
