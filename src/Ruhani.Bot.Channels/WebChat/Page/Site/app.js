// Puts the page together: language, theme, persona, connection, messages.
import { Composer } from './composer.js';
import { DirectLine, RefusedError } from './directline.js';
import { Messages } from './messages.js';
import { words } from './words.js';

const $ = id => document.getElementById(id);
const root = document.documentElement;

// Storage may be forbidden (private windows, embedding); the chat works without it.
const kept = {
  get(storage, key) { try { return window[storage].getItem(`ruhani.${key}`); } catch { return null; } },
  set(storage, key, value) { try { window[storage].setItem(`ruhani.${key}`, value); } catch { /* not kept */ } },
};

let language = kept.get('localStorage', 'language')
  ?? (navigator.languages.map(tag => tag.slice(0, 2)).find(tag => tag in words) ?? 'kk');
let state = 'connecting';
let persona = null;
let line = null;
let lostTimer = 0;

const settings = await fetch('/webchat/settings').then(answer => answer.json())
  .catch(() => ({ personas: [], maxUploadBytes: 10485760, accept: '.jpg,.jpeg,.png,.pdf,.docx' }));
const messages = new Messages($('log'), $('newer'), words[language], { press });
const composer = new Composer({
  form: $('composer'), input: $('input'), send: $('send'), attach: $('attach'), file: $('file'),
  chips: $('chips'), problem: $('problem'), keys: $('keys'),
}, settings, { send: say, draft: text => kept.set('sessionStorage', key('draft'), text) });

function key(name) { return persona ? `${name}.${persona}` : name; }

function speak(to) {
  language = to;
  const w = words[to];
  root.lang = to;
  document.title = w.title;
  $('title').textContent = w.title;
  $('languages').setAttribute('aria-label', w.language);
  for (const button of $('languages').children) {
    button.setAttribute('aria-pressed', String(button.dataset.language === to));
  }
  $('log').setAttribute('aria-label', w.log);
  $('newer').textContent = w.newer;
  $('persona-label').textContent = w.persona;
  for (const option of $('persona').options) option.textContent = w.personas[option.value];
  messages.words = w;
  composer.words = w;
  showTheme();
  showState();
}

function isDark() {
  return root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function showTheme() {
  const word = words[language][isDark() ? 'light' : 'dark'];
  $('theme').setAttribute('aria-label', word);
  $('theme').title = word;
  root.classList.toggle('is-dark', isDark());
}

function showState() {
  const w = words[language];
  $('state').textContent = w[state];
  root.dataset.state = state;
  if (state === 'online') {
    clearTimeout(lostTimer);
    lostTimer = 0;
    $('banner').replaceChildren();
  } else if (state === 'offline') {
    // A hiccup of a second is not worth a banner.
    lostTimer ||= setTimeout(showLost, 1500);
    if ($('banner').children.length) showLost();
  }
}

function showLost() {
  const w = words[language];
  const text = document.createElement('span');
  text.textContent = w.lost;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = w.reconnect;
  button.addEventListener('click', () => line.reconnectNow());
  $('banner').replaceChildren(text, button);
}

function open(as) {
  line?.close();
  persona = as;
  messages.clear();
  composer.clear();
  composer.draft = kept.get('sessionStorage', key('draft')) ?? '';
  $('log').setAttribute('aria-busy', 'true');
  const calm = () => $('log').removeAttribute('aria-busy');
  const mine = line = new DirectLine(as, kept.get('sessionStorage', key('resume')), {
    activity: activity => {
      if (mine !== line) return;
      follow(activity);
      messages.show(activity);
    },
    caughtUp: () => setTimeout(calm, 300),
    state: to => { if (mine === line) { state = to; showState(); } },
    session: (session, isNew, isAnother) => {
      if (mine !== line) return;
      kept.set('sessionStorage', key('resume'), session.resume);
      if (!isNew) return;
      if (isAnother) messages.clear();
      setTimeout(calm, 2000);
      setTimeout(greet);
    },
  });
  mine.start();
}

// The bot speaks first. The server takes only the first of these in a conversation, so a reload greets nobody twice.
function greet() {
  line.send({ ...outline('join'), type: 'event', name: 'webchat/join' }).catch(() => setTimeout(greet, 3000));
}

function outline(client) {
  return {
    type: 'message',
    from: { id: persona ? `demo-${persona}` : 'visitor', role: 'user' },
    locale: language === 'kk' ? 'kk-KZ' : 'ru-KZ',
    localTimestamp: new Date().toISOString(),
    channelData: { clientActivityID: client },
  };
}

function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), b => b.toString(16).padStart(2, '0')).join('');
}

