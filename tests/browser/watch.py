"""A browser page that remembers everything that went wrong on it."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

#: Injected by the debugger, so that it runs under any content security policy.
TELL_VIOLATIONS = """document.addEventListener("securitypolicyviolation", (event) =>
    console.error(`CSP: ${event.violatedDirective} stopped ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`))"""
#: The page is as ever, but no worker comes: in a browser that knows nothing yet it would fetch the whole shell, page after page, behind
#: tests that look at something else.
NO_WORKER = "if (globalThis.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = () => new Promise(() => {});"
HERE = ("127.0.0.1", "")
INNER = ("data", "blob", "about")


class Watch:
    """Listens to a page and keeps a line of text for each fault in `faults`."""

    def __init__(self, page: Page) -> None:
        """Start listening; the page must not have been anywhere yet."""
        self.faults: list[str] = []
        page.context.add_init_script(TELL_VIOLATIONS)
        page.context.on("request", self.on_request)
        page.context.on("response", self.on_response)
        page.on("requestfailed", self.on_failure)
        page.on("console", self.on_console)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))

    def on_request(self, request: Request) -> None:
        """Anything but this machine's own server and files is off the site."""
        parts = urlsplit(request.url)
        if parts.scheme not in INNER and (parts.scheme not in ("http", "file") or parts.hostname not in (*HERE, None)):
            self.faults.append(f"request off the site: {request.url}")

    def on_response(self, response: Response) -> None:
        """A 404 is a fault even where nothing is seen of it."""
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")

    def on_failure(self, request: Request) -> None:
        """A request that came to nothing; one dropped because the page was left is none."""
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"{request.failure}: {request.url}")

    def on_console(self, message: ConsoleMessage) -> None:
        """An error or a warning in the console."""
        if message.type in ("error", "warning"):
            self.faults.append(f"console {message.type}: {message.text} ({message.location.get('url', '')})")


def open_page(browser: Browser, worker: bool = False, **options: object) -> tuple[Page, Watch]:
    """A page in a context of its own, watched; `options` are those of Playwright's `new_context`.

    `worker`: the site's service worker may do its work.
    """
    context = browser.new_context(**options)
    if not worker:
        context.add_init_script(NO_WORKER)
    page = context.new_page()
    return page, Watch(page)
