"""`python -m cabinet_app` is the command `kabinet`."""

import sys

from cabinet_app.main import main

if __name__ == "__main__":
    sys.exit(main())
