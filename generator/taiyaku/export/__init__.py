"""The edition as data: one module for each file, all pure functions of an `Edition`."""
