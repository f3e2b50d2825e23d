"""R with its survey package, the referee of our estimates: found, or installed from the system's packages.

`python -m tests.referee` prints where it is, installing it if there is none; `make test` calls it first.
"""

import shutil
import subprocess
import sys

from tests.debian import install

MISSING = """\
The tests that compare with R need Rscript and its package survey, and they could not be found or installed.
Install them yourself, then run the tests again:
  Debian, Ubuntu   sudo apt-get install --no-install-recommends r-base-core r-cran-survey
  elsewhere        R from r-project.org, then in R: install.packages("survey")"""


def find_referee() -> str | None:
    """The program Rscript, where it is here with the package that our scripts load."""
    program = shutil.which("Rscript")
    if program is None:
        return None
    asked = subprocess.run([program, "-e", "library(survey)"], capture_output=True)
    return program if asked.returncode == 0 else None


def ensure_referee() -> str | None:
    """The program, installed now if need be; None where that did not work."""
    if found := find_referee():
        return found
    install("r-base-core", "r-cran-survey")
    return find_referee()


def main() -> None:
    """Print where it is, or say how to get it and fail."""
    program = ensure_referee()
    if program is None:
        raise SystemExit(MISSING)
    print(f"R with survey: {program}", file=sys.stdout)


if __name__ == "__main__":
    main()
