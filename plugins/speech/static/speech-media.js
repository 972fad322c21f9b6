{
  /** Tell the system what plays, for lock screens and headphones; `reading` gets its commands. */
  const announce = (reading, title, artist) => {
    if (!("mediaSession" in navigator)) return;
    const session = navigator.mediaSession;
    session.metadata = new MediaMetadata({ title, artist });
    const actions = {
      play: () => reading.play(), pause: () => reading.pause(), stop: () => reading.pause(),
      previoustrack: () => reading.back(), nexttrack: () => reading.on(),
      seekto: ({ seekTime }) => reading.seek(seekTime * 1000),
    };
    for (const [name, act] of Object.entries(actions)) {
      try {
        session.setActionHandler(name, act);
      } catch {
        // a browser that does not know this action
      }
    }
    tellPlace(reading.audio);
  };

  /** Tell the system where the sound is. */
  const tellPlace = (audio) => {
    if (!("mediaSession" in navigator)) return;
    navigator.mediaSession.playbackState = audio.paused ? "paused" : "playing";
    if (!Number.isFinite(audio.duration)) return;
    const position = Math.min(audio.currentTime, audio.duration);
    navigator.mediaSession.setPositionState?.({ duration: audio.duration, playbackRate: audio.playbackRate, position });
  };

  Lyttevei.media = { announce, tellPlace };
}
