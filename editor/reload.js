/* Only in pages that `lyttevei serve` answers with: opens the page again when the site is built again. */
{
  const news = new EventSource("/.lyttevei/events");
  news.addEventListener("message", () => location.reload());
}
