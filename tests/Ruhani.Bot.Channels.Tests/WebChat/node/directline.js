// Talks to our server with the unchanged botframework-directlinejs: says something, presses a button, loses the socket.
// Usage: node directline.js ADDRESS ws|polling. Prints one JSON line with what it saw.
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');
const xhr2 = require('xhr2');
const WebSocketOfNode = require('ws');

const [address, mode] = process.argv.slice(2);
const sockets = [];
globalThis.XMLHttpRequest = xhr2;
globalThis.WebSocket = class extends WebSocketOfNode {
  constructor(...rest) {
    super(...rest);
    sockets.push(this);
  }
};

async function run() {
  const token = (await (await fetch(`${address}v3/directline/tokens/generate`, { method: 'POST' })).json()).token;
  const line = new DirectLine({
    token, domain: `${address}v3/directline`, webSocket: mode === 'ws', pollingInterval: 200, timeout: 20000,
  });
  const seen = [];
  const statuses = [];
  line.connectionStatus$.subscribe(status => statuses.push(ConnectionStatus[status]));
  line.activity$.subscribe(activity => seen.push(activity));
  const post = activity => new Promise((resolve, reject) =>
    line.postActivity({ from: { id: 'node', role: 'user' }, ...activity }).subscribe(resolve, reject));
  const until = async found => {
    for (let tries = 0; tries < 600; tries++) {
      const match = seen.find(found);
      if (match) return match;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error('never came');
  };

  const id = await post({ type: 'message', text: 'сәлем', channelData: { clientActivityID: 'n1' } });
  const reply = await until(a => a.text === 'text сәлем');
  const echo = await until(a => a.channelData?.clientActivityID === 'n1');
  const button = reply.attachments[0].content.buttons[0];
  await post({ type: 'message', value: button.value, replyToId: reply.id, channelData: { postBack: true } });
  await until(a => a.text === 'button t:yes');
  if (mode === 'ws') {
    sockets[0].terminate();
    await fetch(`${address}v3/directline/conversations/${echo.conversation.id}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text: 'while away', from: { id: 'node' } }),
    });
    await until(a => a.text === 'text while away');
  }
  const messages = seen.filter(a => a.type === 'message').map(a => a.text ?? '');
  console.log(JSON.stringify({ sameId: id === echo.id, messages, statuses, sockets: sockets.length }));
  process.exit(0);
}

run().catch(error => {
  console.error(error);
  process.exit(1);
});
