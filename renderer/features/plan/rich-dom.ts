import type { TextRun } from '#shared/features/plan/plan-text.rules.ts';

/** The words of an editable field in the page: read from it, drawn into it, and where its caret stands. */

const isBold = (node: Node): boolean => {
  const element = node instanceof Element ? node : node.parentElement;
  return element !== null && Number(getComputedStyle(element).fontWeight) >= 600;
};

/** What stands in the field. A line break at its very end only gives the last line its height. */
export function readRuns(field: HTMLElement): TextRun[] {
  const runs: TextRun[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Text) return void runs.push({ text: node.data, bold: isBold(node) });
    if (node instanceof HTMLBRElement) {
      if (node !== field.lastChild) runs.push({ text: '\n', bold: false });
      return;
    }
    for (const child of node.childNodes) walk(child);
  };
  walk(field);
  return runs.filter(({ text }) => text !== '');
}

/** Draws stretches; an end of a line at the end needs a line of its own to be seen. */
export function drawRuns(field: HTMLElement, runs: readonly TextRun[]): void {
  const nodes: Node[] = runs.map(({ text, bold }) => {
    if (!bold) return document.createTextNode(text);
    const strong = document.createElement('strong');
    strong.textContent = text;
    return strong;
  });
  const last = runs.at(-1)?.text ?? '\n';
  field.replaceChildren(...nodes, ...(last.endsWith('\n') ? [document.createElement('br')] : []));
}

/** Letters from the field's beginning to a place in it. */
function lettersTo(field: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(field);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The chosen letters, from … to; undefined where the caret is elsewhere. */
export function chosenIn(field: HTMLElement): readonly [number, number] | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  if (!field.contains(startContainer) || !field.contains(endContainer)) return undefined;
  return [lettersTo(field, startContainer, startOffset), lettersTo(field, endContainer, endOffset)];
}

/** Puts the caret behind so many letters. */
export function putCaret(field: HTMLElement, letters: number): void {
  const texts = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
  let left = letters;
  let last: Text | undefined;
  while (texts.nextNode()) {
    last = texts.currentNode as Text; // the walker shows texts only
    if (left <= last.length && !(left === last.length && last.data.endsWith('\n'))) {
      getSelection()?.collapse(last, left);
      return;
    }
    left -= last.length;
  }
  const end =
    field.lastChild instanceof HTMLBRElement ? field.childNodes.length - 1 : field.childNodes.length;
  getSelection()?.collapse(field, end);
}