function say(text, files) {
  const activity = { ...outline(newId()), text, textFormat: 'plain' };
  if (!files.length) {
    deliver(activity, () => line.send(activity));
    return;
  }
  const shown = {
    ...activity,
    channelData: { ...activity.channelData, attachmentSizes: files.map(file => file.size) },
    attachments: files.map(file => ({
      contentType: file.type, name: file.name,
      contentUrl: file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined,
    })),
  };
  const client = activity.channelData.clientActivityID;
  const sent = { ...activity, attachments: files.map(file => ({ contentType: file.type, name: file.name })) };
  deliver(shown, () => line.upload(sent, files, share => messages.progress(client, share)), true);
}

// The page and the bot speak one language: a choice in either is a choice in both.
function choose(to) {
  kept.set('localStorage', 'language', to);
  speak(to);
}

// Who chose no language gets the page in the one the bot answers in.
function follow(activity) {
  const to = activity.replyToId && activity.from?.role === 'bot' && activity.locale?.slice(0, 2);
  if (to in words && to !== language && !kept.get('localStorage', 'language')) speak(to);
}

function press(action, source) {
  const named = [...$('languages').children].find(button => button.getAttribute('aria-label') === action.title);
  if (named) choose(named.dataset.language);
  const activity = { ...outline(newId()), replyToId: source.id };
  if (action.type === 'imBack') activity.text = String(action.value);
  else Object.assign(activity, { value: action.value });
  activity.channelData = { ...activity.channelData, postBack: action.type !== 'imBack', displayText: action.title };
  deliver(activity, () => line.send(activity));
}

function deliver(activity, send, withProgress = false) {
  const client = activity.channelData.clientActivityID;
  const article = messages.pending(activity);
  const attempt = async () => {
    if (withProgress && !article.querySelector('progress')) {
      const bar = Object.assign(document.createElement('progress'), { max: 1, value: 0 });
      bar.setAttribute('aria-label', words[language].progress);
      article.querySelector('.bubble').append(bar);
    }
    try {
      messages.startTyping(600);
      await send();
      messages.confirm(client);
    } catch (error) {
      messages.stopTyping();
      const isHopeless = error instanceof RefusedError && (error.status === 413 || error.status === 415);
      messages.failed(client, isHopeless ? null : attempt, isHopeless ? 'refused' : 'failed');
    }
  };
  attempt();
}

function offerPersonas() {
  if (!settings.personas.length) return null;
  for (const name of settings.personas) $('persona').add(new Option(words[language].personas[name], name));
  const last = kept.get('sessionStorage', 'persona');
  const first = settings.personas.includes(last) ? last : settings.personas[0];
  $('persona').value = first;
  $('demo').hidden = false;
  $('persona').addEventListener('change', () => {
    kept.set('sessionStorage', 'persona', $('persona').value);
    open($('persona').value);
  });
  return first;
}

$('languages').addEventListener('click', e => {
  const button = e.target.closest('button');
  if (!button) return;
  choose(button.dataset.language);
  const activity = { ...outline(newId()), text: `/language ${button.dataset.language}`, textFormat: 'plain' };
  activity.channelData.displayText = button.getAttribute('aria-label');
  deliver(activity, () => line.send(activity));
});
$('theme').addEventListener('click', () => {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  kept.set('localStorage', 'theme', root.dataset.theme);
  showTheme();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showTheme);
document.addEventListener('keydown', e => {
  if (e.key === 'Escape' && e.target !== $('input')) $('input').focus();
});

const theme = kept.get('localStorage', 'theme');
if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;
const first = offerPersonas();
speak(language);
open(first);
// Nobody could have sent anything before now; a field that looks ready and swallows what is written would be a lie.
for (const id of ['input', 'send', 'attach']) $(id).disabled = false;
if (matchMedia('(hover: hover)').matches) $('input').focus();
