"""Programs that tests need and this project is not: installed from Debian's or Ubuntu's packages where that can be done."""

import os
import shutil
import subprocess
import sys


def ran(*command: str) -> bool:
    """Run one install step, showing what it prints; whether it worked."""
    print("+", " ".join(command), file=sys.stderr, flush=True)
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr).returncode == 0
    except FileNotFoundError:
        return False


def install(*packages: str, recommended: bool = False) -> bool:
    """Install them as root or by a sudo that asks no password, with what they recommend if asked; whether it worked.

    False too on a system without apt-get: the caller then says how to get the program by hand.
    """
    if not shutil.which("apt-get"):
        return False
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    ran(*as_root, "apt-get", "update", "-q")
    alone = () if recommended else ("--no-install-recommends",)
    return ran(*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-q", "-y", *alone, *packages)
