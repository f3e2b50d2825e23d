"""`python -m pipeline`: rebuild the survey tables, or print any estimate from the committed ones."""

import sys

from pipeline.commands import main

sys.exit(main())
