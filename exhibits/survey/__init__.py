"""What a US survey shows of magnesium intake and nerves, and of how much people get."""
