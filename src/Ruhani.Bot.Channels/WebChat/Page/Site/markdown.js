// A small, safe Markdown: bold, italics, bullets, line breaks, links, phone numbers. It only ever makes elements and
// text nodes, so nothing in a message can become markup of its own.
const inline = new RegExp([
  String.raw`\\(?<escaped>[!-\/:-@\[-\x60\{-~])`,
  String.raw`\*\*(?<bold>(?:[^*\\]|\\.|\*(?!\*))+)\*\*`,
  String.raw`_(?<italic>(?:[^_\\\n]|\\.)+)_(?![\p{L}\p{N}_])`,
  String.raw`\[(?<label>(?:[^\]\\]|\\.)+)\]\((?<target>(?:https:\/\/|tel:|mailto:)[^\s)]+)\)`,
  String.raw`(?<link>https:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]*_\\])`,
  String.raw`(?<phone>\+7(?:[\s\u00a0\u202f()-]*\d){10})(?!\d)`,
].join('|'), 'gu');

// Looking behind is not for older phones, so a word's own underscore is told apart here.
const inWord = /[\p{L}\p{N}_]$/u;

function link(address, label) {
  const a = document.createElement('a');
  a.href = address;
  if (address.startsWith('https:')) {
    a.target = '_blank';
    a.rel = 'noopener noreferrer';
  }
  a.append(...label);
  return a;
}

function wrap(tag, children) {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

function plain(text) {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function spans(text) {
  const nodes = [];
  let last = 0;
  for (const match of text.matchAll(inline)) {
    if (match.index > last) nodes.push(text.slice(last, match.index));
    last = match.index + match[0].length;
    const { escaped, bold, italic, label, target, link: address, phone } = match.groups;
    if (italic && inWord.test(text.slice(0, match.index))) nodes.push(match[0]);
    else if (escaped) nodes.push(escaped);
    else if (bold) nodes.push(wrap('strong', spans(bold)));
    else if (italic) nodes.push(wrap('em', spans(italic)));
    else if (target) nodes.push(link(plain(target), spans(label)));
    else if (address) nodes.push(link(plain(address), [plain(address)]));
    else nodes.push(link(`tel:${phone.replace(/[^+\d]/g, '')}`, [phone]));
  }
  if (last < text.length) nodes.push(text.slice(last));
  return nodes;
}

export function render(text) {
  const blocks = [];
  let list = null;
  let paragraph = null;
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const bullet = /^\s*(?:[•–]|[-*](?=\s))\s+(.*)$/u.exec(line);
    if (bullet) {
      paragraph = null;
      if (!list) blocks.push(list = document.createElement('ul'));
      list.append(wrap('li', spans(bullet[1])));
      continue;
    }
    list = null;
    if (!line.trim()) {
      paragraph = null;
      continue;
    }
    if (paragraph) paragraph.append(document.createElement('br'));
    else blocks.push(paragraph = document.createElement('p'));
    const heading = /^#{1,4}\s+(.*)$/.exec(line);
    paragraph.append(...(heading ? [wrap('strong', spans(heading[1]))] : spans(line)));
  }
  return blocks;
}
