"""Starts Sigap: 'python main.py --help' lists what it can do."""

from __future__ import annotations

import sys


def main() -> int:
    """Hand over to the decode worker or to the command line; returns the exit status.

    The worker is asked for first: it runs in a jail, before anything else may be imported.
    """
    if sys.argv[1:2] == ["--decode-worker"]:
        from console.decode import worker

        worker.main()
    from console import cli

    return cli.run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
