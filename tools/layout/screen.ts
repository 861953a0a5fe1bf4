import { type Finding, shownTexts, textLiterals } from './source.ts';

/** Names of keys are the same in every language. */
const KEYS = /\b(?:Ctrl|Alt|Shift|Enter|Esc|Tab|Cmd)\b/g;
const WORD = /\p{L}{2,}/u;
const HEX = /#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b/;
const PIXELS = /\[[^\]\s]*\d(?:\.\d+)?px[^\]\s]*\]/;

const ofScreens = (file: string): boolean => /^(?:shell|mfe-[\w-]+)\/src\//.test(file) && !/\.test\.tsx?$/.test(file);
const ofRemotes = (file: string): boolean => file.startsWith('mfe-') && ofScreens(file);
const neverShipped = (file: string): boolean => /\/src\/dev(?:\/|\.tsx?$)/.test(file);

/** No text in JSX: it would exist in one language only. */
export function checkTexts(file: string, source: string): Finding[] {
  if (!file.endsWith('.tsx') || !ofScreens(file) || neverShipped(file)) return [];
  return shownTexts(file, source)
    .filter(({ text }) => WORD.test(text.replace(KEYS, '')))
    .map(({ text, line }) => ({
      file,
      line,
      message: `shows the literal text "${text.slice(0, 60)}". Put it in locales/pt-BR.json and locales/en.json and show the message by its key.`,
    }));
}

/** Colours and sizes of a remote come from the theme: anything else breaks dark mode and the grid. */
export function checkStyles(file: string, source: string): Finding[] {
  if (!ofRemotes(file) || neverShipped(file)) return [];
  const places = /\.tsx?$/.test(file)
    ? textLiterals(file, source)
    : file.endsWith('.css')
      ? source
          .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
          .split('\n')
          .map((text, i) => ({ text, line: i + 1 }))
      : [];
  return places.flatMap(({ text, line }) => {
    const found = HEX.exec(text)?.[0] ?? PIXELS.exec(text)?.[0];
    return found === undefined
      ? []
      : [
          {
            file,
            line,
            message: `uses ${found}. Remotes take colours and sizes from the theme of shared/ui; add a token there if one is missing.`,
          },
        ];
  });
}
