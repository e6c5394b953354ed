"""The server on real sockets: limits, slow clients, commits under it, stopping."""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import threading
import time

import pytest

from conftest import TEXTS

UNAVAILABLE, USAGE, MISSING = 69, 64, 66


class Server:
    """mahdar-search serve over an archive, on a port of its own and a Unix socket."""

    def __init__(self, search, archive, *options):
        self.unix = archive.db.parent / "web.sock"
        self.process = subprocess.Popen(
            [search.path, "serve", "--db", archive.db, "--listen", "127.0.0.1:0", "--listen", f"unix:{self.unix}",
             *options],
            stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        self.port = int(re.fullmatch(r"listening on http://127\.0\.0\.1:(\d+)/\n", line)[1])
        assert self.process.stderr.readline() == f"listening on unix:{self.unix}\n"

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def send(self, data, connection=None):
        """Sends bytes, reads until the server closes; gives status and everything received."""
        with contextlib.closing(connection or self.connect()) as sock:
            with contextlib.suppress(ConnectionError):
                sock.sendall(data)
            received = b""
            with contextlib.suppress(ConnectionError):
                while chunk := sock.recv(65536):
                    received += chunk
        return (int(received.split()[1]) if received else None), received

    def get(self, target, headers=(), method="GET"):
        lines = [f"{method} {target} HTTP/1.1", "Host: localhost", "Connection: close", *headers, "", ""]
        status, received = self.send("\r\n".join(lines).encode())
        head, _, body = received.partition(b"\r\n\r\n")
        return status, head.decode(), body

    def json(self, target):
        status, _, body = self.get(target)
        assert status == 200
        return json.loads(body)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)


@pytest.fixture
def server(search, small):
    server = Server(search, small)
    yield server
    if server.process.poll() is None:
        server.stop()


