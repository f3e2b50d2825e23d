"""Pain: how magnesium could touch joints, muscles and nerves, and how each step is known."""
