{
  /** Characters that are not seen; some voices stop at them. */
  const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;
  /** How an utterance ends that we ended ourselves. */
  const OURS = new Set(["canceled", "interrupted"]);

  /**
   * The device's own voice in the place of a sound file: as much of HTMLMediaElement as a Reading asks for.
   *
   * Its clock is that of the page's sound: it stands at the start of each word when the voice begins it, so that marks, skips,
   * folds and the kept place are the same. A voice that tells no words leaves it at the sentence's start.
   */
  class DeviceSound extends EventTarget {
    /** `voiceFor(lang)` gives a voice of this machine for a language, or undefined: then that sentence is passed over. */
    constructor(times, voiceURI, voiceFor) {
      super();
      Object.assign(this, { times, voiceURI, voiceFor, ms: 0, rate: 1, paused: true, error: null, turn: 0, readyState: 4, seeking: false });
    }

    get duration() {
      return this.times.ms / 1000;
    }

    get currentTime() {
      return this.ms / 1000;
    }

    set currentTime(seconds) {
      this.ms = seconds * 1000;
      this.again();
    }

    get playbackRate() {
      return this.rate;
    }

    set playbackRate(rate) {
      this.rate = rate;
      this.again();
    }

    async play() {
      if (!this.paused) return;
      this.paused = false;
      this.tell("play");
      this.again();
    }

    pause() {
      if (this.paused) return;
      this.paused = true;
      this.again();
      this.tell("pause");
    }

    tell(type) {
      this.dispatchEvent(new Event(type));
    }

    /** Say what stands at the clock, and nothing else. */
    again() {
      this.turn++;
      speechSynthesis.cancel();
      if (!this.paused) this.say(Lyttevei.times.sentenceAt(this.times, this.ms));
    }

    /** Say a sentence from the word where the clock stands. */
    say(index) {
      const { turn } = this;
      const sentence = this.times.sentences[index];
      const start = Lyttevei.times.wordAt(sentence, this.ms)?.start ?? sentence.start;
      const element = document.getElementById(sentence.block);
      const voice = this.voiceFor(element?.closest("[lang]").lang ?? "");
      const text = this.text(sentence, element, start);
      if (!voice || !text.trim()) return queueMicrotask(() => this.said(index, turn));
      const said = Object.assign(new SpeechSynthesisUtterance(text.replace(UNSEEN, "")), { voice, lang: voice.lang, rate: this.rate });
      said.onboundary = ({ name, charIndex }) => name !== "sentence" && turn === this.turn && this.reach(sentence, start + seen(text, charIndex));
      said.onend = () => this.said(index, turn);
      said.onerror = ({ error }) => turn === this.turn && !OURS.has(error) && this.fail();
      return speechSynthesis.speak(said);
    }

    /** What is said of a sentence from an offset on; a picture's text is not in the page's. */
    text(sentence, element, start) {
      if (element && Lyttevei.isPicture(sentence)) return Lyttevei.pictureAt(element, sentence.start)?.alt ?? "";
      return element?.textContent.slice(start, sentence.end) ?? "";
    }

    /** The voice begins the word at an offset of the Block's text. */
    reach(sentence, offset) {
      const word = sentence.words.findLast((each) => each.start <= offset);
      if (word) this.ms = Math.max(this.ms, word.at);
      this.tell("timeupdate");
    }

    /** A sentence has been said: whoever listens may stop here or go elsewhere, else the next one follows. */
    said(index, turn) {
      if (turn !== this.turn) return;
      this.ms = this.times.sentences[index].to;
      this.tell("timeupdate");
      if (turn !== this.turn) return;
      if (index + 1 < this.times.sentences.length) this.goTo(index + 1, turn);
      else {
        this.pause();
        this.tell("ended");
      }
    }

    goTo(index, turn) {
      this.ms = this.times.sentences[index].from;
      this.tell("timeupdate");
      if (turn === this.turn) this.again();
    }

    fail() {
      this.pause();
      this.tell("error");
    }
  }

  /** The place in a text of a place in the same text without what is not seen. */
  const seen = (text, place) => {
    let at = 0;
    for (let left = place; at < text.length; at++) {
      if (text[at].match(UNSEEN)) continue;
      if (left-- === 0) break;
    }
    return at;
  };

  Lyttevei.DeviceSound = DeviceSound;
}
