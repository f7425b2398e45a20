"""A web address → the page that stands there, or why it can't be read. Nothing else in the project asks other machines.

One request a second to a host, none is tried twice: we are guests, and come back in a week.
"""

from __future__ import annotations

import queue
import re
import threading
import time
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import requests

from faults import UnreadableError

PAUSE = 1.0  # seconds between two requests to a host
QUIET = 10.0  # seconds without a byte: a server that is there says something by then
WHOLE = 30.0  # seconds for all of an address: one that sends a byte now and then is never quiet
REDIRECTS = 5  # more than an address with a new scheme, a new host and a new name needs
# Bytes. A page of words has far less than one million; what has more than five is something else.
LARGEST = 5_000_000
PAGES = re.compile(r"text/(?:html|plain)|application/xhtml\+xml")
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
# Where a page says its own charset, if it does. (https://html.spec.whatwg.org/multipage/semantics.html#charset)
HEAD = 1024


class Answer(NamedTuple):
    """A page: its HTML, the address it came from in the end, and whether the first one is given up for good."""

    html: str
    address: str
    moved: bool


class Web:
    """Asks for pages, one at a time, under the name `agent`. `now` and `sleep` count seconds."""

    def __init__(
        self,
        agent: str,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        whole: float = WHOLE,
    ) -> None:
        self.headers = {"User-Agent": agent, "Accept": "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8"}
        self.now, self.sleep, self.whole = now, sleep, whole
        self.asked: dict[str, float] = {}

    def read(self, address: str) -> Answer:
        """Return the page at `address`. Raises UnreadableError, with the reason, for whatever else is there."""
        answers: queue.SimpleQueue[Answer | UnreadableError] = queue.SimpleQueue()
        # No library ends a name that is never found or a header without end: whoever waits stops waiting.
        threading.Thread(target=lambda: answers.put(self._try(address)), daemon=True).start()
        try:
            answer = answers.get(timeout=self.whole)
        except queue.Empty:
            raise UnreadableError(f"no whole answer within {self.whole:g} seconds") from None
        if isinstance(answer, UnreadableError):
            raise answer
        return answer

    def _try(self, address: str) -> Answer | UnreadableError:
        try:
            return self._follow(address)
        except UnreadableError as error:
            return error
        except requests.Timeout:
            return UnreadableError(f"silent for {QUIET:g} seconds")
        except requests.exceptions.SSLError:
            return UnreadableError("its certificate is not trusted")
        except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError):
            return UnreadableError("nobody answers there, or not to the end")
        except Exception as error:  # what servers do wrong has no end, and none of it may stop the others
            return UnreadableError(f"an answer that makes no sense ({type(error).__name__})")

    def _follow(self, address: str) -> Answer:
        moved = False
        with requests.Session() as session:
            for _ in range(REDIRECTS + 1):
                self._wait(urlsplit(address).netloc)
                with session.get(
                    address, headers=self.headers, timeout=QUIET, stream=True, allow_redirects=False
                ) as answer:
                    target = session.get_redirect_target(answer)
                    if target is None:
                        return Answer(_html(answer), address, moved)
                    moved = moved or answer.is_permanent_redirect
                    address = urljoin(address, target)
        raise UnreadableError(f"it leads on more than {REDIRECTS} times")

    def _wait(self, host: str) -> None:
        if host in self.asked and (left := self.asked[host] + PAUSE - self.now()) > 0:
            self.sleep(left)
        self.asked[host] = self.now()


def _html(answer: requests.Response) -> str:
    """Return the page that is sent, read to its end. Raises UnreadableError if it is none."""
    if answer.status_code != requests.codes.ok:
        raise UnreadableError(f"the server says {answer.status_code}")
    kind = answer.headers.get("Content-Type", "")
    if kind and not PAGES.match(kind.strip().lower()):
        raise UnreadableError(f"no page but {kind.partition(';')[0].strip()[:60]}")
    data = bytearray()
    for part in answer.iter_content(65_536):
        data += part
        if len(data) > LARGEST:
            raise UnreadableError(f"more than {LARGEST // 1_000_000} MB")
    if data.startswith(b"%PDF"):
        raise UnreadableError("no page but a PDF")
    if not data.strip():
        raise UnreadableError("an empty page")
    return decode(bytes(data), kind)


def decode(data: bytes, kind: str) -> str:
    """Return a page's bytes as text, by its mark, its header, its own word, or else as UTF-8.

    A letter that can't be read becomes U+FFFD, so that nobody takes it for another.
    """
    said = CHARSET.search(kind) or CHARSET.search(data[:HEAD].decode("latin-1"))
    name = "utf-8" if data.startswith(b"\xef\xbb\xbf") or not said else said[1]
    try:
        return data.decode(name, "replace")
    except LookupError:  # nobody knows that charset
        return data.decode("utf-8", "replace")
