// A telephone in a page: as much SIP over WebSocket (RFC 7118) as one call needs, and the browser's own WebRTC.
// It says a tone and tells the tone that it hears.
window.phone = (() => {
  const host = Math.random().toString(36).slice(2) + '.invalid';
  const token = () => Math.random().toString(36).slice(2);
  const domain = 'pbx.clickphone.ro';
  let socket, user, password, pc, tone, audio, analyser, sound;
  const state = {registered: false, incoming: null, talking: false, ended: false, log: [], failed: ''};
  const pending = new Map();

  // RFC 1321; browsers have no MD5 of their own.
  const md5 = text => {
    const bytes = new TextEncoder().encode(text);
    const words = new Uint32Array(((bytes.length + 8 >> 6) + 1) * 16);
    bytes.forEach((b, i) => { words[i >> 2] |= b << 8 * (i % 4); });
    words[bytes.length >> 2] |= 0x80 << 8 * (bytes.length % 4);
    words[words.length - 2] = bytes.length * 8;
    const turns = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
    let sum = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
    for (let block = 0; block < words.length; block += 16) {
      let [a, b, c, d] = sum;
      for (let i = 0; i < 64; i++) {
        const round = i >> 4;
        const f = [b & c | ~b & d, d & b | ~d & c, b ^ c ^ d, c ^ (b | ~d)][round];
        const word = words[block + [i, 5 * i + 1, 3 * i + 5, 7 * i][round] % 16];
        const total = a + f + Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) + word | 0;
        const turn = turns[round][i % 4];
        [a, d, c, b] = [d, c, b, b + (total << turn | total >>> 32 - turn) | 0];
      }
      sum = [sum[0] + a | 0, sum[1] + b | 0, sum[2] + c | 0, sum[3] + d | 0];
    }
    return sum.map(w => [0, 8, 16, 24].map(s => (w >>> s & 255).toString(16).padStart(2, '0')).join('')).join('');
  };

  const header = (message, name) => {
    const line = message.split('\r\n').find(l => l.toLowerCase().startsWith(name.toLowerCase() + ':'));
    return line ? line.slice(name.length + 1).trim() : '';
  };
  const headers = (message, name) => message.split('\r\n\r\n')[0].split('\r\n')
    .filter(l => l.toLowerCase().startsWith(name.toLowerCase() + ':'));
  const body = message => message.slice(message.indexOf('\r\n\r\n') + 4);
  const send = (first, lines, sdp) => {
    const all = [first, ...lines];
    if (sdp) all.push('Content-Type: application/sdp');
    all.push('Content-Length: ' + new TextEncoder().encode(sdp || '').length);
    socket.send(all.join('\r\n') + '\r\n\r\n' + (sdp || ''));
  };

  const digest = (method, uri, challenge) => {
    const value = name => (challenge.match(new RegExp(name + '="?([^",]+)')) || [])[1];
    const nonce = value('nonce'), realm = value('realm'), cnonce = token();
    const ha1 = md5(`${user}:${realm}:${password}`);
    const ha2 = md5(`${method}:${uri}`);
    const response = md5(`${ha1}:${nonce}:00000001:${cnonce}:auth:${ha2}`);
    return `Digest username="${user}", realm="${realm}", nonce="${nonce}", uri="${uri}", algorithm=MD5, ` +
      `qop=auth, nc=00000001, cnonce="${cnonce}", response="${response}"`;
  };

  // One request with its challenge; resolves with the final answer. Answers on the way are given to onWay.
  const request = async (method, uri, dialog, more, sdp, onWay) => {
    const once = async (cseq, auth) => {
      const lines = [
        `Via: SIP/2.0/WS ${host};branch=z9hG4bK${token()}`, 'Max-Forwards: 70', `From: ${dialog.from}`, `To: ${dialog.to}`,
        `Call-ID: ${dialog.id}`, `CSeq: ${cseq} ${method}`, `Contact: <sip:${user}@${host};transport=ws>`,
        'User-Agent: page', ...more, ...auth];
      const answer = await new Promise(resolve => {
        pending.set(dialog.id + method + cseq, m => {
          if (/^SIP\/2.0 1/.test(m)) { if (onWay) onWay(m); } else { resolve(m); }
        });
        send(`${method} ${uri} SIP/2.0`, lines, sdp);
      });
      const status = Number(answer.slice(8, 11));
      if (method === 'INVITE') {
        const target = status < 300 ? header(answer, 'Contact').match(/<([^>]+)>/)[1] : uri;
        send(`ACK ${target} SIP/2.0`, [status < 300 ? lines[0].replace(/branch=.*/, 'branch=z9hG4bK' + token()) : lines[0],
          'Max-Forwards: 70', `From: ${dialog.from}`, `To: ${header(answer, 'To')}`, `Call-ID: ${dialog.id}`, `CSeq: ${cseq} ACK`]);
      }
      return answer;
    };
    let answer = await once(dialog.cseq++, []);
    const status = answer.slice(8, 11);
    if (status === '401' || status === '407') {
      const proxy = status === '407';
      const challenge = headers(answer, proxy ? 'Proxy-Authenticate' : 'WWW-Authenticate').find(c => /MD5/.test(c));
      answer = await once(dialog.cseq++, [(proxy ? 'Proxy-' : '') + 'Authorization: ' + digest(method, uri, challenge)]);
    }
    return answer;
  };

  const microphone = () => {
    sound = new AudioContext();
    const oscillator = sound.createOscillator();
    oscillator.frequency.value = tone;
    const out = sound.createMediaStreamDestination();
    oscillator.connect(out);
    oscillator.start();
    return out.stream;
  };

  const connection = () => {
    pc = new RTCPeerConnection({iceServers: []});
    pc.oniceconnectionstatechange = () => state.log.push('ice ' + pc.iceConnectionState);
    pc.onconnectionstatechange = () => state.log.push('connection ' + pc.connectionState);
    pc.ontrack = event => {
      const stream = new MediaStream([event.track]);
      audio = new Audio();
      audio.srcObject = stream;
      audio.muted = true;
      audio.play().catch(() => {});
      analyser = sound.createAnalyser();
      analyser.fftSize = 8192;
      sound.createMediaStreamSource(stream).connect(analyser);
    };
    microphone().getTracks().forEach(track => pc.addTrack(track));
    return pc;
  };

  const incoming = async message => {
    const method = message.split(' ')[0];
    const via = headers(message, 'Via');
    const answer = (status, more, sdp) => send('SIP/2.0 ' + status,
      [...via, `From: ${header(message, 'From')}`, `To: ${header(message, 'To')}${/;tag=/.test(header(message, 'To')) ? '' : ';tag=' + state.tag}`,
        `Call-ID: ${header(message, 'Call-ID')}`, `CSeq: ${header(message, 'CSeq')}`, ...more], sdp);
    if (method === 'INVITE') {
      state.tag = token();
      answer('180 Ringing', [`Contact: <sip:${user}@${host};transport=ws>`]);
      state.incoming = async () => {
        try {
          connection();
          await pc.setRemoteDescription({type: 'offer', sdp: body(message)});
          await pc.setLocalDescription(await pc.createAnswer());
          answer('200 OK', [`Contact: <sip:${user}@${host};transport=ws>`], pc.localDescription.sdp);
          state.dialog = {from: `${header(message, 'To')};tag=${state.tag}`, to: header(message, 'From'),
            id: header(message, 'Call-ID'), cseq: 1};
          state.target = header(message, 'Contact').match(/<([^>]+)>/)[1];
          state.talking = true;
        } catch (e) {
          state.failed = String(e) + '\n' + body(message);
        }
      };
    } else if (method !== 'ACK') {
      answer('200 OK', []);
      if (method === 'BYE') { state.ended = true; pc.close(); }
    }
  };

  return {
    state,
    register: async (url, name, secret, hertz) => {
      user = name; password = secret; tone = hertz;
      socket = new WebSocket(url, 'sip');
      await new Promise((resolve, reject) => { socket.onopen = resolve; socket.onerror = () => reject(new Error('no WebSocket')); });
      socket.onmessage = event => {
        const m = event.data;
        if (!m.trim()) return;
        if (m.startsWith('SIP/2.0')) {
          const [cseq, method] = header(m, 'CSeq').split(' ');
          const waiting = pending.get(header(m, 'Call-ID') + method + cseq);
          if (waiting) waiting(m);
        } else {
          incoming(m);
        }
      };
      const uri = 'sip:' + domain, me = `<sip:${user}@${domain}>`;
      const answer = await request('REGISTER', uri, {from: me + ';tag=' + token(), to: me, id: token(), cseq: 1}, ['Expires: 300']);
      state.registered = answer.startsWith('SIP/2.0 200');
      return answer.split('\r\n')[0];
    },
    call: async number => {
      connection();
      await pc.setLocalDescription(await pc.createOffer());
      state.dialog = {from: `<sip:${user}@${domain}>;tag=${token()}`, to: `<sip:${number}@${domain}>`, id: token(), cseq: 1};
      const answer = await request('INVITE', `sip:${number}@${domain}`, state.dialog, [], pc.localDescription.sdp);
      if (!answer.startsWith('SIP/2.0 200')) return answer.split('\r\n')[0];
      state.dialog.to = header(answer, 'To');
      state.target = header(answer, 'Contact').match(/<([^>]+)>/)[1];
      await pc.setRemoteDescription({type: 'answer', sdp: body(answer)});
      state.talking = true;
      return answer.split('\r\n')[0];
    },
    // Offers anew in the talk: another direction, or all its ways looked for again (RFC 8445 9).
    again: async (direction, restart) => {
      pc.getTransceivers()[0].direction = direction;
      await pc.setLocalDescription(await pc.createOffer({iceRestart: restart}));
      const answer = await request('INVITE', state.target, state.dialog, [], pc.localDescription.sdp);
      if (answer.startsWith('SIP/2.0 200')) await pc.setRemoteDescription({type: 'answer', sdp: body(answer)});
      return answer.split('\r\n')[0];
    },
    // The port by which the audio leaves.
    port: async () => {
      const stats = [...(await pc.getStats()).values()];
      const pair = stats.find(s => s.id === stats.find(t => t.type === 'transport').selectedCandidatePairId);
      return pair ? stats.find(s => s.id === pair.localCandidateId).port : 0;
    },
    hangUp: async () => {
      const answer = (await request('BYE', state.target, state.dialog, [])).split('\r\n')[0];
      state.ended = true;
      pc.close();
      return answer;
    },
    answer: () => state.incoming(),
    // The loudest frequency of what is heard, in Hz; 0 for silence.
    hears: () => {
      if (!analyser) return 0;
      const bins = new Float32Array(analyser.frequencyBinCount);
      analyser.getFloatFrequencyData(bins);
      let best = 0;
      bins.forEach((level, i) => { if (level > bins[best]) best = i; });
      return bins[best] < -60 ? 0 : Math.round(best * sound.sampleRate / analyser.fftSize);
    },
    codec: async () => {
      const stats = [...(await pc.getStats()).values()];
      const inbound = stats.find(s => s.type === 'inbound-rtp');
      const transport = stats.find(s => s.type === 'transport');
      const codec = inbound && stats.find(s => s.id === inbound.codecId);
      return `${codec ? codec.mimeType : ''} ${transport ? transport.srtpCipher : ''}`;
    },
  };
})();
