// Where a person writes: a field that grows, files with their limits, a draft that outlives a reload.
import { fileSize, fill } from './words.js';

const maxFiles = 10;

export class Composer {
  #files = [];
  #problem = null;

  constructor(elements, settings, on) {
    Object.assign(this, elements);
    this.settings = settings;
    this.on = on;
    this.file.accept = settings.accept;
    this.form.addEventListener('submit', e => { e.preventDefault(); this.#submit(); });
    this.input.addEventListener('input', () => { this.#grow(); this.#say(null); on.draft(this.input.value); });
    this.input.addEventListener('keydown', e => this.#key(e));
    this.input.addEventListener('paste', e => this.#drop(e, e.clipboardData));
    this.attach.addEventListener('click', () => this.file.click());
    this.file.addEventListener('change', () => { this.add(this.file.files); this.file.value = ''; });
    document.addEventListener('dragover', e => e.preventDefault());
    document.addEventListener('drop', e => this.#drop(e, e.dataTransfer));
  }

  set words(w) {
    this.w = w;
    this.input.placeholder = w.placeholder;
    this.input.setAttribute('aria-label', w.input);
    for (const [button, word] of [[this.send, w.send], [this.attach, w.attach]]) {
      button.setAttribute('aria-label', word);
      button.title = word;
    }
    this.keys.textContent = w.keys;
    this.#chips();
    this.#say(this.#problem);
  }

  get draft() { return this.input.value; }

  set draft(text) {
    this.input.value = text;
    this.#grow();
  }

  add(list) {
    this.#say(null);
    for (const file of list) {
      const end = `.${file.name.split('.').at(-1).toLowerCase()}`;
      const total = this.#files.reduce((sum, other) => sum + other.size, file.size);
      const limit = this.settings.maxUploadBytes;
      if (!this.settings.accept.split(',').includes(end)) this.#say(['wrongKind', { name: file.name }]);
      else if (total > limit) this.#say(['tooLarge', { name: file.name, limit: Math.floor(limit / 1048576) }]);
      else if (this.#files.length === maxFiles) this.#say(['tooMany', {}]);
      else this.#files.push(file);
    }
    this.#chips();
    this.input.focus();
  }

  clear() {
    this.#files = [];
    this.#chips();
    this.#say(null);
  }

  #submit() {
    const text = this.input.value.trim();
    if (!text && !this.#files.length) return;
    this.on.send(text, this.#files);
    this.draft = '';
    this.on.draft('');
    this.clear();
    this.input.focus();
  }

  #key(e) {
    if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) {
      e.preventDefault();
      this.#submit();
    } else if (e.key === 'Escape') {
      if (this.#files.length || this.#problem) this.clear();
      else this.input.blur();
    }
  }

  #drop(e, data) {
    if (!data?.files.length) return;
    e.preventDefault();
    this.add(data.files);
  }

  #grow() {
    this.input.style.setProperty('height', 'auto');
    this.input.style.setProperty('height', `${this.input.scrollHeight}px`);
    this.send.classList.toggle('ready', this.input.value.trim() !== '' || this.#files.length > 0);
  }

  #say(problem) {
    this.#problem = problem;
    this.problem.textContent = problem ? fill(this.w[problem[0]], problem[1]) : '';
  }

  #chips() {
    this.chips.replaceChildren(...this.#files.map(file => {
      const item = document.createElement('li');
      const name = document.createElement('span');
      name.className = 'name';
      name.textContent = file.name;
      const size = document.createElement('span');
      size.className = 'size';
      size.textContent = fileSize(file.size, this.w);
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.textContent = '×';
      remove.setAttribute('aria-label', fill(this.w.remove, { name: file.name }));
      remove.addEventListener('click', () => {
        this.#files = this.#files.filter(other => other !== file);
        this.#chips();
        this.input.focus();
      });
      item.append(name, size, remove);
      return item;
    }));
    this.#grow();
  }
}
