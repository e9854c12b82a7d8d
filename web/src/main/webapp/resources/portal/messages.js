/* The recording dialog: follows the telephone, uploads files, records by the browser's microphone. */
(function () {
  'use strict';
  /* it may be loaded before the page's own script */
  const portal = window.portal = window.portal || {};
  const RATE = 16000;
  const LONGEST_SECONDS = 300;
  let recorder = null;
  let ticking = 0;

  function isOpen() {
    const dialog = document.getElementById('recorder');
    return dialog && dialog.getAttribute('aria-hidden') === 'false';
  }
  function isPlaying() {
    return Array.from(document.querySelectorAll('#recorder audio')).some(function (one) { return !one.paused; });
  }

  /* a sound that is being listened to is not cut off by what is new */
  let asked = 0;
  portal.message = function () {
    clearTimeout(asked);
    asked = setTimeout(function () {
      if (isOpen() && !isPlaying()) window.refreshMessage();
      if (window.refreshMenus) window.refreshMenus();
    }, 150);
  };
  /* should the push not come through; only while somebody records, so that an idle page keeps no session alive */
  setInterval(function () {
    if (isOpen() && !isPlaying() && document.querySelector('#recorder .phone-way')) window.refreshMessage();
  }, 4000);

  function trouble(text) {
    const place = document.getElementById('upload-trouble');
    if (place) place.textContent = text;
  }

  async function upload(slot, how, body) {
    trouble('');
    const base = document.querySelector('[data-context]');
    const answer = await fetch((base ? base.dataset.context : '') + '/prompt/file/' + slot + '/' + how, {
      method: 'POST', body: body, headers: { 'X-Requested-With': 'portal', 'Content-Type': 'application/octet-stream' }
    });
    const refusal = await answer.text();
    if (!answer.ok || refusal) trouble(answer.ok ? refusal : String(answer.status));
    else window.refreshMessage();
  }

  document.addEventListener('change', function (event) {
    const input = event.target.closest && event.target.closest('[data-upload]');
    if (input && input.files.length) upload(input.dataset.upload, 'FILE', input.files[0]);
  });

  function wav(samples) {
    const view = new DataView(new ArrayBuffer(44 + 2 * samples.length));
    function word(at, text) { for (let i = 0; i < 4; i++) view.setUint8(at + i, text.charCodeAt(i)); }
    word(0, 'RIFF'); view.setUint32(4, 36 + 2 * samples.length, true); word(8, 'WAVE'); word(12, 'fmt ');
    view.setUint32(16, 16, true); view.setUint16(20, 1, true); view.setUint16(22, 1, true);
    view.setUint32(24, RATE, true); view.setUint32(28, 2 * RATE, true); view.setUint16(32, 2, true); view.setUint16(34, 16, true);
    word(36, 'data'); view.setUint32(40, 2 * samples.length, true);
    for (let i = 0; i < samples.length; i++) {
      view.setInt16(44 + 2 * i, Math.max(-1, Math.min(1, samples[i])) * 32767, true);
    }
    return new Blob([view], { type: 'audio/wav' });
  }

  /* whatever the browser recorded in, the exchange gets plain samples */
  async function asWav(chunks) {
    const context = new AudioContext();
    const sound = await context.decodeAudioData(await new Blob(chunks).arrayBuffer());
    await context.close();
    const line = new OfflineAudioContext(1, Math.max(1, Math.ceil(sound.duration * RATE)), RATE);
    const source = line.createBufferSource();
    source.buffer = sound;
    source.connect(line.destination);
    source.start();
    return wav((await line.startRendering()).getChannelData(0));
  }

  function say(button, text) { button.querySelector('.words').textContent = text; }

  async function start(button) {
    trouble('');
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch (denied) {
      trouble(button.dataset.denied);
      return;
    }
    const chunks = [];
    recorder = new MediaRecorder(stream);
    recorder.ondataavailable = function (event) { chunks.push(event.data); };
    recorder.onstop = async function () {
      stream.getTracks().forEach(function (track) { track.stop(); });
      clearInterval(ticking);
      recorder = null;
      button.classList.remove('recording');
      say(button, button.dataset.start);
      if (isOpen()) await upload(button.dataset.microphone, 'BROWSER', await asWav(chunks));
    };
    const began = Date.now();
    recorder.start();
    button.classList.add('recording');
    function tick() {
      const seconds = Math.floor((Date.now() - began) / 1000);
      say(button, button.dataset.stop + ' ' + Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0'));
      if (seconds >= LONGEST_SECONDS && recorder) recorder.stop();
    }
    tick();
    ticking = setInterval(tick, 500);
  }

  portal.stopMicrophone = function () { if (recorder) recorder.stop(); };
  document.addEventListener('click', function (event) {
    const button = event.target.closest('[data-microphone]');
    if (!button) return;
    if (recorder) recorder.stop();
    else start(button);
  });
})();
