"""python -m conduct.rules route|deadline|quorum|rulebook|norms: the rulebook without a database or a browser."""

import sys

from conduct.rules.commands.run import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
