{
  /**
   * What a Range header asks for of `size` bytes: { status, start, end }, `end` not included (RFC 9110, 14.2).
   * A range that makes no sense, or several at once, is answered with the whole, as the standard allows.
   */
  const range = (header, size) => {
    const whole = { status: 200, start: 0, end: size };
    const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
    if (!first && !last) return whole;
    if (first && last && Number(last) < Number(first)) return whole;
    const start = first ? Number(first) : Math.max(0, size - Number(last));
    const end = first && last ? Math.min(Number(last) + 1, size) : size;
    return start < end ? { status: 206, start, end } : { status: 416, start: 0, end: 0 };
  };

  /** The answer to a request for a part of `blob`; Safari plays nothing without it. */
  const answerPart = (blob, header, type) => {
    const { status, start, end } = range(header, blob.size);
    const headers = { "Content-Type": type, "Content-Length": String(end - start), "Accept-Ranges": "bytes" };
    if (status === 206) headers["Content-Range"] = `bytes ${start}-${end - 1}/${blob.size}`;
    if (status === 416) headers["Content-Range"] = `bytes */${blob.size}`;
    return new Response(blob.slice(start, end), { status, headers });
  };

  Object.assign(Lyttevei, { range, answerPart });
}
