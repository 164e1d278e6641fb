// The log: one article a message, with days between, the typing sign, and buttons that stay pressable.
import { render } from './markdown.js';
import { clock, dayName, fileSize } from './words.js';

const heroCard = 'application/vnd.microsoft.card.hero';
const nearEnd = 80;

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export class Messages {
  #shown = new Map();
  #day = '';
  #typing = null;
  #typingTimers = [];
  #stuck = true;

  constructor(log, newer, words, on) {
    this.log = log;
    this.newer = newer;
    this.on = on;
    this.words = words;
    log.addEventListener('scroll', () => { if (this.#atEnd()) newer.hidden = true; });
    newer.addEventListener('click', () => { this.toEnd(true); log.focus(); });
    new ResizeObserver(() => { if (this.#stuck) this.toEnd(); }).observe(log);
    log.addEventListener('scroll', () => { this.#stuck = this.#atEnd(); });
  }

  // Words outside the messages follow the page's language.
  set words(words) {
    this.w = words;
    for (const element of this.log.querySelectorAll('[data-word]')) element.textContent = words[element.dataset.word];
    for (const element of this.log.querySelectorAll('[data-day]')) {
      element.textContent = dayName(new Date(element.dataset.day), words);
    }
  }

  clear() {
    this.stopTyping();
    this.#shown.clear();
    this.#day = '';
    this.log.replaceChildren();
    this.newer.hidden = true;
  }

  // Shows what the server sent; a person's own message that is shown already is only confirmed.
  show(activity) {
    if (activity.type === 'typing') {
      if (activity.from?.role === 'bot') this.startTyping();
      return;
    }
    if (activity.type !== 'message' || this.#shown.has(activity.id)) return;
    const own = activity.from?.role === 'user';
    const client = own ? activity.channelData?.clientActivityID : null;
    const known = client && this.#shown.get(client);
    if (known) {
      this.#shown.set(activity.id, known);
      this.confirm(client);
      return;
    }
    if (!own) this.stopTyping();
    const article = this.#article(activity, own);
    if (!article) return;
    this.#shown.set(activity.id, article);
    if (client) this.#shown.set(client, article);
    this.#add(article, new Date(activity.timestamp), own);
  }

  // Shows a person's message before the server has it.
  pending(activity) {
    const article = this.#article(activity, true);
    this.#shown.set(activity.channelData.clientActivityID, article);
    this.#add(article, new Date(), true);
    this.#mark(article, 'sending');
    return article;
  }

  confirm(client) {
    const article = this.#shown.get(client);
    if (article?.dataset.state) this.#mark(article, 'sent');
  }

  failed(client, again, word = 'failed') {
    const article = this.#shown.get(client);
    if (!article || article.dataset.state === 'sent') return;
    this.#mark(article, 'failed', word);
    if (!again) return;
    const button = make('button', { type: 'button', className: 'retry', textContent: this.w.retry });
    button.dataset.word = 'retry';
    button.addEventListener('click', () => { this.#mark(article, 'sending'); again(); });
    article.querySelector('.meta').append(button);
  }

  progress(client, share) {
    const bar = this.#shown.get(client)?.querySelector('progress');
    if (bar) bar.value = share;
  }

  startTyping(delay = 200) {
    this.stopTyping();
    this.#typingTimers = [setTimeout(() => {
      this.#typing = make('div', { className: 'typing' },
        make('span', { className: 'unseen', textContent: this.w.typing }),
        ...[0, 1, 2].map(() => make('i')));
      this.#typing.setAttribute('role', 'status');
      this.log.append(this.#typing);
      if (this.#stuck) this.toEnd();
    }, delay), setTimeout(() => this.stopTyping(), 15000)];
  }

  stopTyping() {
    this.#typingTimers.forEach(clearTimeout);
    this.#typing?.remove();
    this.#typing = null;
  }

  toEnd(smooth = false) {
    this.log.scrollTo({ top: this.log.scrollHeight, behavior: smooth ? 'smooth' : 'instant' });
  }

  #atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < nearEnd;
  }

  #add(article, date, own) {
    const follow = own || this.#stuck;
    const key = date.toDateString();
    if (key !== this.#day) {
      this.#day = key;
      const day = make('p', { className: 'day', textContent: dayName(date, this.w) });
      day.dataset.day = date.toISOString();
      this.log.append(day);
    }
    const last = [...this.log.querySelectorAll('article')].at(-1);
    const isNext = last && last.nextElementSibling === null && last.dataset.who === article.dataset.who;
    article.classList.toggle('next', Boolean(isNext));
    const time = make('time', { textContent: clock(date), dateTime: date.toISOString() });
    article.querySelector('.meta').prepend(time);
    if (this.#typing) this.#typing.before(article);
    else this.log.append(article);
    if (follow) this.#follow(article, own);
    else this.newer.hidden = false;
  }

  // A long answer is shown from its first line, not from its last.
  #follow(article, own) {
    this.toEnd();
    if (own || article.offsetHeight <= this.log.clientHeight) return;
    this.log.scrollTop = article.offsetTop - this.log.offsetTop - 12;
  }

  #article(activity, own) {
    const body = make('div', { className: 'body' });
    const words = own ? activity.channelData?.displayText ?? activity.text : activity.text;
    if (words?.trim()) {
      const text = make('div', { className: 'text' });
      if (!own && activity.textFormat !== 'plain') text.append(...render(words));
      else text.append(make('p', { className: 'typed', textContent: words }));
      body.append(text);
    }
    const sizes = activity.channelData?.attachmentSizes ?? [];
    const cards = [];
    (activity.attachments ?? []).forEach((attachment, index) => {
      if (attachment.contentType === heroCard) cards.push(attachment.content);
      else body.append(this.#file(attachment, sizes[index]));
    });
    if (!body.children.length && !cards.length) return null;
    const who = own ? 'you' : 'bot';
    const name = make('span', { className: 'unseen', textContent: this.w[who] });
    name.dataset.word = who;
    const bubble = make('div', { className: 'bubble' }, body, make('p', { className: 'meta' }));
    const article = make('article', {}, name, bubble);
    article.dataset.who = who;
    if (activity.locale && !own) article.lang = activity.locale;
    const rows = activity.channelData?.rows ?? [];
    for (const card of cards) {
      if (card?.buttons?.length) article.append(this.#buttons(card.buttons, rows, activity));
    }
    return article;
  }

  #buttons(buttons, rows, activity) {
    const group = make('div', { className: 'buttons' });
    let row = null;
    let left = 0;
    const sizes = [...rows];
    for (const action of buttons) {
      if (left === 0) {
        left = sizes.shift() ?? 1;
        group.append(row = make('div', { className: 'row' }));
      }
      left--;
      const button = make('button', { type: 'button', textContent: action.title });
      button.addEventListener('click', () => this.on.press(action, activity));
      row.append(button);
    }
    return group;
  }

  #file(attachment, size) {
    const name = attachment.name || this.w.file;
    const detail = fileSize(size, this.w);
    const address = this.#own(attachment.contentUrl);
    const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(attachment.contentType) && address;
    const inner = isPicture
      ? [make('img', { src: address, alt: name, loading: 'lazy' })]
      : [
        make('span', { className: 'name', textContent: name }),
        make('span', { className: 'size', textContent: detail }),
      ];
    if (isPicture) inner[0].addEventListener('load', () => { if (this.#stuck) this.toEnd(); });
    if (!address) return make('div', { className: 'file' }, ...inner);
    return make('a', {
      className: isPicture ? 'picture' : 'file', href: address, target: '_blank', rel: 'noopener noreferrer',
    }, ...inner);
  }

  // Files of this conversation and pictures still being sent; other addresses only as links.
  #own(address) {
    if (!address) return null;
    if (address.startsWith('blob:')) return address;
    const url = new URL(address, location.href);
    if (url.pathname.startsWith('/v3/directline/')) return url.pathname + url.search;
    return url.protocol === 'https:' ? url.href : null;
  }

  #mark(article, state, word = state) {
    article.dataset.state = state;
    const meta = article.querySelector('.meta');
    meta.querySelectorAll('.status, .retry').forEach(e => e.remove());
    const status = make('span', { className: `status ${state}` });
    const said = make('span', { className: state === 'failed' ? '' : 'unseen', textContent: this.w[word] });
    said.dataset.word = word;
    const sign = make('i');
    sign.setAttribute('aria-hidden', 'true');
    status.append(sign, said);
    meta.append(status);
    if (state !== 'sending') article.querySelector('progress')?.remove();
  }
}
