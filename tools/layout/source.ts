import { parseSync, Visitor } from 'vite';

export type Finding = { file: string; line: number; message: string };

/** A place in a source whose text a rule looks at. */
export type Place = { text: string; line: number };

const lineOf = (source: string, offset: number): number => source.slice(0, offset).split('\n').length;

function parse(file: string, source: string): ReturnType<typeof parseSync> {
  const result = parseSync(file, source);
  if (result.errors.length > 0) throw new Error(`${file} cannot be parsed: ${result.errors[0]?.message}`);
  return result;
}

/** Everything that a module imports: `import`, `export from`, `import()` of a text. */
export function importsOf(file: string, source: string): Place[] {
  const { module } = parse(file, source);
  const found = module.staticImports.map(({ moduleRequest }) => moduleRequest);
  for (const { entries } of module.staticExports)
    for (const { moduleRequest } of entries) if (moduleRequest) found.push(moduleRequest);
  const places = found.map(({ value, start }) => ({ text: value, line: lineOf(source, start) }));
  for (const { moduleRequest } of module.dynamicImports) {
    const text = source.slice(moduleRequest.start, moduleRequest.end);
    if (/^(['"`])[^'"`$]*\1$/.test(text))
      places.push({ text: text.slice(1, -1), line: lineOf(source, moduleRequest.start) });
  }
  return places;
}

/** Attributes whose value a person reads or hears. */
const SPOKEN = new Set([
  'title',
  'placeholder',
  'alt',
  'label',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
]);

/** Literal texts that JSX would show: text between tags, texts in braces there, and attributes that are read out. */
export function shownTexts(file: string, source: string): Place[] {
  const { program } = parse(file, source);
  const places: Place[] = [];
  const add = (text: string, start: number): void => {
    places.push({ text: text.trim(), line: lineOf(source, start + text.length - text.trimStart().length) });
  };
  const addTexts = (node: { type: string; start: number; end: number } | null | undefined): void => {
    if (node === null || node === undefined) return;
    const raw = source.slice(node.start, node.end);
    if (node.type === 'TemplateLiteral') add(raw.replace(/\$\{[^}]*\}/g, ' ').slice(1, -1), node.start + 1);
    else if (node.type === 'Literal' && /^['"]/.test(raw)) add(raw.slice(1, -1), node.start + 1);
    else if ('consequent' in node && 'alternate' in node && node.type === 'ConditionalExpression') {
      addTexts(node.consequent as typeof node);
      addTexts(node.alternate as typeof node);
    } else if ('right' in node && node.type === 'LogicalExpression') addTexts(node.right as typeof node);
  };
  const addChildren = (children: readonly { type: string; start: number; end: number }[]): void => {
    for (const child of children)
      if (child.type === 'JSXExpressionContainer' && 'expression' in child) addTexts(child.expression as typeof child);
  };
  new Visitor({
    JSXText: (node) => add(node.value, node.start),
    JSXElement: (node) => addChildren(node.children),
    JSXFragment: (node) => addChildren(node.children),
    JSXAttribute: (node) => {
      if (node.name.type !== 'JSXIdentifier' || !SPOKEN.has(node.name.name)) return;
      const { value } = node;
      addTexts(value?.type === 'JSXExpressionContainer' ? value.expression : value);
    },
  }).visit(program);
  return places;
}

/** Every text literal of a module: class names stand in them. */
export function textLiterals(file: string, source: string): Place[] {
  const { program } = parse(file, source);
  const places: Place[] = [];
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === 'string') places.push({ text: node.value, line: lineOf(source, node.start) });
    },
    TemplateElement: (node) => {
      places.push({ text: node.value.raw, line: lineOf(source, node.start) });
    },
  }).visit(program);
  return places;
}
