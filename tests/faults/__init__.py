"""What happens when something breaks: the server, the disk, the database, the clock, a release, a network. docs/faults.md."""
