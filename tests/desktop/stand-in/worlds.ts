/**
 * The two scripts that go into each page: one in the page's own world, one in the preload's. They meet in window events
 * whose details Chromium clones between the worlds, so nothing but data, promises and callbacks can cross: as with the
 * real contextBridge. Bytes travel to the other process as base64 under `$bytes`.
 */
export const PRELOAD_WORLD = 'stand-in preload';
export const BINDING = 'standInSend';

export const PAGE_SIDE = `(() => {
  const emit = (name, detail) => window.dispatchEvent(new CustomEvent(name, { detail }));
  const callbacks = [];
  const waiting = new Map();
  let next = 1;
  const wrap = (value) => typeof value === 'function' ? { $callback: callbacks.push(value) - 1 } : value;
  window.addEventListener('si-callback', ({ detail }) => callbacks[detail.callback](...detail.args));
  window.addEventListener('si-settled', ({ detail }) => {
    const { resolve, reject } = waiting.get(detail.id);
    waiting.delete(detail.id);
    if ('error' in detail) reject(new Error(detail.error));
    else resolve(detail.value);
  });
  window.addEventListener('si-expose', ({ detail }) => {
    const api = {};
    for (const [key, shape] of Object.entries(detail.api)) {
      if (!shape.isFunction) { api[key] = shape.value; continue; }
      api[key] = (...args) => {
        const id = next++;
        let returned;
        const hear = ({ detail: reply }) => { if (reply.id === id) returned = reply; };
        window.addEventListener('si-returned', hear);
        emit('si-call', { id, name: detail.name, key, args: args.map(wrap) });
        window.removeEventListener('si-returned', hear);
        if (returned && returned.promised) return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
        return returned ? returned.value : undefined;
      };
    }
    Object.defineProperty(window, detail.name, { value: Object.freeze(api), enumerable: true });
  });
  emit('si-page-ready', null);
})()`;

export function preloadSide(preload: string): string {
  return `(() => {
  if (window !== window.top) return;
  const emit = (name, detail) => window.dispatchEvent(new CustomEvent(name, { detail }));
  const exposed = new Map();
  const waiting = new Map();
  const listeners = new Map();
  let next = 1;
  const pack = (value) => {
    if (value instanceof Uint8Array) {
      let text = '';
      for (let i = 0; i < value.length; i += 32768) text += String.fromCharCode(...value.subarray(i, i + 32768));
      return { $bytes: btoa(text) };
    }
    if (Array.isArray(value)) return value.map(pack);
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, pack(v)]));
    return value;
  };
  const say = (message) => ${BINDING}(JSON.stringify(message));
  globalThis.standInHear = (message) => {
    if (message.t === 'event') for (const listener of listeners.get(message.channel) ?? []) listener({}, ...message.args);
    else {
      const { resolve, reject } = waiting.get(message.id);
      waiting.delete(message.id);
      if ('error' in message) reject(new Error(message.error));
      else resolve(message.value);
    }
  };
  const electron = {
    ipcRenderer: {
      send: (channel, ...args) => say({ t: 'send', channel, args: args.map(pack) }),
      invoke: (channel, ...args) => new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject });
        say({ t: 'invoke', id, channel, args: args.map(pack) });
      }),
      on: (channel, listener) => { listeners.set(channel, [...(listeners.get(channel) ?? []), listener]); },
    },
    webUtils: { getPathForFile: () => '' },
    contextBridge: {
      exposeInMainWorld(name, api) {
        exposed.set(name, api);
        emit('si-expose', { name, api: Object.fromEntries(Object.entries(api).map(([key, value]) =>
          [key, typeof value === 'function' ? { isFunction: true } : { isFunction: false, value }])) });
      },
    },
  };
  window.addEventListener('si-call', ({ detail: { id, name, key, args } }) => {
    const unwrap = (value) => value && typeof value === 'object' && '$callback' in value
      ? (...given) => emit('si-callback', { callback: value.$callback, args: given }) : value;
    const value = exposed.get(name)[key](...args.map(unwrap));
    if (!(value instanceof Promise)) return emit('si-returned', { id, promised: false, value });
    emit('si-returned', { id, promised: true });
    value.then((settled) => emit('si-settled', { id, value: settled }), (error) => emit('si-settled', { id, error: String(error && error.message) }));
  });
  const require = (name) => { if (name === 'electron') return electron; throw new Error('a sandboxed preload may not require ' + name); };
  ((require, module, exports) => {\n${preload}\n})(require, { exports: {} }, {});
})()`;
}

/** Bytes that came as text → bytes again. */
export function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack);
  if (value === null || typeof value !== 'object') return value;
  if ('$bytes' in value) return new Uint8Array(Buffer.from(String(value.$bytes), 'base64'));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpack(inner)]));
}
