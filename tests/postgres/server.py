"""A PostgreSQL server of the tests' own: on loopback, in a folder that goes with it."""

import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Final
from uuid import uuid4

from sqlalchemy import NullPool, create_engine, text

_WISHES: Final = {
    "listen_addresses": "127.0.0.1",
    "timezone": "Asia/Tokyo",  # none of ours
    "fsync": "off",  # nobody cuts the power here: only the processes die
    "shared_buffers": "16MB",
    "max_connections": "60",
}


def programs() -> Path | None:
    """The folder with ``initdb`` and ``pg_ctl``; None where PostgreSQL is not installed."""
    found = shutil.which("pg_ctl")
    if found is not None:
        return Path(found).resolve().parent
    there = Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")
    newest = max(there, key=lambda it: int(it.parts[-3]), default=None)
    return None if newest is None else newest.parent


class Server:
    """Started by whoever makes it, stopped by ``stop``."""

    def __init__(self, where: Path) -> None:
        self._programs = where
        self._home = Path(tempfile.mkdtemp(prefix="packstation-"))
        # PostgreSQL refuses to be root's, and Debian's package brings who it is to be.
        self._who = "postgres" if os.geteuid() == 0 else None
        if self._who is not None:
            shutil.chown(self._home, self._who, self._who)
        self._data = f"--pgdata={self._home / 'shop'}"
        self.port = _free_port()
        how = ("--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")
        self._run("initdb", self._data, "--username=shop", *how)
        self.start()

    def start(self) -> None:
        wishes = " ".join(f"-c {name}={value}" for name, value in _WISHES.items())
        here = f"-p {self.port} -k {self._home} {wishes}"
        log = str(self._home / "server.log")
        self._run("pg_ctl", "start", self._data, "--wait", f"--log={log}", f"--options={here}")

    def crash(self) -> None:
        """Every line is cut, and what was not committed never was."""
        self._run("pg_ctl", "stop", self._data, "--wait", "--mode=immediate")

    def restart(self) -> None:
        self.crash()
        self.start()

    def stop(self) -> None:
        """The one in our folder: its number stands in there."""
        self._run("pg_ctl", "stop", self._data, "--wait", "--mode=fast")
        shutil.rmtree(self._home)

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://shop@127.0.0.1:{self.port}/{database}"

    def new(self, template: str = "template0", how: str = "") -> str:
        """The URL of a new database: an empty one, or all that is in ``template``."""
        name = f"shop_{uuid4().hex[:12]}"
        self._say(f"CREATE DATABASE {name} TEMPLATE {template} {how}")
        return self.url(name)

    def carried_over(self, url: str) -> str:
        """The URL of a new database, brought back from a copy of the one at ``url``."""
        there = ("--host=127.0.0.1", f"--port={self.port}", "--username=shop")
        copy = f"--file={self._home / 'copy'}"
        self._run("pg_dump", *there, "--format=custom", copy, url.rpartition("/")[2])
        new = self.new()
        name = new.rpartition("/")[2]
        self._run("pg_restore", *there, f"--dbname={name}", str(self._home / "copy"))
        return new

    def drop(self, url: str) -> None:
        self._say(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")

    def _say(self, statement: str) -> None:
        whole = self.url("postgres")
        engine = create_engine(whole, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        with engine.connect() as connection:
            connection.execute(text(statement))

    def _run(self, program: str, *what: str) -> None:
        command = [str(self._programs / program), *what]
        log = self._home / f"{program}.log"
        with log.open("wb") as said:  # a pipe would stay open as long as the server runs
            done = subprocess.run(
                command,
                cwd=self._home,
                stdout=said,
                stderr=said,
                check=False,
                user=self._who,
                group=self._who,
            )
        assert done.returncode == 0, log.read_text("utf-8", errors="replace")


def _free_port() -> int:
    with closing(socket.socket()) as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port
