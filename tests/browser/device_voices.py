"""A stand-in of the browser's speech API: headless Chromium has it without a single voice.

It says no sound. It begins a word every `PACE` ms and tells it as `boundary`, tells the end, and can be stopped, as the Web
Speech API has it; `speechSynthesis.said` keeps every text that it was given, with its voice and rate.
"""

#: Ms from word to word.
PACE = 30
#: (name, language, on this machine) of its voices.
VOICES = (("Nora", "nb-NO", True), ("Sky-Iver", "nb-NO", False), ("Emma", "en-GB", True), ("Olga", "uk-UA", False))
STAND_IN = """(() => {
    class StandInUtterance extends EventTarget {
        constructor(text) { super(); Object.assign(this, { text, rate: 1, lang: "", voice: null }); }
    }
    class StandInSynthesis extends EventTarget {
        said = [];
        getVoices() { return VOICES.map(([name, lang, localService]) => ({ name, voiceURI: name, lang, localService, default: false })); }
        cancel() {
            const { now } = this;
            this.now = undefined;
            clearTimeout(this.timer);
            if (now) setTimeout(() => now.onerror?.({ error: "interrupted" }));
        }
        speak(utterance) {
            this.said.push([utterance.text, utterance.voice.name, utterance.rate]);
            this.now = utterance;
            const words = [...utterance.text.matchAll(/\\S+/g)];
            const next = () => {
                const word = words.shift();
                if (word && !globalThis.standInFails) {
                    utterance.onboundary?.({ name: "word", charIndex: word.index, charLength: word[0].length });
                    this.timer = setTimeout(next, PACE / utterance.rate);
                } else {
                    this.now = undefined;
                    if (globalThis.standInFails) utterance.onerror?.({ error: "synthesis-failed" });
                    else utterance.onend?.({});
                }
            };
            this.timer = setTimeout(next, PACE);
        }
    }
    Object.defineProperty(globalThis, "speechSynthesis", { value: new StandInSynthesis() });
    globalThis.SpeechSynthesisUtterance = StandInUtterance;
})()"""


def stand_in() -> str:
    """The script that puts the stand-in in its place before a page's own scripts."""
    voices = ", ".join(f'["{name}", "{lang}", {str(local).lower()}]' for name, lang, local in VOICES)
    return STAND_IN.replace("VOICES", f"[{voices}]").replace("PACE", str(PACE))
