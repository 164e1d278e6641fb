// A Direct Line 3.0 client: a stream with polling to fall back on, reconnecting by itself and missing nothing.
const base = '/v3/directline';
const pingEvery = 20000;
const pollEvery = 1500;
const longestWait = 15000;

export class RefusedError extends Error {
  constructor(status) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

export class DirectLine {
  #session = null;
  #watermark = '';
  #socket = null;
  #timers = new Set();
  #attempt = 0;
  #failedSockets = 0;
  #closed = false;
  #connecting = false;
  #opening = null;

  // on.activity(activity), on.caughtUp(), on.state('connecting' | 'online' | 'offline'), on.session(session, isNew,
  // isAnother)
  constructor(persona, resume, on) {
    this.persona = persona;
    this.resume = resume;
    this.on = on;
    this.wake = () => this.reconnectNow();
    window.addEventListener('online', this.wake);
  }

  get conversation() { return this.#session?.conversationId; }

  async start() {
    this.on.state('connecting');
    await this.#connect();
  }

  close() {
    this.#closed = true;
    window.removeEventListener('online', this.wake);
    this.#drop();
  }

  reconnectNow() {
    if (this.#closed || this.#socket?.readyState === WebSocket.OPEN) return;
    this.#attempt = 0;
    this.#connect();
  }

  async send(activity) {
    return this.#asking(token => fetch(this.#path('/activities'), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    }));
  }

  // fetch can't tell how far an upload is; XMLHttpRequest can.
  async upload(activity, files, progress) {
    const user = encodeURIComponent(activity.from.id);
    return this.#asking(token => new Promise((resolve, reject) => {
      const form = new FormData();
      const words = new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' });
      form.append('activity', words, 'blob');
      for (const file of files) form.append('file', file, file.name);
      const request = new XMLHttpRequest();
      request.open('POST', this.#path(`/upload?userId=${user}`));
      request.setRequestHeader('authorization', `Bearer ${token}`);
      request.upload.onprogress = e => e.lengthComputable && progress(e.loaded / e.total);
      request.onerror = () => reject(new TypeError('network'));
      request.onload = () => resolve(new Response(request.responseText, {
        status: request.status,
        headers: { 'retry-after': request.getResponseHeader('retry-after') ?? '' },
      }));
      request.send(form);
    }));
  }

  // An expired token is renewed once, a short wait asked for by the server is kept twice.
  async #asking(call) {
    let renewed = false;
    for (let waits = 0; ;) {
      if (!this.#session) await this.#open();
      const answer = await call(this.#session.token);
      if (answer.ok) return answer.json();
      if (answer.status === 403 && !renewed) {
        renewed = true;
        await this.#open();
      } else if (answer.status === 429 && waits < 2) {
        waits++;
        const seconds = Math.min(Number(answer.headers.get('retry-after')) || 1, 10);
        // Not among the line's own timers: a reconnect clears those, and the message would wait for ever.
        await new Promise(resolve => setTimeout(resolve, seconds * 1000));
      } else {
        throw new RefusedError(answer.status);
      }
    }
  }

  // One at a time: two askers at once would each get a conversation of their own, and only one is listened to.
  #open() {
    return this.#opening ??= this.#openNow().finally(() => { this.#opening = null; });
  }

  async #openNow() {
    const answer = await fetch('/webchat/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona: this.persona ?? undefined, resume: this.resume ?? undefined }),
    });
    if (!answer.ok) throw new RefusedError(answer.status);
    const session = await answer.json();
    const before = this.conversation;
    const isNew = session.conversationId !== before;
    if (isNew) this.#watermark = '';
    this.#session = session;
    this.resume = session.resume;
    this.on.session(session, isNew, isNew && before !== undefined);
  }

  async #connect() {
    if (this.#connecting || this.#closed) return;
    this.#connecting = true;
    this.#drop();
    try {
      await this.#open();
      if (this.#closed) return;
      this.#later(this.#session.expires_in * 500, () => this.#renew());
      if (this.#failedSockets >= 2) await this.#poll();
      else this.#listen();
    } catch {
      this.#again();
    } finally {
      this.#connecting = false;
    }
  }

  async #renew() {
    try {
      await this.#open();
    } catch {
      // The next call finds the token expired and asks again.
    }
    if (this.#session) this.#later(this.#session.expires_in * 500, () => this.#renew());
  }

  #listen() {
    const { conversationId, token } = this.#session;
    const address = new URL(
      `${base}/conversations/${conversationId}/stream?watermark=${this.#watermark || '-'}&t=${token}`, location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = this.#socket = new WebSocket(address);
    let opened = false;
    const ping = () => {
      if (socket.readyState === WebSocket.OPEN) socket.send('');
      this.#later(pingEvery, ping);
    };
    socket.onopen = () => {
      opened = true;
      this.#failedSockets = 0;
      this.#online();
      this.#later(pingEvery, ping);
    };
    socket.onmessage = e => {
      if (socket === this.#socket && e.data) this.#take(JSON.parse(e.data));
    };
    socket.onclose = () => {
      if (socket !== this.#socket || this.#closed) return;
      if (!opened) this.#failedSockets++;
      this.#again();
    };
  }

  async #poll() {
    while (!this.#closed) {
      const set = await this.#asking(token => fetch(
        this.#path(`/activities?watermark=${this.#watermark}`), { headers: { authorization: `Bearer ${token}` } }));
      this.#online();
      this.#take(set);
      if (!set.activities.length) await new Promise(resolve => this.#later(pollEvery, resolve));
    }
  }

  #take(set) {
    if (set.watermark) this.#watermark = set.watermark;
    for (const activity of set.activities) this.on.activity(activity);
    this.on.caughtUp();
  }

  #online() {
    this.#attempt = 0;
    this.on.state('online');
  }

  #again() {
    if (this.#closed) return;
    this.#drop();
    this.on.state('offline');
    const wait = Math.min(500 * 2 ** this.#attempt++, longestWait) * (0.75 + Math.random() / 2);
    this.#later(wait, () => this.#connect());
  }

  #drop() {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #later(wait, action) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      action();
    }, wait);
    this.#timers.add(timer);
  }

  #path(rest) {
    return `${base}/conversations/${this.#session.conversationId}${rest}`;
  }
}