def test_answers_over_tcp_and_a_unix_socket(server):
    assert server.json("/api/search?q=%D8%A3%D8%B3%D8%AA%D8%A7%D9%86%D8%A7")["total"] == 2
    local = socket.socket(socket.AF_UNIX)
    local.connect(str(server.unix))
    status, received = server.send(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", local)
    assert status == 200 and received.endswith(b"ok\n")


def test_stops_when_told_and_leaves_no_socket(server):
    idle = server.connect()
    assert server.stop() == 0
    assert not server.unix.exists()
    idle.close()


def test_keeps_a_connection_for_several_requests(server):
    with contextlib.closing(server.connect()) as sock:
        request = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
        sock.sendall(request * 3)
        received = b""
        while received.count(b"ok\n") < 3:
            received += sock.recv(65536)
        assert received.count(b"HTTP/1.1 200") == 3


def test_head_is_get_without_the_body(server):
    _, get_head, body = server.get("/api/search")
    status, head, nothing = server.get("/api/search", method="HEAD")
    assert status == 200 and nothing == b"" and body
    length = re.compile(r"Content-Length: \d+")
    assert length.search(head)
    assert "ETag" in head and length.sub("", head) == length.sub("", get_head)


@pytest.mark.parametrize("data,expected", [
    (b"GET / HTTP/1.1\r\n\r\n", 400),
    (b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 400),
    (b"GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
    (b"GET /healthz HTTP/1.0\r\n\r\n", 421),
    (b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello", 405),
    (b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 405),
    (b"DELETE /article/a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405),
    (b"nonsense\r\n\r\n", 400),
    (b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", 400),
    (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
    (b"GET / HTTP/1.1\r\nHost: localhost\r\nA: " + b"x" * 9000 + b"\r\n\r\n", 431),
    (b"GET /?q=" + b"x" * 7000 + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 414),
    (b"GET /?q=" + b"x" * 20000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", 414),
    (b"GET /api/search?round=x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400),
    (b"GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 404),
])
def test_refuses(server, data, expected):
    status, received = server.send(data)
    assert status == expected, received[:300]
    assert b"Content-Security-Policy" in received
    assert server.get("/healthz")[0] == 200


def test_a_body_is_never_taken_for_a_request(server):
    inner = b"GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"
    _, received = server.send(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % len(inner) + inner)
    assert received.count(b"HTTP/1.1 ") == 1


def test_line_ends_in_a_target_never_reach_a_header(server):
    for target in ("/export.csv?q=%0D%0ASet-Cookie:%20x=1", "/article/%0D%0ASet-Cookie:%20x", "/feed.atom?q=%0d%0aX:y"):
        _, head, _ = server.get(target)
        assert "Set-Cookie" not in head and "\nX:" not in head


def test_gzip_and_entity_tags(server):
    _, head, body = server.get("/api/rounds", ["Accept-Encoding: gzip"])
    assert "Content-Encoding: gzip" in head and body[:2] == b"\x1f\x8b"
    tag = re.search(r"ETag: (.*)\r", head)[1]
    status, head, body = server.get("/api/rounds", [f"If-None-Match: {tag}"])
    assert status == 304 and body == b""


def test_slow_clients_are_dropped_and_stop_nobody(server):
    slow = [server.connect() for _ in range(200)]
    for sock in slow:
        sock.sendall(b"GET / HTTP/1.1\r\nHost: loc")
    assert server.get("/healthz")[0] == 200
    begin = time.monotonic()
    for sock in slow:  # a byte now and then does not help
        sock.sendall(b"a")
    for sock in slow:
        assert sock.recv(1) == b""
        sock.close()
    assert time.monotonic() - begin < 60
    assert re.search(r"mahdar_connections_timed_out_total 200\n", server.get("/metrics")[2].decode())


def test_too_many_at_once_are_sent_away(search, small):
    server = Server(search, small, "--workers", "1")
    try:
        # Stopped, it cannot answer; all requests then wait and meet the bound of the queue together.
        socks = [server.connect() for _ in range(400)]
        server.process.send_signal(signal.SIGSTOP)
        for sock in socks:
            sock.sendall(b"GET /api/rounds HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        server.process.send_signal(signal.SIGCONT)
        answers = [server.send(b"", sock) for sock in socks]
        statuses = {status for status, _ in answers}
        assert statuses == {200, 503}
        assert all(b"Retry-After: 1\r\n" in text for status, text in answers if status == 503)
        assert server.get("/healthz")[0] == 200
    finally:
        server.stop()


def test_follows_commits_and_rebuilds_under_load(server, small, index):
    failures, stop = [], threading.Event()

    def ask():
        while not stop.is_set():
            status, _, body = server.get("/api/search?q=%D8%A7%D9%84%D8%AC%D9%88%D9%84%D8%A9")
            if status != 200:
                failures.append(body)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        for number in range(5):
            small.write(f"new-{number}.txt", TEXTS["astana-7.txt"].replace("السابعة", f"السابعة {number}"))
            small.update()
        assert server.json("/api/search")["index"]["articles"] == 8
        run = index("rebuild", "--db", small.db, small.folder)
        assert run.returncode == 0, run.stderr
        assert server.json("/api/search")["index"]["generation"] == "gen-000002"
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert not failures


def test_says_why_it_cannot_start(search, small, tmp_path):
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as taken:
        run = search("serve", "--db", small.db, "--listen", f"127.0.0.1:{taken.getsockname()[1]}")
        assert run.returncode == UNAVAILABLE and "cannot listen" in run.stderr
    for wrong in ("8080", "nohost:80", "127.0.0.1:99999", "127.0.0.1:"):
        run = search("serve", "--db", small.db, "--listen", wrong)
        assert run.returncode == USAGE and wrong in run.stderr
    assert search("serve", "--db", tmp_path / "none").returncode == MISSING
    assert search("serve", "--db", small.db, "word").returncode == USAGE


def test_a_socket_left_behind_is_no_hindrance(search, small):
    server = Server(search, small)
    server.process.kill()
    server.process.wait()
    assert server.unix.exists()
    again = Server(search, small)
    assert again.get("/healthz")[0] == 200
    assert again.stop() == 0


def test_answers_to_further_names(search, small):
    server = Server(search, small, "--host", "archive.example.org")
    try:
        status, _ = server.send(b"GET /healthz HTTP/1.1\r\nHost: archive.example.org\r\nConnection: close\r\n\r\n")
        assert status == 200
    finally:
        server.stop()
